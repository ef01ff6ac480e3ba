import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateSmallInstance } from '@/bench/small-instances';
import type { Career } from '@/lib/domain/catalogue';
import type { PlanDocument } from '@/lib/domain/planner/document';
import type { Profile } from '@/lib/domain/planner/profile';
import { solvePlan } from '@/lib/domain/planner/solve';
import { anyInstance, anyObjective, change, PLANNER_RUNS } from '@/tests/support/any-instance';
import { BruteForce } from '@/tests/support/brute-force';
import { expectHeld } from '@/tests/support/expect-held';
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

  const expectReplacements = (
    { career, profile, plan }: { career: Career; profile: Profile; plan: PlanDocument },
    held = { named: 0, none: 0, spared: 0 },
  ) => {
    const search = new BruteForce(career, profile);
    const ids = plan.steps.map((step) => step.id);
    const spare = listStepsInPlay(career, profile).filter((step) => !ids.includes(step.id));
    for (const { id, why } of plan.steps) {
      const rest = ids.filter((other) => other !== id);
      const replacements = spare.filter((step) => search.isPlan([...rest, step.id])).map((step) => step.id);
      for (const sentence of why) {
        if (sentence.startsWith('In its place')) {
          expect(replacements).toEqual(expect.arrayContaining(namesIn(sentence)));
          held.named += namesIn(sentence).length;
        }
        if (sentence.startsWith('No other single step')) {
          expect(replacements).toEqual([]);
          held.none += 1;
        }
        if (sentence.includes('without it too')) {
          expect(search.isSelection(rest)).toBe(true);
          held.spared += 1;
        }
      }
    }
    return held;
  };

  it('names what could stand in its place, and nothing where nothing could', () => {
    const held = { named: 0, none: 0, spared: 0 };
    fc.assert(
      fc.property(planned, (one) => {
        expectReplacements(one, held);
      }),
      PLANNER_RUNS,
    );
    const { spared, ...often } = held;
    expectHeld(often, 20);
    expectHeld({ spared });
  });

  it('names nothing in its place that the budget does not allow', () => {
    const { career, profile } = generateSmallInstance({ seed: 409, steps: 9 });
    const { named, none } = expectReplacements({ career, profile, plan: solvePlan(career, profile) });
    expect(named + none).toBeGreaterThan(0);
  });

  it('claims only the levels, requirements and steps that it leads to', () => {
    const held = { levels: 0, 'levels before': 0, requirements: 0, opened: 0 };
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
              held.levels += 1;
              expect(raises.some((raise) => raise.skill === skill && raise.to >= Number(level))).toBe(true);
              const before = plan.steps.filter((step) => finish(step.id) < finish(id));
              const raised = before.flatMap((step) => step.raises).filter((raise) => raise.skill === skill);
              for (const raise of raised) expect(raise.to).toBeLessThan(Number(level));
              held['levels before'] += raised.length;
            }
            const [, requirement] = /meets the requirement: Requirement (\w+)/.exec(sentence) ?? [];
            if (requirement) {
              expect(listMetBy(career, plan, requirement)).toContain(id);
              held.requirements += 1;
            }
            if (sentence.startsWith('It opens'))
              for (const opened of namesIn(sentence)) {
                expect(plan.steps.find((step) => step.id === opened)?.after).toContain(id);
                held.opened += 1;
              }
          }
      }),
      PLANNER_RUNS,
    );
    expectHeld(held, 5);
  });
});

/** The steps of every group that meets a requirement, done or planned whole. */
function listMetBy(career: Career, plan: PlanDocument, id: string): string[] {
  const requirement = career.requirements.find((other) => other.id === id);
  const reached = new Set([...plan.profile.done, ...plan.steps.map((step) => step.id)]);
  const groups = requirement ? listGroups(requirement, plan.role) : [];
  return groups.filter((group) => group.every((step) => reached.has(step))).flat();
}
