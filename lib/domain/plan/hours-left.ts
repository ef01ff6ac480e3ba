import type { FollowedStep } from '../climb/follow/followed';
import type { StepStatus } from '../planner/document';

type FollowedHours = Pick<FollowedStep, 'id' | 'hours' | 'status'> & Partial<Pick<FollowedStep, 'pool'>>;

/**
 * The study hours that a plan still needs: those of its steps that are neither done nor dropped, less the
 * hours spent on a step under way, which never count below 0. Occupations need none; hours at work are told apart.
 */
export function computeHoursLeft(
  plan: { steps: readonly FollowedHours[] },
  progress: readonly { step: string; status: StepStatus; hoursSpent: number | null }[],
  pool: 'own' | 'work' = 'own',
): number {
  const latest = new Map(progress.map((event) => [event.step, event]));
  return plan.steps.reduce((sum, step) => {
    const event = latest.get(step.id);
    const isFinished = event?.status === 'done' && step.status !== 'again';
    if ((step.pool ?? 'own') !== pool || isFinished || event?.status === 'dropped') return sum;
    const spent = event?.status === 'in-progress' ? (event.hoursSpent ?? 0) : 0;
    return sum + Math.max(0, step.hours - spent);
  }, 0);
}
