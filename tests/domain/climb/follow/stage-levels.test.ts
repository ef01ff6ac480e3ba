import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { listStageLevels } from '@/lib/domain/climb/follow/stage-levels';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { planWords } from '@/lib/wording/plan-words';
import { describeLevelAfter, listLevelHeads, listLevelNotes } from '@/lib/wording/stage-levels';
import { buildSamplePlan, readStagedPlan } from '@/tests/support/sample-plan';
import { makePerson, PEOPLE } from '../people';

const career = loadCareer();
const changer = readStagedPlan();
const fresh = solvePlan(career, PEOPLE.careerChanger ?? expect.fail('nobody'), {
  effort: 'glance',
  words: planWords,
});

/** Out of work, and nearly a year in the post that comes first again. */
const back = solvePlan(
  career,
  makePerson('cyber-security-engineer', [1, 1, 1, 2, 1, 2, 2, 1, 1, 2], {
    holdings: ['bachelors-related', 'out-of-work'],
    posts: [{ post: 'junior-security-analyst', weeks: 48, current: false }],
  }),
  { effort: 'glance', words: planWords },
);

function list(document: PlanDocument) {
  const plan = toFollowed(document);
  const { profile } = document;
  return (
    listStageLevels(career, { plan, profile, records: [], today: plan.start }) ?? expect.fail('no levels')
  );
}

describe('listStageLevels', () => {
  it('goes from what is rated to the target of every skill, and never down', () => {
    for (const document of [fresh, readStagedPlan('reliability')]) {
      const { places, rows } = list(document);
      expect(places).toEqual(document.stages.map((_, place) => place));
      expect(rows.length).toBeGreaterThan(5);
      for (const { skill, now, after, target } of rows) {
        expect(now).toBe(document.profile.levels[skill] ?? 0);
        const levels = [now, ...after.map(({ level }) => level)];
        expect(levels).toEqual(levels.toSorted());
        expect(after.at(-1)?.level, skill).toBeGreaterThanOrEqual(target);
      }
    }
  });

  it('counts the weeks of a post to which somebody goes back', () => {
    const { stages, rows } = { ...back, ...list(back) };
    const again = stages.find(({ post }) => post === 'junior-security-analyst');
    expect(again?.weeks, 'kept too short to show anything anew').toBeLessThan(52);
    for (const { skill, after, target } of rows)
      expect(after.at(-1)?.level, skill).toBeGreaterThanOrEqual(target);
  });

  it('marks a level that would be lower without what a post shows', () => {
    const { places, rows } = list(changer);
    const marked = rows.flatMap(({ after }) => after.filter(({ isByPost }) => isByPost));
    expect(places.length).toBeGreaterThan(1);
    expect(marked.length).toBeGreaterThan(0);
    const alone = list({ ...changer, stages: changer.stages.map((stage) => ({ ...stage, post: null })) });
    expect(alone.rows.flatMap(({ after }) => after.filter(({ isByPost }) => isByPost))).toEqual([]);
  });

  it('says of which levels the role asks for a part, and how much', () => {
    const levels = list(changer);
    const [row] = levels.rows.filter(({ partly }) => partly.length > 0);
    const [part] = row?.partly ?? [];
    const skill = career.skillById.get(row?.skill ?? '') ?? expect.fail('no partly asked level');
    const all = skill.levels.find(({ level }) => level === part?.level)?.canDo ?? [];
    const asked = career.askedByRole.get('devops-engineer') ?? new Set();
    expect(part).toEqual({
      level: part?.level,
      asked: all.filter(({ id }) => asked.has(id)).length,
      of: all.length,
    });
    expect(part?.asked).toBeLessThan(part?.of ?? 0);
    expect(listLevelNotes(career, { role: 'devops-engineer', levels }).at(-1)).toContain(
      `${skill.name} ${part?.level} (`,
    );
  });

  it('leaves out stages that are over, and knows no stages in a plan of version 1', () => {
    const place = changer.stages.length - 1;
    const { post } = changer.stages[place] ?? expect.fail('no stage');
    const profile = { ...changer.profile, posts: [{ post: post ?? '', weeks: 10, current: true }] };
    expect(list({ ...changer, profile }).places).toEqual([place]);
    const first = toFollowed(buildSamplePlan());
    const asked = { plan: first, profile: changer.profile, records: [], today: first.start };
    expect(listStageLevels(career, asked)).toBeNull();
  });
});

it('names the columns by what each stage leads to, and says with the post', () => {
  const plan = toFollowed(readStagedPlan('reliability'));
  const levels = list(readStagedPlan('reliability'));
  expect(listLevelHeads(career, { plan, levels })).toEqual([
    'Now',
    'Ready for Site reliability engineer',
    'Target',
  ]);
  expect(describeLevelAfter({ level: 3, isByPost: true })).toBe('3 with the post');
  expect(describeLevelAfter({ level: 3, isByPost: false })).toBe('3');
});
