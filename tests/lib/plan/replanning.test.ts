import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '@/lib/domain/day';
import type { PlanDocument } from '@/lib/domain/planner/document';
import type { PlanState } from '@/lib/plan/plan-state';
import {
  computeOfferBasis,
  hasBasisChanged,
  loadReplanning,
  loadReplanningSoon,
} from '@/lib/plan/replanning';
import type { Standing } from '@/lib/plan/standing';
import { closePlanner, getPlan } from '@/lib/planner/client';
import { buildStanding, career, profile, recordStep, TODAY } from '@/tests/support/standing';

let kept: PlanDocument;
let begun: PlanState['progress'][number];
let finished: PlanState['progress'][number];

beforeAll(async () => {
  kept = await getPlan(career, profile, { effort: 'quick' });
  const [first, second] = kept.steps;
  if (!first || !second) throw new Error('The plan has too few steps.');
  begun = recordStep(second.id, { status: 'in-progress', hoursSpent: 1 });
  finished = recordStep(first.id, { status: 'done', finishedOn: TODAY });
});
afterAll(closePlanner);

type Changes = { standing?: Partial<Standing>; kept?: PlanDocument; progress?: PlanState['progress'] };
const input = ({ standing, ...changes }: Changes = {}) => ({
  kept,
  progress: [finished, begun],
  ...changes,
  standing: buildStanding(standing),
});
const basisOf = (changes?: Changes) => computeOfferBasis(input(changes));
const goalWith = (preferences: object, holdings: string[] = []) => {
  const { goal } = buildStanding();
  if (!goal) throw new Error('There is no goal.');
  return { goal: { ...goal, holdings, preferences: { ...profile.preferences, ...preferences } } };
};

describe('computeOfferBasis', () => {
  it('is the same on another day, in another order, and after notes that change no plan', () => {
    const same: Changes[] = [
      {},
      { standing: { today: addDays(TODAY, 400) } },
      { progress: [begun, finished] },
      { progress: [finished, { ...begun, hoursSpent: 9, note: 'Hard', evidence: 'https://example.org' }] },
    ];
    expect(new Set(same.map(basisOf)).size).toBe(1);
  });

  it('is another one for whatever an offer rests on', () => {
    const others: Changes[] = [
      {},
      { standing: { levels: { coding: 3 } } },
      { standing: goalWith({ hoursPerWeek: 2 }) },
      { standing: goalWith({ pinned: [begun.step] }) },
      { standing: goalWith({}, ['bachelors-other']) },
      { standing: { career: { ...career, version: 'newer' } } },
      { progress: [finished] },
      { progress: [finished, { ...begun, status: 'dropped' }] },
      { kept: { ...kept, steps: kept.steps.slice(1) } },
    ];
    expect(new Set(others.map(basisOf)).size).toBe(others.length);
  });
});

describe('hasBasisChanged', () => {
  it('counts a step that the plan pinned because it was begun as pinned still', () => {
    const { preferences } = kept.profile;
    const pinned = {
      ...kept,
      profile: { ...kept.profile, preferences: { ...preferences, pinned: [begun.step] } },
    };
    expect(hasBasisChanged(input({ kept: pinned }))).toBe(false);
    // One that is no longer begun was the plan's own pin, and the person's settings do not have it.
    expect(hasBasisChanged(input({ kept: pinned, progress: [finished] }))).toBe(true);
  });

  it('is so for other settings, ratings and dropped steps, and never for time alone', () => {
    expect(hasBasisChanged(input())).toBe(false);
    expect(hasBasisChanged(input({ standing: { today: addDays(TODAY, 400) } }))).toBe(false);
    expect(hasBasisChanged(input({ standing: { goal: null } }))).toBe(false);
    expect(hasBasisChanged(input({ standing: goalWith({ hoursPerWeek: 2 }) }))).toBe(true);
    expect(hasBasisChanged(input({ standing: { levels: { coding: 4 } } }))).toBe(true);
    expect(hasBasisChanged(input({ progress: [{ ...begun, status: 'dropped' }] }))).toBe(true);
  });
});

describe('loadReplanning', () => {
  it('offers nothing where the plan rests on the same as before', async () => {
    expect(await loadReplanning(input())).toEqual({ kind: 'none' });
  });

  it('offers nothing again to a person who kept their own plan before all that it rests on', async () => {
    const dropped = { progress: [finished, { ...begun, status: 'dropped' as const }] };
    expect((await loadReplanning(input(dropped))).kind).not.toBe('none');
    const { account } = buildStanding();
    const keptMineFor = (basis: string): Changes => ({
      ...dropped,
      standing: { account: { ...account, settings: { ...account.settings, keptMineFor: basis } } },
    });
    expect(await loadReplanningSoon(input(keptMineFor(basisOf(dropped))))).toEqual({ kind: 'none' });
    expect(await loadReplanningSoon(input(keptMineFor(basisOf())))).not.toEqual({ kind: 'none' });
  });
});
