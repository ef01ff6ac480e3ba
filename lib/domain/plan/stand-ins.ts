import type { Career } from '@/lib/domain/career/career';
import type { Step } from '@/lib/domain/career/schema';
import type { FollowedStep } from '@/lib/domain/climb/follow/followed';

const MOST_STAND_INS = 2;

/**
 * Steps outside work that teach something of what a step at work teaches, those that teach most of it first: what a person
 * can do when their manager says no.
 */
export function listStandIns(career: Career, step: Pick<FollowedStep, 'id' | 'teaches'>): Step[] {
  const wanted = new Set(step.teaches);
  const countTaught = ({ teaches }: Step) => teaches.filter((id) => wanted.has(id)).length;
  return career.steps
    .filter(
      (other) =>
        other.id !== step.id &&
        other.status === 'active' &&
        !other.atWork &&
        !other.fullTime &&
        other.needs.post === null &&
        countTaught(other) > 0,
    )
    .sort((one, other) => countTaught(other) - countTaught(one) || (one.id < other.id ? -1 : 1))
    .slice(0, MOST_STAND_INS);
}

/** The sentences of a step's instructions that say what to keep of it; none where they do not say. */
export function findWhatToKeep(brief: string | null): string | null {
  const sentences = (brief ?? '').split(/(?<=[.!?])\s+/).filter((sentence) => /^Keep\b/.test(sentence));
  return sentences.length > 0 ? sentences.join(' ') : null;
}
