import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { keepNear } from '@/lib/domain/climb/follow/keep-near';
import { moveStep } from '@/lib/domain/climb/follow/late';
import type { Profile } from '@/lib/domain/climb/profile';
import { addDays } from '@/lib/domain/day';
import { checkClimb } from '@/tests/support/climb/plan-checker';
import { dayOf } from '@/tests/support/climb/progress';
import { solveFor } from '@/tests/support/climb/solved';
import { expectHeld } from '@/tests/support/expect-held';
import { PEOPLE } from '../people';

const career = loadCareer();
const begins = ({ steps }: Pick<PlanDocument, 'steps'>, id: string) =>
  steps.find((step) => step.id === id)?.start ?? '';

/** What is broken, but for the end of a stage, which a date set by hand may hold up in what was dealt. */
const listBroken = (profile: Profile, plan: PlanDocument) =>
  checkClimb(career, profile, plan).filter(
    (problem) => /^(step|stage|pool)/.test(problem) && !/ready (before|after)/.test(problem),
  );

const people = [PEOPLE.careerChanger, PEOPLE.graduate, PEOPLE.helpDesk].flatMap((one) => one ?? []);

describe('what begins in the next four weeks', () => {
  it('begins then in the next plan too, where that makes nothing longer', () => {
    let kept = 0;
    for (const profile of people) {
      const plan = solveFor(profile);
      const { start } = profile.preferences;
      const following = { kept: plan, profile, records: [], today: start };
      const near = plan.steps.filter((step) => step.start < addDays(start, 28));
      for (const [id, week] of near.flatMap((step) => [6, 12].map((each) => [step.id, each] as const))) {
        // The same steps dealt anew: what was to begin on Monday begins months later.
        const dealt = moveStep(career, following, { step: id, to: dayOf(plan, week) });
        if (dealt.kind !== 'moved') continue;
        const { dates: _, ...preferences } = (dealt.document as PlanDocument).profile.preferences;
        const answer = { ...(dealt.document as PlanDocument), profile: { ...profile, preferences } };
        const next = keepNear(career, following, { answer, kept: plan });
        expect(next.totals.weeks).toBeLessThanOrEqual(answer.totals.weeks);
        expect(next.steps.map((step) => step.id).sort()).toEqual(answer.steps.map((step) => step.id).sort());
        if (begins(next, id) >= addDays(start, 28)) continue;
        kept += 1;
        expect(listBroken(profile, next)).toEqual([]);
      }
    }
    expectHeld({ kept });
  });

  it('leaves a plan as it is in which it stands there already', () => {
    const [profile] = people;
    const plan = solveFor(profile ?? expect.fail('nobody'));
    const following = {
      kept: plan,
      profile: plan.profile,
      records: [],
      today: plan.profile.preferences.start,
    };
    expect(keepNear(career, following, { answer: plan, kept: plan })).toBe(plan);
  });
});
