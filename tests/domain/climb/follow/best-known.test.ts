import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { chooseBest, isBetterPlan } from '@/lib/domain/climb/follow/best-known';
import type { Objective, Profile } from '@/lib/domain/climb/profile';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { OBJECTIVES } from '@/lib/domain/lists';
import { planWords } from '@/lib/wording/plan-words';
import { generatePeople } from '@/tests/support/climb/generated-people';
import { checkClimb } from '@/tests/support/climb/plan-checker';
import { expectHeld } from '@/tests/support/expect-held';

const career = loadCareer();
const people = generatePeople(career, { count: 5, seed: 5 }).slice(0, 3);

function by(profile: Profile, optimiseFor: Objective): Profile {
  return { ...profile, preferences: { ...profile.preferences, optimiseFor } };
}

function solve(profile: Profile): PlanDocument {
  return solvePlan(career, profile, { effort: 'glance', words: planWords });
}

const plans = people
  .map((profile) => ({ profile, known: OBJECTIVES.map((objective) => solve(by(profile, objective))) }))
  .filter(({ known }) => known.every(({ status }) => status !== 'infeasible'));

describe('of plans that are known of one person', () => {
  it('none is better by an objective than what is shown under it, and what is shown keeps the rules', () => {
    for (const { profile, known } of plans)
      for (const [place, objective] of OBJECTIVES.entries()) {
        const asked = { career, profile: by(profile, objective), here: null, weeksGone: 0 };
        const answer = known[place];
        if (!answer) throw new Error('there is no answer');
        const shown = chooseBest(asked, answer, known);
        for (const other of known) expect(isBetterPlan(asked, other, shown), objective).toBe(false);
        expect(shown.profile).toEqual(answer.profile);
      }
    expectHeld({ people: plans.length });
  });

  it('none that was kept is better than what is shown later, in whatever order the objectives are asked for', () => {
    const orders = [OBJECTIVES, [...OBJECTIVES].reverse()];
    for (const { profile, known } of plans)
      for (const order of orders) {
        const kept: PlanDocument[] = [];
        for (const objective of order) {
          const asked = { career, profile: by(profile, objective), here: null, weeksGone: 0 };
          const answer = known[OBJECTIVES.indexOf(objective)] ?? expect.fail('there is no answer');
          const present = kept.at(-1) ?? null;
          const shown = chooseBest(asked, answer, kept, { present });
          for (const other of kept) expect(isBetterPlan(asked, other, shown), objective).toBe(false);
          // Asked for once more with nothing changed, it stays as it is.
          const again = chooseBest(asked, answer, [shown, ...kept], { present: shown });
          expect([again.steps, again.totals]).toEqual([shown.steps, shown.totals]);
          kept.push(shown);
        }
      }
    expectHeld({ people: plans.length });
  });

  it('one that breaks a rule is not taken, however good it looks', () => {
    let held = 0;
    for (const { profile, known } of plans) {
      const asked = { career, profile: by(profile, 'fewest'), here: null, weeksGone: 0 };
      const answer = known[OBJECTIVES.indexOf('fewest')];
      // Full-time study belongs to the way: without it the plan would not be another but none.
      const first = answer?.steps.find(({ id }) => !career.stepById.get(id)?.fullTime);
      const rest = (answer?.steps ?? []).filter((step) => step !== first);
      if (!answer || !first || answer.status === 'optimal') continue;
      const totals = { ...answer.totals, steps: rest.length, hours: answer.totals.hours - first.hours };
      const stages = answer.stages.map((stage) => ({
        ...stage,
        steps: stage.steps.filter((id) => id !== first.id),
      }));
      const broken = { ...answer, totals, stages, steps: rest };
      expect(isBetterPlan(asked, broken, answer)).toBe(true);
      expect(chooseBest(asked, answer, [broken])).toBe(answer);
      expect(checkClimb(career, asked.profile, answer)).toEqual([]);
      held += 1;
    }
    expectHeld({ held });
  });
});
