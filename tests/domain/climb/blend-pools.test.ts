import { describe, expect, it } from 'vitest';
import { generateSmallStage, type SmallStage } from '@/bench/climb/small-stages';
import { buildStage } from '@/lib/domain/climb/model/build-stage';
import { makeClimber, makePerson } from '@/lib/domain/climb/model/climber';
import type { StageModel } from '@/lib/domain/climb/model/stage-model';
import { profileSchema } from '@/lib/domain/climb/profile';
import { NEVER } from '@/lib/domain/climb/schedule/calendar';
import { blendPools } from '@/lib/domain/climb/search/blend-pools';
import { NodeBudget } from '@/lib/domain/climb/search/effort';
import { NO_LIMITS, Workbench } from '@/lib/domain/climb/search/workbench';
import { findGoalPost } from '@/lib/domain/climb/ways/list-ways';
import { bruteForceStage } from '@/tests/support/climb/brute-force';
import { makeClimbCareer } from '@/tests/support/climb/make-climb-career';
import { expectHeld } from '@/tests/support/expect-held';

const CAREERS = 60;

function buildModel({ career, profile }: SmallStage): StageModel {
  const person = makePerson(career, profile);
  const until = findGoalPost(career, profile.role);
  return buildStage(person, makeClimber(person), { until, isGoal: true, taken: 0 });
}

function blend(model: StageModel) {
  const bench = new Workbench(model);
  const budget = new NodeBudget(1_000);
  return blendPools({ bench, limits: NO_LIMITS, lower: model.open, upper: NEVER, budget });
}

/** Each of four can-dos is taught in own time or at work; what takes long in one takes little in the other. */
function makeTwoWays(): SmallStage {
  const ids = ['a', 'b', 'c', 'd'];
  const career = makeClimbCareer({
    canDos: { craft: ids.map((id) => [id, 1, []] as const) },
    families: { make: [] },
    roles: { goal: { craft: 1 } },
    posts: [
      { id: 'goal', family: 'make', rank: 1, role: 'goal', teaches: ['a'] },
      { id: 'present', family: 'make', hireAt: [], teaches: ['a'], tenureWeeks: 1, offered: false },
    ],
    steps: ids.flatMap((id, place) => [
      { id: `own-${id}`, teaches: [id], hours: 10 * (place + 1), kind: 'course' as const },
      { id: `work-${id}`, teaches: [id], hours: 10 * (4 - place), kind: 'practice' as const, atWork: true },
    ]),
    experience: {},
  });
  const profile = profileSchema.parse({
    career: 'made-up',
    role: 'goal',
    levels: { craft: 0 },
    posts: [{ post: 'present', weeks: 10, current: true }],
    preferences: { start: '2026-12-07', region: 'UK', hoursPerWeek: 10, workHoursPerWeek: 10 },
  });
  return { career, profile };
}

describe('blendPools', () => {
  it('counts both pools together where either alone could be left empty', () => {
    expect(blend(buildModel(makeTwoWays())).lower).toBe(3);
  });

  it('starts from selections that take little of both', () => {
    const model = buildModel(makeTwoWays());
    const [first = []] = blend(model).selections;
    const hours = (isAtWork: boolean) =>
      first.reduce((sum, index) => {
        const step = model.steps[index];
        return step?.isAtWork === isAtWork ? sum + step.hours : sum;
      }, 0);
    expect([hours(false), hours(true)]).toEqual([30, 30]);
  });

  it('lets no plan of a small career end sooner than it says', () => {
    let raised = 0;
    for (let seed = 1; seed <= CAREERS; seed += 1) {
      const small = generateSmallStage(seed);
      const model = buildModel(small);
      const best = bruteForceStage(small.career, small.profile);
      if (!best || !model.isPossible) continue;
      const { lower } = blend(model);
      if (lower > model.open) raised += 1;
      expect(lower - model.start, `career ${seed}`).toBeLessThanOrEqual(best.leastWeeks);
    }
    expectHeld({ raised });
  });
});
