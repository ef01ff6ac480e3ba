import type { Career } from '@/lib/domain/career/career';
import type { Step } from '@/lib/domain/career/schema';
import type { FollowedStep } from '@/lib/domain/climb/follow/followed';
import type { Preferences } from '@/lib/domain/climb/profile';

const MOST_ALTERNATIVES = 4;

/**
 * Steps that could stand in the place of a planned one: open to the person, not in the plan, and teaching at least half of
 * what it teaches; those that teach most of it first. Whether a plan holds together with one of them, planning says.
 */
export function listAlternatives(
  career: Career,
  {
    step,
    planned,
    preferences,
  }: {
    step: Pick<FollowedStep, 'id' | 'teaches'>;
    planned: ReadonlySet<string>;
    preferences: Pick<Preferences, 'region' | 'platform' | 'excluded' | 'excludedKinds'>;
  },
): Step[] {
  const wanted = new Set(step.teaches);
  const { region, platform, excluded, excludedKinds } = preferences;
  const countTaught = ({ teaches }: Step) => teaches.filter((id) => wanted.has(id)).length;
  return career.steps
    .filter(
      (other) =>
        other.status === 'active' &&
        other.id !== step.id &&
        !planned.has(other.id) &&
        !excluded.includes(other.id) &&
        !excludedKinds.includes(other.kind) &&
        (other.region === 'any' || region === 'any' || other.region === region) &&
        (other.platform === null || platform === null || other.platform === platform) &&
        2 * countTaught(other) >= Math.max(1, wanted.size),
    )
    .sort((one, other) => countTaught(other) - countTaught(one) || (one.id < other.id ? -1 : 1))
    .slice(0, MOST_ALTERNATIVES);
}
