import Link from 'next/link';
import { Notice } from '@/components/notice';
import type { Replanning } from '@/lib/domain/planner/replan';
import { formatCount } from '@/lib/format';

/** Says that a plan broke, or that a much shorter one is there, and leads to the difference. Nothing is replaced. */
export function ReplanNotice({ answer }: { answer: Replanning | null }) {
  if (answer === null)
    return (
      <Notice tone="attention">
        Something changed since this plan was made, and Rung is still working out what that means for it.{' '}
        <Link href="/plan#plan" prefetch={false}>
          Look again
        </Link>
      </Notice>
    );
  if (answer.kind === 'none') return null;
  if (answer.kind === 'stuck')
    return (
      <Notice tone="attention">
        What changed since this plan was made keeps it from reaching your goal, and no other plan was found
        within your limits. Look at the plan settings for what stands in the way.
      </Notice>
    );
  return (
    <Notice tone="attention">
      <p>
        {answer.why === 'broken'
          ? 'What changed since this plan was made keeps it from reaching your goal. There is one that does.'
          : `What changed since this plan was made allows one that is ${formatCount(answer.keepLonger ?? 0, 'week')} shorter.`}
      </p>
      <Link href="/plan/replan" prefetch={false} className="inline-flex min-h-11 items-center">
        See what would change
      </Link>
    </Notice>
  );
}
