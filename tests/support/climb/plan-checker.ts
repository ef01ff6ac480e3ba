import type { Career } from '@/lib/domain/career/career';
import { planDocumentSchema } from '@/lib/domain/climb/document';
import type { Profile } from '@/lib/domain/climb/profile';
import { checkHours } from './hour-rules';
import type { Plan } from './person';
import { checkSense } from './sense-rules';
import { checkStages } from './stage-rules';
import { checkSteps } from './step-rules';
import { checkBounds, checkGaps, checkGoal, checkHead, checkReasons, checkTotals } from './total-rules';
import { checkWays } from './way-list-rules';
import { checkMoves } from './way-rules';

/**
 * Checks a plan document against every rule of docs/planning.md, from the raw career and the
 * profile alone. Each entry of the list is one broken rule; an empty list means that the document holds.
 */
export function checkClimb(career: Career, profile: Profile, document: unknown): string[] {
  const parsed = planDocumentSchema.safeParse(document);
  if (!parsed.success)
    return parsed.error.issues.map((issue) => `schema: ${issue.path.join('.')}: ${issue.message}`);
  const plan = readPlan(career, profile, parsed.data);
  const unknown = parsed.data.steps.filter(({ id }) => !career.stepById.has(id));
  if (unknown.length > 0) return unknown.map(({ id }) => `steps: ${id} does not exist`);
  const ids = parsed.data.steps.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length > 0) return twice.map((id) => `steps: ${id} is planned twice`);
  const head = [...checkHead(plan), ...checkGaps(plan)];
  if (plan.document.status === 'infeasible') return [...head, ...checkReasons(plan)];
  if (plan.document.stages.length === 0) return [...head, 'stages: there are none'];
  return [
    ...head,
    ...checkTotals(plan),
    ...checkMoves(plan),
    ...checkWays(plan),
    ...checkStages(plan),
    ...checkSteps(plan),
    ...checkHours(plan),
    ...checkGoal(plan),
    ...checkBounds(plan),
    ...checkSense(plan),
  ];
}

function readPlan(career: Career, profile: Profile, document: Plan['document']): Plan {
  const placed = document.steps.flatMap((planned) => {
    const step = career.stepById.get(planned.id);
    return step ? [{ step, planned }] : [];
  });
  return { career, profile, document, placed };
}
