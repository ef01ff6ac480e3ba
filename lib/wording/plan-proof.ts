import type { Followed } from '@/lib/domain/climb/follow/followed';
import type { Objective } from '@/lib/domain/climb/profile';
import { formatCount } from './format';

const BEST: Readonly<Record<Objective, string>> = {
  balanced: 'nothing within 10% of the fastest takes less of your money and time',
  fastest: 'nothing is faster',
  cheapest: 'nothing within half as long again as the fastest costs less',
  fewest: 'nothing within half as long again as the fastest has fewer steps',
  lightest: 'nothing within half as long again as the fastest takes fewer of your hours',
};

/** What is known of how good a plan is, in plain words, stage by stage. */
export function describeKnown(
  { version, status, stages, steps }: Followed,
  { optimiseFor, isContinued }: { optimiseFor: Objective; isContinued: boolean },
): string {
  if (steps.length === 0) return 'You have all that the goal asks, so there is nothing left to learn.';
  if (version === 1)
    return 'This plan was made by the rules of an earlier edition of Rung. It is followed as it is; Make my plan makes one by those of today.';
  const rest = isContinued ? ' for what was left when it was made' : '';
  const best = BEST[optimiseFor];
  if (status === 'optimal') return `We checked${rest}: ${best}.`;
  const proved = stages.filter(({ isProved }) => isProved).length;
  if (stages.length === 1) return `We looked for long${rest} and found nothing better; that is not a proof.`;
  if (proved === stages.length)
    return `We checked each of its ${formatCount(stages.length, 'stage')}${rest}: ${best}. The stages were planned one after the other, and the likely ways in were compared.`;
  return `We checked ${proved} of its ${formatCount(stages.length, 'stage')}${rest}: ${best}. Of the others we found nothing better; that is not a proof.`;
}

/** What sets the length of a plan: the time in a post, or the hours of study. */
export function describeLength({ stages, hoursPerWeek }: Followed): string | null {
  const longest = stages.reduce<Followed['stages'][number] | null>(
    (most, stage) => (!most || stage.weeks > most.weeks ? stage : most),
    null,
  );
  if (!longest || stages.length < 2 || longest.weeks === 0) return null;
  return longest.post !== null && longest.bestWeeks * 2 <= longest.weeks
    ? 'Time in post sets the length of this plan; more hours a week change little.'
    : `At ${formatCount(hoursPerWeek, 'hour')} a week, what is to be learned sets the length of this plan; more hours make it shorter.`;
}
