import { cache } from 'react';
import type { UserId } from '@/lib/auth/user-id';
import { findByTitle } from '@/lib/domain/career/search';
import { listRows, type PlanRow } from '@/lib/domain/plan/glance/row';
import { loadPlanState } from '@/lib/plan/climb/plan-state';

/** The rows of a person's plan whose titles hold every word, steps of their own among them. */
export const loadFoundInPlan = cache(async (userId: UserId, text: string): Promise<PlanRow[]> => {
  const { standing, kept, progress } = await loadPlanState(userId);
  if (!kept) return [];
  const rows = listRows(kept.followed.steps, { records: progress, today: standing.today });
  const titled = rows.map((row) => ({ title: row.step.title, row }));
  return findByTitle(titled, text).map(({ row }) => row);
});
