import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, expect, it } from 'vitest';
import { findProved, PlanProving } from '@/app/(signed-in)/plan/plan-proving';
import { loadCareer } from '@/lib/catalogue';
import { profileSchema } from '@/lib/domain/planner/profile';
import { closePlanner, getPlan } from '@/lib/planner';
import type { Plan } from '@/lib/queries/plans';

afterAll(closePlanner);

it('says that a plan is still being proved, and after that what is proved of it', async () => {
  const career = loadCareer();
  const profile = profileSchema.parse({
    career: career.id,
    role: 'apprentice-devops-engineer',
    preferences: { start: '2026-12-07' },
  });
  const document = await getPlan(career, profile, { effort: 'quick' });
  const kept: Plan = {
    id: 'plan',
    career: career.id,
    role: profile.role,
    madeAt: '2026-12-01T00:00:00Z',
    reason: 'made',
    document: { ...document, status: 'feasible', bound: [0, 0, 0] },
  };
  const another = {
    ...kept,
    document: { ...kept.document, profile: { ...profile, done: ['missing-semester'] } },
  };
  expect(renderToStaticMarkup(PlanProving({ career, kept: another }))).toContain('still proving');
  expect(findProved(career, another.document)).toBe(another.document);

  expect(document.status).toBe('optimal');
  expect(PlanProving({ career, kept })).toBeNull();
  expect(findProved(career, kept.document)).toMatchObject({ status: 'optimal', bound: document.bound });
  const worse = { ...kept, document: { ...kept.document, totals: { ...document.totals, weeks: 900 } } };
  expect(renderToStaticMarkup(PlanProving({ career, kept: worse }))).toContain('found a better plan');
});
