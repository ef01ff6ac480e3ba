import type { Career } from '@/lib/domain/career/career';
import type { Followed, FollowedStep } from '@/lib/domain/climb/follow/followed';
import { nameEntry } from '@/lib/domain/plan/glance/names';

/**
 * What would look odd of a step unless it is said: that there is nothing new in it, or that it goes on in the next post.
 * Nothing of a plan of version 1, which does not say what its steps teach.
 */
export function describeStepNotes(career: Career, plan: Followed, step: FollowedStep): string[] {
  if (plan.version === 1) return [];
  const teaches = career.stepById.get(step.id)?.teaches ?? [];
  const stage = plan.stages[step.stage];
  const runsOn =
    stage?.finish && step.stage < plan.stages.length - 1 && step.finish > stage.finish ? stage.until : null;
  return [
    ...(step.kind !== 'certification' && teaches.length > 0 && step.teaches.length === 0
      ? [
          'You can do by then all that it teaches: it is in the plan to be finished and written up, which may take fewer hours.',
        ]
      : []),
    ...(runsOn === null
      ? []
      : [`It goes on in the first weeks of the next part, as ${nameEntry(career, runsOn)}.`]),
  ];
}
