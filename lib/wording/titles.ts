import type { PlanRow } from '@/lib/domain/plan/glance/row';

// A title is what a tab, the history and a screen reader say first, so it carries the figure that the page is about.

export const titleGap = (role: string, percent: number): string => `Gap to ${role}, ${percent} %`;

export const titleHome = (role: string, percent: number): string => `This week, ${percent} % to ${role}`;

export const titleProgress = (role: string, percent: number): string => `Progress to ${role}, ${percent} %`;

/** Dropped steps do not count, as in the head of the page; without a plan there is no figure. */
export function titlePlan(role: string, rows: readonly Pick<PlanRow, 'status'>[] | null): string {
  if (!rows) return 'Your plan';
  const done = rows.filter(({ status }) => status === 'done').length;
  const total = rows.filter(({ status }) => status !== 'dropped').length;
  return `Plan to ${role}, ${done} of ${total} done`;
}
