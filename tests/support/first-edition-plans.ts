import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PlanDocument } from '@/lib/domain/planner/document';

/** Plans of version 1 as Rung made them before there were stages, by what is special about them: people keep such. */
export function listFirstEditionPlans(): [name: string, plan: PlanDocument][] {
  const text = readFileSync(path.join(import.meta.dirname, 'first-edition-plans.json'), 'utf8');
  return Object.entries(JSON.parse(text) as Record<string, PlanDocument>);
}
