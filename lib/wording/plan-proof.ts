import type { Career } from '@/lib/domain/career/career';
import type { Followed } from '@/lib/domain/climb/follow/followed';
import { explainLength } from '@/lib/domain/climb/follow/length';
import type { Objective } from '@/lib/domain/climb/profile';
import { nameEntry, nameStage } from '@/lib/domain/plan/glance/names';
import { formatCount, formatList } from './format';
import { describeLength } from './plan-codes';

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
  if (stages.length > 1 && proved === stages.length)
    return `We checked each of its ${formatCount(stages.length, 'stage')}${rest}: ${best}. The stages were planned one after the other, and the likely ways in were compared.`;
  if (proved === 0) return `We looked for long${rest} and found nothing better; that is not a proof.`;
  return `We checked ${proved} of its ${formatCount(stages.length, 'stage')}${rest}: ${best}. Of the others we found nothing better; that is not a proof.`;
}

/** What a plan leaves open by choice, by skill, for its head. */
export function describeLeftOpen(career: Career, letStand: readonly string[]): string {
  const skills = new Set(letStand.flatMap((id) => career.canDoById.get(id)?.skill ?? []));
  const names = [...skills].map((id) => career.skillById.get(id)?.name ?? id);
  return `This plan leaves a gap in ${formatList(names)} (${formatCount(letStand.length, 'thing')} to be able to do), as you chose.`;
}

/**
 * Each stage of a plan of several: how long it takes, what sets that, and whether a better one was ruled out. Nothing for a plan of one,
 * which the sentences on the whole tell.
 */
export function describeStages(career: Career, plan: Followed): string[] {
  if (plan.stages.length < 2) return [];
  const reasons = explainLength(career, plan);
  return plan.stages.map((stage, place) => {
    const reason = reasons[place];
    const to = nameEntry(career, stage.until);
    const length = `${nameStage(career, stage)} to ${to}, ${formatCount(stage.weeks, 'week')}`;
    const known = stage.isProved
      ? 'Checked: nothing better.'
      : 'Nothing better was found; that is not a proof.';
    return [`${length}.`, reason ? describeLength(career, reason) : '', known].filter(Boolean).join(' ');
  });
}

/** What sets the length of the longest stage of a plan, and so of the plan. */
export function describeLongest(career: Career, plan: Followed): string {
  const [longest] = explainLength(career, plan).sort((one, other) => other.weeks - one.weeks);
  return longest && longest.weeks > 0 ? describeLength(career, longest) : '';
}
