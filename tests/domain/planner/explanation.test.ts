import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateSmallInstance } from '@/bench/small-instances';
import type { Career } from '@/lib/domain/catalogue';
import type { PlanDocument } from '@/lib/domain/planner/document';
import type { Profile } from '@/lib/domain/planner/profile';
import { solvePlan } from '@/lib/domain/planner/solve';
import { anyInstance, anyObjective, change, PLANNER_RUNS } from '@/tests/support/any-instance';
import { BruteForce } from '@/tests/support/brute-force';
import { listGroups, listStepsInPlay } from '@/tests/support/planning-rules';

describe('what a plan says about a step', () => {
  const planned = fc
    .tuple(anyInstance, anyObjective)
    .map(([{ career, profile }, optimiseFor]) => {
      const asked = change(profile, { optimiseFor });
      const plan = solvePlan(career, asked);
      return { career, profile: asked, plan, [fc.toStringMethod]: () => JSON.stringify(plan) };
    })
    .filter(({ plan }) => plan.steps.length > 0);
  const namesIn = (sentence: string): string[] =>
    [...sentence.matchAll(/Step ([a-l])\b/g)].map((match) => match[1] ?? '');

  const expectReplacements = ({
    career,
    profile,
    plan,
  }: {
    career: Career;
    profile: Profile;
    plan: PlanDocument;
  }) => {
    const search = new BruteForce(career, profile);
    const ids = plan.steps.map((step) => step.id);
    const spare = listStepsInPlay(career, profile).filter((step) => !ids.includes(step.id));
    for (const { id, why } of plan.steps) {
      const rest = ids.filter((other) => other !== id);
      const replacements = spare.filter((step) => search.isPlan([...rest, step.id])).map((step) => step.id);
      for (const sentence of why) {
        if (sentence.startsWith('In its place'))
          expect(replacements).toEqual(expect.arrayContaining(namesIn(sentence)));
        if (sentence.startsWith('No other single step')) expect(replacements).toEqual([]);
        if (sentence.includes('without it too')) expect(search.isSelection(rest)).toBe(true);
      }
    }
  };

  it('names what could stand in its place, and nothing where nothing could', () => {
    fc.assert(fc.property(planned, expectReplacements), PLANNER_RUNS);
  });

  it('names nothing in its place that the budget does not allow', () => {
    const { career, profile } = generateSmallInstance({ seed: 409, steps: 9 });
    expectReplacements({ career, profile, plan: solvePlan(career, profile) });
  });

  it('claims only the levels, requirements and steps that it leads to', () => {
    fc.assert(
      fc.property(planned, ({ career, plan }) => {
        const finish = (id: string): number => {
          const step = plan.steps.find((other) => other.id === id);
          return step ? step.startWeek + step.weeks : 0;
        };
        for (const { id, why, raises } of plan.steps)
          for (const sentence of why) {
            const [, skill, level] = /^It brings Skill (\w+) to level (\d)/.exec(sentence) ?? [];
            if (skill && level) {
              expect(raises.some((raise) => raise.skill === skill && raise.to >= Number(level))).toBe(true);
              const before = plan.steps.filter((step) => finish(step.id) < finish(id));
              for (const raise of before.flatMap((step) => step.raises))
                if (raise.skill === skill) expect(raise.to).toBeLessThan(Number(level));
            }
            const [, requirement] = /meets the requirement: Requirement (\w+)/.exec(sentence) ?? [];
            if (requirement) expect(listMetBy(career, plan, requirement)).toContain(id);
            if (sentence.startsWith('It opens'))
              for (const opened of namesIn(sentence))
                expect(plan.steps.find((step) => step.id === opened)?.after).toContain(id);
          }
      }),
      PLANNER_RUNS,
    );
  });
});

/** The steps of every group that meets a requirement, done or planned whole. */
function listMetBy(career: Career, plan: PlanDocument, id: string): string[] {
  const requirement = career.requirements.find((other) => other.id === id);
  const reached = new Set([...plan.profile.done, ...plan.steps.map((step) => step.id)]);
  const groups = requirement ? listGroups(requirement, plan.role) : [];
  return groups.filter((group) => group.every((step) => reached.has(step))).flat();
}
