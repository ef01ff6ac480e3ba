import { Notice } from '@/components/notice';
import { OnePressForm } from '@/components/one-press-form';
import type { Lateness } from '@/lib/domain/climb/follow/late';
import { formatCount } from '@/lib/wording/format';
import { moveAllAction } from './move-actions/actions';

/** Says how far a plan is behind, with the press that moves all that is left. */
export function LateNotice({ lateness, planId }: { lateness: Lateness; planId: string }) {
  const { weeks, document, steps, problems } = lateness;
  const canMove = document !== null && problems.length === 0;
  return (
    <Notice tone="attention">
      <p className="max-w-none">
        <span>
          {weeks > 0
            ? `You are ${formatCount(weeks, 'week')} behind.`
            : `${formatCount(steps.length, 'step is', 'steps are')} late; the end of your plan still holds.`}
        </span>
        {canMove ? null : (
          <span>
            {' '}
            Moved as it is, the plan would break one of its rules or limits: press Make my plan for one from
            today.
          </span>
        )}
      </p>
      {canMove ? (
        <OnePressForm action={moveAllAction} entries={{ basedOn: planId }}>
          {weeks > 0 ? `Move everything ${formatCount(weeks, 'week')}` : 'Move what is late'}
        </OnePressForm>
      ) : null}
    </Notice>
  );
}
