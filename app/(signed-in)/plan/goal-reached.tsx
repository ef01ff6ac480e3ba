import { Notice } from '@/components/notice';
import { findNeighbourRungs } from '@/lib/domain/career/neighbour-rungs';
import { isInPost } from '@/lib/domain/climb/model/stay';
import { findGoalPost } from '@/lib/domain/climb/ways/list-ways';
import type { Standing } from '@/lib/plan/standing';
import { formatCount } from '@/lib/wording/format';

/** That the goal is reached, for who works in its post: what is left to learn there, and the rung above. */
export function GoalReached({
  standing,
  left,
}: {
  standing: Standing /** Steps of the plan for it that are not done. */;
  left: number;
}) {
  const { career, role, posts } = standing;
  if (!isInPost(career, posts, findGoalPost(career, role.id))) return null;
  const found = career.roleById.get(role.id);
  const above = found ? findNeighbourRungs(career, found).above : null;
  return (
    <Notice>
      <p>
        <span>{`You have reached your goal: you work as ${role.title}. Nothing is asked any more that only opens the door to it.`}</span>{' '}
        <span>
          {left > 0
            ? `This plan holds what the role asks and you have still to learn in it: ${formatCount(left, 'step')}.`
            : 'You meet all that the role asks.'}
        </span>{' '}
        {above ? (
          <a href={`/gap?role=${encodeURIComponent(above.id)}`}>{`Look at the rung above: ${above.title}`}</a>
        ) : (
          <a href="/gap">Choose another goal</a>
        )}
      </p>
    </Notice>
  );
}
