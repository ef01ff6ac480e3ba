import { ArrivalNotice } from '@/components/arrival-notice';
import type { Standing } from '@/lib/plan/standing';
import { describeAlong } from '@/lib/wording/trial';

/** For who tried first and then made an account: that nothing of it is lost, and what they work as can be mended. */
export function CameAlong({ standing: { latest, posts } }: { standing: Standing }) {
  const hasPost = posts.length > 0;
  return (
    <ArrivalNotice target="plan">
      <strong>{describeAlong({ ratings: latest.size, hasPost })}</strong> <a href="/gap">See your gap</a>{' '}
      <span>
        {hasPost
          ? 'The month since which you work there is worked out from the years:'
          : 'A plan also counts with where you work and what you hold:'}
      </span>{' '}
      <a href="/settings/work">{hasPost ? 'correct it on Your work' : 'say it on Your work'}</a>.
    </ArrivalNotice>
  );
}
