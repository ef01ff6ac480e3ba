import type { ReactNode } from 'react';
import type { Career } from '@/lib/domain/career/career';
import type { Followed } from '@/lib/domain/climb/follow/followed';
import type { Glance } from '@/lib/domain/plan/glance/glance';
import type { PlanRow } from '@/lib/domain/plan/glance/row';
import { toStepEntries } from '@/lib/domain/step-progress';
import { StepForm } from '../step-form';
import { ActAnswer, HoursAnswer, MovedAnswer, PinnedAnswer, type PlanBefore } from './act-answer';
import { type Look, readActName } from './look';
import type { RowParts } from './plan-row';
import { ShownHere } from './shown-here';
import { StepFacts } from './step-facts';

const LABELS: Readonly<Record<string, string>> = {
  why: 'Why this step',
  without: 'Leave out',
  swap: 'Swap',
  move: 'Move',
};

/** What each row of a page shows beside its line. Only the row that the address names has more than its facts. */
export function buildRowParts({
  career,
  plan,
  planId,
  before,
  glance,
  look,
  notesOf,
  dropped,
  more,
}: {
  career: Career;
  plan: Followed;
  planId: string;
  /** The plan before the present one, where the answer is told beside it. */
  before: PlanBefore | null;
  glance: Glance;
  look: Look | null;
  /** What is to be said of a step whoever asks. */
  notesOf: (row: PlanRow) => ReactNode;
  /** What can be done about a step that was just dropped. */
  dropped: (step: string) => ReactNode;
  /** What the address asks to be shown of the step that it names. */
  more: ReactNode;
}): (row: PlanRow) => RowParts {
  return (row) => {
    const { step, recorded } = row;
    const isNamed = look !== null && look.id === step.id;
    const isDropped = isNamed && look.what === 'dropped' && row.status === 'dropped';
    const isAnswered = recorded !== null && (look?.id === recorded.id || isDropped);
    const isEdited = isNamed && look.what === 'edit';
    const isSaid = isNamed && (look.what === 'moved' || look.what === 'pinned');
    const notes = notesOf(row);
    const isOpen = isNamed && !['log', 'dropped'].includes(look.what) && !isSaid;
    const explanation = isOpen && !isEdited ? more : null;
    return {
      isOpen,
      isUndoable: isAnswered && look.what !== 'undone',
      answer:
        isAnswered && look ? (
          <ActAnswer key={recorded.id} career={career} row={row} glance={glance} what={readActName(look)}>
            {row.status === 'dropped' && look.what !== 'undone' ? dropped(step.id) : null}
          </ActAnswer>
        ) : isSaid ? (
          look.what === 'moved' ? (
            <MovedAnswer key="moved" row={row} plan={plan} planId={planId} before={before} />
          ) : (
            <PinnedAnswer key="pinned" row={row} />
          )
        ) : isNamed && look.what === 'log' ? (
          <HoursAnswer row={row} />
        ) : null,
      opened: (
        <>
          <StepFacts career={career} plan={plan} row={row} />
          {notes}
          {explanation ? (
            <ShownHere key={look?.what} label={`${LABELS[look?.what ?? ''] ?? 'Shown'}: ${step.title}`}>
              {explanation}
            </ShownHere>
          ) : null}
          <p className="no-print flex flex-wrap gap-x-6">
            {isNamed && look.what === 'why' ? null : (
              <a href={`/plan?why=${encodeURIComponent(step.id)}#why`} aria-describedby={`row-${step.id}`}>
                Why this step?
              </a>
            )}
            {isEdited ? null : (
              <a
                href={`/plan?edit=${encodeURIComponent(step.id)}#${step.id}`}
                aria-describedby={`row-${step.id}`}
              >
                Dates, evidence and note
              </a>
            )}
          </p>
          {isEdited ? (
            <StepForm
              step={step.id}
              title={step.title}
              drawnFrom={toStepEntries(recorded)}
              canExpire={step.kind === 'certification'}
              eventId={recorded?.id ?? null}
            />
          ) : null}
        </>
      ),
    };
  };
}
