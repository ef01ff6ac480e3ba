import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { keepNear } from '@/lib/domain/climb/follow/keep-near';
import { moveStep } from '@/lib/domain/climb/follow/late';
import { addDays } from '@/lib/domain/day';
import { checkClimb } from '@/tests/support/climb/plan-checker';
import { dayOf } from '@/tests/support/climb/progress';
import { buildAdministrator, solveFor } from '@/tests/support/climb/solved';
import { expectHeld } from '@/tests/support/expect-held';

const career = loadCareer();
const profile = buildAdministrator();
const plan = solveFor(profile);
const { start } = profile.preferences;
const following = { kept: plan, profile, records: [], today: start };
const begins = ({ steps }: Pick<PlanDocument, 'steps'>, id: string) =>
  steps.find((step) => step.id === id)?.start ?? '';

describe('what begins in the next four weeks', () => {
  const near = plan.steps.filter((step) => step.start < addDays(start, 28));

  it('begins then in the next plan too, where that makes nothing longer', () => {
    let kept = 0;
    for (const { id } of near) {
      // The same steps dealt anew: what was to begin on Monday begins months later.
      const dealt = moveStep(career, following, { step: id, to: dayOf(plan, 9) });
      if (dealt.kind !== 'moved') continue;
      const { dates: _, ...preferences } = (dealt.document as PlanDocument).profile.preferences;
      const answer = { ...(dealt.document as PlanDocument), profile: { ...profile, preferences } };
      const next = keepNear(career, following, { answer, kept: plan });
      expect(next.totals.weeks).toBeLessThanOrEqual(answer.totals.weeks);
      expect(next.steps.map((step) => step.id).sort()).toEqual(answer.steps.map((step) => step.id).sort());
      if (begins(next, id) >= addDays(start, 28)) continue;
      kept += 1;
      expect(
        checkClimb(career, profile, next).filter((problem) => /^(step|stage|pool)/.test(problem)),
      ).toEqual([]);
    }
    expectHeld({ kept });
  });

  it('leaves a plan as it is in which it stands there already', () => {
    expect(keepNear(career, following, { answer: plan, kept: plan })).toBe(plan);
  });
});
