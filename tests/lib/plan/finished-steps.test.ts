import { beforeEach, expect, it } from 'vitest';
import { loadRating } from '@/app/(signed-in)/rate/load-rating';
import type { UserId } from '@/lib/auth/user-id';
import { loadCareer } from '@/lib/catalogue';
import { toRating } from '@/lib/domain/check-in';
import { buildDefaultPreferences } from '@/lib/domain/climb/profile';
import { addDays } from '@/lib/domain/day';
import { UNTOUCHED } from '@/lib/domain/step-progress';
import { loadPlanState } from '@/lib/plan/climb/plan-state';
import { buildClimbProfile } from '@/lib/plan/climb/profile';
import { saveAnswers } from '@/lib/plan/save-answers';
import { loadStanding } from '@/lib/plan/standing';
import { saveCheckIn } from '@/lib/queries/check-ins';
import { saveRatingDraft } from '@/lib/queries/rating-drafts';
import { saveStepProgress } from '@/lib/queries/step-progress';
import { makePerson, setUpDatabase } from '@/tests/support/database';

setUpDatabase();

const career = loadCareer();
const [step = expect.fail('no step')] = career.steps.filter(({ status, teaches }) => {
  const taught = teaches.map((id) => career.canDoById.get(id));
  return (
    status === 'active' &&
    taught.length === 2 &&
    taught.every((one) => one?.level === 1) &&
    isOneSkill(taught)
  );
});
const skillId = career.canDoById.get(step.teaches[0] ?? '')?.skill ?? '';
const skill = career.skillById.get(skillId) ?? expect.fail('no skill');
const [other = ''] = (skill.levels[1]?.canDo ?? [])
  .map(({ id }) => id)
  .filter((id) => !step.teaches.includes(id));

function isOneSkill(canDos: readonly ({ skill: string } | undefined)[]): boolean {
  return new Set(canDos.map((one) => one?.skill)).size === 1;
}

let user: UserId;
let key = 0;

/** Said on a day so many from today, at noon, or now. */
const rate = async (except: readonly string[], days: number | null = null) => {
  const { today } = await loadStanding(user);
  key += 1;
  await saveCheckIn(user, {
    career: career.id,
    catalogue: career.version,
    note: null,
    requestKey: `key ${key}`,
    ratings: [{ skill: skillId, level: 1, evidence: null, sure: null, except: [...except] }],
    ...(days === null ? {} : { takenAt: new Date(`${addDays(today, days)}T12:00:00Z`) }),
  });
};

const finish = async (changes: { finishedOn?: string; startedOn?: null; note?: string } = {}) => {
  const { today } = await loadStanding(user);
  const day = changes.finishedOn ?? today;
  await saveStepProgress(user, {
    ...UNTOUCHED,
    career: career.id,
    step: step.id,
    status: 'done',
    startedOn: day,
    finishedOn: day,
    ...changes,
  });
};

const listMissing = async () => {
  const { standing, progress } = await loadPlanState(user);
  const preferences = buildDefaultPreferences({ today: standing.today, region: 'UK' });
  return buildClimbProfile({ standing, progress, preferences }).except;
};

const ask = async () => {
  const { skills } = await loadRating(user);
  return skills.find(({ id }) => id === skillId) ?? expect.fail('not asked');
};

/** What the form of a rating comes to where a person picks the level and changes nothing else, or clears some. */
const answer = async (cleared: readonly string[] = []) => {
  const { entered } = await ask();
  const shown = [1, 2].flatMap((at) => skill.levels[at]?.canDo ?? []).map(({ id }) => id);
  const level1 = new Set((skill.levels[1]?.canDo ?? []).map(({ id }) => id));
  const ticked = shown.filter(
    (id) =>
      !cleared.includes(id) && (level1.has(id) ? !entered.except.includes(id) : entered.also.includes(id)),
  );
  return toRating(skill, { level: '1', evidence: '', sure: '', ticked: { '1': ticked } });
};

beforeEach(async () => {
  user = await makePerson();
  await rate([...step.teaches, other], -10);
});

it('takes as true what a finished step teaches, and ticks it beforehand when its skill is rated next', async () => {
  expect((await ask()).entered.except).toEqual(expect.arrayContaining([...step.teaches, other]));
  expect((await ask()).learnt).toEqual([]);
  await finish();
  expect(await listMissing()).toEqual([other]);
  const asked = await ask();
  expect(asked.learnt).toEqual([...step.teaches]);
  expect(asked.finished).toContain(`“${step.title}”`);
  expect(asked.entered.except).toEqual([other]);
  expect((await answer())?.except).toEqual([other]);
});

it('keeps what is cleared after the step was finished, whatever is written about the step since', async () => {
  await finish();
  const [first = ''] = step.teaches;
  const said = await answer([first]);
  expect(said?.except?.toSorted()).toEqual([other, first].toSorted());
  await rate(said?.except ?? []);
  expect(await listMissing()).toEqual([other, first].toSorted());
  expect((await ask()).learnt).toEqual([]);
  await finish({ note: 'It took two evenings.' });
  expect(await listMissing()).toEqual([other, first].toSorted());
  expect((await ask()).learnt).toEqual([]);
});

it('believes a step that is finished on a day before the last rating, until its skill is rated again', async () => {
  const { today } = await loadStanding(user);
  await finish({ finishedOn: addDays(today, -20) });
  expect(await listMissing()).toEqual([other]);
  expect((await ask()).learnt).toEqual([...step.teaches]);
});

it('lets a rating stand that was given after what is held was earned, where it was never begun here', async () => {
  const { today } = await loadStanding(user);
  await finish({ finishedOn: addDays(today, -400), startedOn: null });
  expect((await listMissing()).toSorted()).toEqual([...step.teaches, other].toSorted());
  expect((await ask()).learnt).toEqual([]);
});

it('says nothing of a finished step when other questions are answered', async () => {
  await finish();
  const [another = ''] = (skill.levels[1]?.canDo ?? [])
    .map(({ id }) => id)
    .filter((id) => id !== other && !step.teaches.includes(id));
  const standing = await loadStanding(user);
  await saveAnswers(user, standing, { held: null, missing: [another] });
  expect(await listMissing()).toEqual([other, another].toSorted());
});

it('asks of a draft that was begun before the step was finished, and leaves one that was begun after it', async () => {
  const draft = (except: readonly string[]) =>
    saveRatingDraft(user, {
      career: career.id,
      skill: skillId,
      entered: { level: '1', evidence: '', sure: '', except: [...except] },
    });
  await draft(step.teaches);
  await finish();
  expect((await ask()).entered.except).toEqual([]);
  await draft(step.teaches);
  expect((await ask()).entered.except).toEqual([...step.teaches]);
});
