import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { settleAgain } from '@/lib/domain/climb/follow/settle-again';
import { listTrue } from '@/lib/domain/climb/standing';
import { startRating } from '@/lib/domain/rating-start';
import type { Standing } from '@/lib/plan/standing';
import { listTaught } from '@/lib/plan/taught';
import { findFinishedAt } from '@/lib/plan/unrated';
import type { KeptPlan } from '@/lib/queries/plans';
import type { StepProgress } from '@/lib/queries/step-progress';

/** A kept plan in which a step that it plans again is done once that is so: the same plan where there is none. */
export function settlePlan<Plan extends KeptPlan>(
  plan: Plan,
  {
    standing,
    progress,
  }: {
    standing: Pick<Standing, 'career' | 'latest' | 'account' | 'rated'>;
    progress: readonly StepProgress[];
  },
): Plan {
  const { career, rated } = standing;
  const followed = toFollowed(plan.document);
  const taught = listTaught({ standing, progress, followed }).flatMap(({ canDos }) => canDos);
  const held = listTrue(career, { ...rated, ...startRating(rated, new Set(taught)) });
  const document = settleAgain(career, plan.document, {
    records: progress.map((event) => ({ ...event, doneAt: findFinishedAt(event) })),
    madeAt: plan.madeAt,
    isTrue: (id) => held.has(id),
  });
  return document === plan.document ? plan : { ...plan, document };
}
