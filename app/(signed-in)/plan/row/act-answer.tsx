import type { ReactNode } from 'react';
import { OnePressForm } from '@/components/one-press-form';
import type { Career } from '@/lib/domain/career/career';
import type { Followed } from '@/lib/domain/climb/follow/followed';
import { findNextRow } from '@/lib/domain/plan/glance/climb';
import type { Glance } from '@/lib/domain/plan/glance/glance';
import type { PlanRow } from '@/lib/domain/plan/glance/row';
import { formatNumber } from '@/lib/wording/format';
import { type ActName, describeAct, findSkillToRate } from '@/lib/wording/plan-act';
import { describeMoved } from '@/lib/wording/plan-move';
import { takeEarlierPlanAction } from '../actions';
import { HoursForm } from './hours-form';
import { ACTS_FORM } from './row-acts';
import { RowAnswer } from './row-answer';

/** What an act came to, with what is worth doing next and the way to take it back. */
export function ActAnswer({
  career,
  row,
  glance,
  what,
  children,
}: {
  career: Career;
  row: PlanRow;
  glance: Glance;
  /** Whether a row's act, the form of its dates, or taking something back was pressed. */
  what: ActName;
  children?: ReactNode;
}) {
  const { step, recorded, status } = row;
  const isUndone = what === 'undone';
  const skill = status === 'done' && !isUndone ? findSkillToRate(career, row) : null;
  const next = status === 'done' && !isUndone ? findNextRow(glance.rows) : null;
  return (
    <RowAnswer label={`${isUndone ? 'Undone' : 'Saved'}: ${step.title}`} describedBy={`answer-${step.id}`}>
      <span id={`answer-${step.id}`}>{describeAct(row, glance, what)}</span>
      {isUndone ? null : (
        <button
          type="submit"
          form={ACTS_FORM}
          name="act"
          value={`undo ${step.id} ${recorded?.id ?? ''}`}
          className="small-button"
          aria-describedby={`row-${step.id}`}
        >
          Undo
        </button>
      )}
      {skill ? <a href={`/rate?skill=${skill.id}`}>{`Rate ${skill.name} now?`}</a> : null}
      {next ? (
        <span>
          Next: <a href={`#${next.step.id}`}>{next.step.title}</a>
        </span>
      ) : null}
      {children}
      {what === 'saved' ? (
        <a href={`/plan?edit=${encodeURIComponent(step.id)}#${step.id}`} aria-describedby={`row-${step.id}`}>
          Change it again
        </a>
      ) : null}
    </RowAnswer>
  );
}

/** A plan as it was before an act, with the way back to it. */
export type PlanBefore = { id: string; followed: Followed };

/** Says that a step was moved, what else that moved, and the way back. */
export function MovedAnswer({
  row: { step },
  plan,
  planId,
  before,
}: {
  row: PlanRow;
  plan: Followed;
  planId: string;
  before: PlanBefore | null;
}) {
  return (
    <RowAnswer label={`Saved: ${step.title}`} describedBy={`answer-${step.id}`}>
      <span id={`answer-${step.id}`}>{describeMoved(step, plan, before?.followed ?? null)}</span>
      {before ? (
        <OnePressForm
          action={takeEarlierPlanAction}
          entries={{ plan: before.id, basedOn: planId }}
          label={`Undo the move of ${step.title}`}
        >
          Undo
        </OnePressForm>
      ) : null}
      <a href="/plan#choices">Your choices</a>
    </RowAnswer>
  );
}

/** Says that a step was pinned. */
export function PinnedAnswer({ row: { step } }: { row: PlanRow }) {
  return (
    <RowAnswer label={`Saved: ${step.title}`} describedBy={`answer-${step.id}`}>
      <span id={`answer-${step.id}`}>Pinned: every plan that you make from now on holds it.</span>
      <a href="/plan#choices">Your choices</a>
    </RowAnswer>
  );
}

/** Asks for hours in the row where they are to be logged. */
export function HoursAnswer({ row, on = '/plan' }: { row: PlanRow; on?: '/plan' | '/home' }) {
  const { step, recorded } = row;
  const spent = recorded?.hoursSpent ?? null;
  return (
    <RowAnswer label={`Log hours: ${step.title}`}>
      <HoursForm
        step={step.id}
        eventId={recorded?.id ?? ''}
        on={on}
        spent={
          spent === null
            ? `of ${formatNumber(step.hours)} planned`
            : `${formatNumber(spent)} so far, of ${formatNumber(step.hours)} planned`
        }
      />
    </RowAnswer>
  );
}
