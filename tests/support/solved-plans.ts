import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/planner/document';
import { profileSchema } from '@/lib/domain/planner/profile';
import { solvePlan } from '@/lib/domain/planner/solve';

const PROFILES = {
  'a beginner with a budget': {
    levels: { coding: 1 },
    holdings: ['bachelors-other'],
    done: ['missing-semester'],
    preferences: { start: '2026-12-01', budget: { amount: 2000, currency: 'GBP' } },
  },
  'nothing rated': { preferences: { start: '2026-12-07', optimiseFor: 'fastest' } },
  'a far goal in the United States': {
    role: 'principal-devops-engineer',
    levels: { coding: 2, communications: 2 },
    preferences: { start: '2026-12-07', region: 'US', hoursPerWeek: 15 },
  },
  'no plan in time': {
    levels: { coding: 1 },
    preferences: { start: '2026-12-07', deadline: '2026-12-20' },
  },
} as const;

/** Plans that the planner itself makes, by what is special about them. */
export function solveSamplePlans(): [name: string, plan: PlanDocument][] {
  const career = loadCareer();
  return Object.entries(PROFILES).map(([name, profile]) => {
    const parsed = profileSchema.parse({ career: career.id, role: 'devops-engineer', ...profile });
    return [name, solvePlan(career, parsed, { effort: 'quick' })];
  });
}
