import type { StepStatus } from '../../planner/document';
import type { Followed, FollowedStep } from './followed';

/**
 * The hours that a plan still needs, in own time and at work: those of its steps that are neither done nor dropped, less the
 * hours spent on a step under way, which never count below 0.
 */
export function computeHoursLeft(
  { steps }: Pick<Followed, 'steps'>,
  progress: readonly { step: string; status: StepStatus; hoursSpent: number | null }[],
): Record<FollowedStep['pool'], number> {
  const latest = new Map(progress.map((event) => [event.step, event]));
  const left = { own: 0, work: 0 };
  for (const step of steps) {
    const event = latest.get(step.id);
    const isFinished = event?.status === 'done' && step.status !== 'again';
    if (isFinished || event?.status === 'dropped') continue;
    const spent = event?.status === 'in-progress' ? (event.hoursSpent ?? 0) : 0;
    left[step.pool] += Math.max(0, step.hours - spent);
  }
  return left;
}
