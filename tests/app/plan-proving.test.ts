import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProved, PlanProving, StillProving } from '@/app/(signed-in)/plan/plan-proving';
import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { type Profile, profileSchema } from '@/lib/domain/climb/profile';
import { computeAnswer, findQuestion, type OpenQuestion } from '@/lib/plan/climb/open-question';
import { closePlanner } from '@/lib/planner/client';
import { computeClimb } from '@/lib/planner/climb';
import { keep, toState } from '@/tests/support/climb/climb-standing';

const career = loadCareer();
/** Somebody who only lacks the first levels of coding, whose plan is proved in a moment. */
const profile: Profile = profileSchema.parse({
  career: 'devops',
  role: 'apprentice-devops-engineer',
  levels: { ...career.roleById.get('apprentice-devops-engineer')?.targets, coding: 0 },
  preferences: { start: '2026-12-07' },
});

let made: PlanDocument;
const toUnproved = (plan: PlanDocument): PlanDocument => ({
  ...plan,
  status: 'feasible',
  stages: plan.stages.map((stage) => ({ ...stage, status: 'feasible' as const })),
});
const ask = (document: PlanDocument): OpenQuestion => {
  const question = findQuestion({ ...toState(document, profile), kept: keep(document) });
  if (!question) throw new Error('There is no question.');
  return question;
};
const show = (question: OpenQuestion) => renderToStaticMarkup(PlanProving({ planId: 'plan', question }));
const showBelow = (question: OpenQuestion) => renderToStaticMarkup(StillProving({ question }));

beforeAll(async () => {
  made = await computeClimb(career, profile, { effort: 'full' });
  expect(made.status).toBe('optimal');
  expect(made.steps.length).toBeGreaterThan(0);
});

afterAll(closePlanner);

describe('PlanProving', () => {
  it('says below a plan that it is still being proved, and afterwards nothing', async () => {
    const other = { ...profile, except: ['security-keep-secrets-out'] };
    const document = toUnproved({ ...made, profile: other });
    const asked = ask(document);
    expect(show(asked)).toBe('');
    expect(showBelow(asked)).toContain('still proving');
    expect(findProved(asked)).toBe(document);
    await computeAnswer(asked);
    expect(show(asked)).not.toContain('still proving');
    expect(showBelow(asked)).toBe('');
  });

  it('takes on what was proved of the same plan', () => {
    const question = ask(toUnproved(made));
    expect(show(question)).toBe('');
    expect(findProved(question)).toMatchObject({ status: 'optimal', stages: made.stages });
  });

  it('offers a plan that turned out better, and does not call the kept one the best', () => {
    const longer = made.stages.map((stage) => ({ ...stage, weeks: stage.weeks + 400 }));
    const totals = {
      ...made.totals,
      weeks: made.totals.weeks + 400,
      hours: made.totals.hours + 400,
      cost: { ...made.totals.cost, amount: made.totals.cost.amount + 900 },
    };
    const question = ask(toUnproved({ ...made, totals, stages: longer }));
    expect(show(question)).toContain('found a better plan');
    expect(findProved(question).status).toBe('feasible');
  });

  it('leaves a proved plan alone', () => {
    expect(show(ask(made))).toBe('');
    expect(showBelow(ask(made))).toBe('');
  });
});
