import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { listBasisChanges } from '@/lib/domain/climb/follow/basis';
import type { Following } from '@/lib/domain/climb/follow/following';
import { listKeptProblems, type Replanning, replan } from '@/lib/domain/climb/follow/replan';
import { storedDocumentSchema } from '@/lib/domain/climb/follow/stored-document';
import { addDays } from '@/lib/domain/day';
import { UNTOUCHED } from '@/lib/domain/step-progress';
import { planWords } from '@/lib/wording/plan-words';
import { afterwards, dayOf, followUntil } from '@/tests/support/climb/progress';
import { buildAdministrator, solveFor } from '@/tests/support/climb/solved';
import { buildSamplePlan } from '@/tests/support/sample-plan';

const career = loadCareer();
const profile = buildAdministrator();
const plan = solveFor(profile);
const WEEK = 5;

function followed(changes: Partial<Following> = {}, week = WEEK): Following {
  const records = followUntil(plan, week);
  const now = afterwards(profile, plan, { records, weeks: week });
  return { kept: plan, profile: now, records, today: dayOf(plan, week), ...changes };
}

const offer = (following: Following): Replanning =>
  replan(career, following, { effort: 'glance', words: planWords });
const later = plan.steps.filter(({ startWeek }) => startWeek > WEEK + 8);

describe('listBasisChanges', () => {
  const { records, ...here } = followed();
  const changesOf = (changes: Partial<Following>) =>
    listBasisChanges(career, { ...here, records, ...changes });
  it('says nothing where a plan goes on as it was made, nor of time alone', () => {
    expect(changesOf({})).toEqual([]);
    expect(
      changesOf({
        profile: { ...here.profile, preferences: { ...profile.preferences, start: '2027-05-03' } },
      }),
    ).toEqual([]);
  });

  it.each<[string, Partial<Following['profile']>]>([
    ['ratings', { except: [career.canDos[0]?.id ?? ''], levels: { ...profile.levels, coding: 1 } }],
    ['holdings', { holdings: ['bachelors-related'] }],
    ['posts', { posts: [{ post: 'cloud-engineer', weeks: 1, current: true }] }],
    ['posts', { leavePost: true }],
    ['settings', { preferences: { ...profile.preferences, hoursPerWeek: 4 } }],
    ['letStand', { letStand: [career.canDos[5]?.id ?? ''] }],
  ])('says that %s changed', (change, changed) => {
    expect(changesOf({ profile: { ...here.profile, ...changed } })).toEqual([change]);
  });

  it('says that the catalogue changed, and that something was dropped', () => {
    expect(changesOf({ kept: { ...plan, catalogue: 'older' } })).toEqual(['catalogue']);
    const dropped = { ...UNTOUCHED, step: later[0]?.id ?? '', status: 'dropped' as const };
    expect(changesOf({ records: [...records, dropped] })).toEqual(['dropped']);
  });

  it('asks nothing of a plan of the first edition, nor of one for another role', () => {
    expect(changesOf({ kept: buildSamplePlan({ steps: 4 }) })).toEqual([]);
    expect(changesOf({ profile: { ...here.profile, role: 'data-analyst' } })).toEqual([]);
  });
});

describe('replan', () => {
  it('offers nothing where nothing changed, and where a setting did only what is better by it', () => {
    expect(offer(followed())).toEqual({ kind: 'none' });
    expect(offer(followed({ kept: { ...plan, catalogue: 'older' } }))).toEqual({ kind: 'none' });
    const { profile: now } = followed();
    // The kept plan is not proved: by another setting a better one may be found, and is offered where it is worth it.
    const preferences = { ...now.preferences, budget: { amount: 60, currency: 'GBP' as const } };
    const answer = offer(followed({ profile: { ...now, preferences } }));
    if (answer.kind !== 'offer') throw new Error(`It came to ${answer.kind}.`);
    const burden = ({ cost, hours }: typeof plan.totals) => cost.amount + preferences.hourWorth * hours;
    expect(answer.why).toBe('better');
    expect(burden(answer.document.totals)).toBeLessThanOrEqual(burden(plan.totals));
    expect(answer.document.totals.weeks).toBeLessThan(plan.totals.weeks);
  });

  it('offers a plan that reaches the goal again where a step was dropped, with little that is new', () => {
    const here = followed();
    let longer = 0;
    for (const { id } of later.slice(2, 4)) {
      const dropped = { ...UNTOUCHED, step: id, status: 'dropped' as const };
      const answer = offer({ ...here, records: [...here.records, dropped] });
      if (answer.kind !== 'offer') throw new Error(`It came to ${answer.kind}.`);
      expect([answer.why, answer.changes, answer.keepLonger]).toEqual(['broken', ['dropped'], null]);
      expect(storedDocumentSchema.safeParse(answer.document).error).toBeUndefined();
      const ids = answer.document.steps.map((step) => step.id);
      expect(ids).not.toContain(dropped.step);
      // A plan that ends well before the kept one may be a new one.
      if (answer.document.totals.weeks < plan.totals.weeks) continue;
      longer += 1;
      const fresh = ids.filter((each) => !plan.steps.some((step) => step.id === each));
      expect(fresh.length, id).toBeLessThanOrEqual(4);
    }
    expect(longer).toBeGreaterThanOrEqual(1);
  });

  it('leaves the next four weeks as they are planned', () => {
    const here = followed();
    const dropped = { ...UNTOUCHED, step: later[0]?.id ?? '', status: 'dropped' as const };
    const answer = offer({ ...here, records: [...here.records, dropped] });
    if (answer.kind !== 'offer') throw new Error(`It came to ${answer.kind}.`);
    const near = plan.steps.filter(({ startWeek }) => startWeek >= WEEK && startWeek < WEEK + 4);
    for (const step of near)
      expect(answer.document.steps.find(({ id }) => id === step.id)?.startWeek).toBe(step.startWeek);
    const fresh = answer.document.steps.filter((step) => !plan.steps.some(({ id }) => id === step.id));
    expect(near.length * fresh.length).toBeGreaterThan(0);
    for (const { id, startWeek } of fresh) expect(startWeek, id).toBeGreaterThanOrEqual(WEEK + 4);
  });

  it('offers a shorter plan where much more is true than was thought', () => {
    const here = followed();
    const levels = Object.fromEntries(
      career.skills.map(({ id }) => [id, Math.max(profile.levels[id] ?? 0, 3) as 3]),
    );
    const answer = offer({ ...here, profile: { ...here.profile, levels } });
    if (answer.kind !== 'offer') throw new Error(`It came to ${answer.kind}.`);
    expect(answer.document.totals.weeks).toBeLessThan(plan.totals.weeks);
    expect(answer.changes).toEqual(['ratings']);
  });

  it('offers what is better by the objective where the person changed something, though it is hardly shorter', () => {
    const here = followed();
    const [first, ...others] = plan.steps.filter(({ startWeek }) => startWeek > WEEK + 8);
    if (!first) throw new Error('Nothing is planned for later.');
    // Of a step for later all is true: the plan without it costs no more, and takes fewer hours.
    const also = [...here.profile.also, ...(career.stepById.get(first.id)?.teaches ?? [])];
    const learned = { ...here.profile, also: [...new Set(also)].sort() };
    const answer = offer({ ...here, profile: learned });
    if (answer.kind !== 'offer') throw new Error(`It came to ${answer.kind}, beside ${others.length} more.`);
    expect(answer.changes).toEqual(['ratings']);
    expect(answer.document.totals.hours + answer.document.totals.workHours).toBeLessThan(
      plan.totals.hours + plan.totals.workHours,
    );
  });

  it('says of a kept plan which rules it breaks by now', () => {
    const here = followed();
    expect(listKeptProblems(career, here)).toEqual([]);
    const dropped = { ...UNTOUCHED, step: later[0]?.id ?? '', status: 'dropped' as const };
    expect(listKeptProblems(career, { ...here, records: [...here.records, dropped] })).not.toEqual([]);
    expect(listKeptProblems(career, { ...here, kept: buildSamplePlan({ steps: 4 }) })).toEqual([]);
  });

  it('says that it is stuck where the settings leave no plan', () => {
    const here = followed();
    const deadline = addDays(here.today, 7);
    const preferences = { ...here.profile.preferences, deadline };
    const answer = offer({ ...here, profile: { ...here.profile, preferences } });
    expect(answer).toMatchObject({ kind: 'stuck', changes: ['settings'] });
  });
});
