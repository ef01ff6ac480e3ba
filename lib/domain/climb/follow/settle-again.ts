import type { Career } from '../../career/career';
import type { StepStatus } from '../../planner/document';
import type { StoredDocument } from './stored-document';

type Finished = { step: string; status: StepStatus; doneAt: string | null };

/**
 * A kept plan in which a step planned again counts as done where it was finished since the plan was made, or where all that
 * it teaches is true by now: what stays `again` is still to do.
 */
export function settleAgain<Document extends StoredDocument>(
  career: Career,
  document: Document,
  {
    records,
    madeAt,
    isTrue,
  }: { records: readonly Finished[]; madeAt: string; isTrue: (canDo: string) => boolean },
): Document {
  if (!document.steps.some(({ status }) => status === 'again')) return document;
  const finished = new Map(records.map((record) => [record.step, record]));
  const isDone = (id: string): boolean => {
    const record = finished.get(id);
    if (record?.status !== 'done') return false;
    if (record.doneAt !== null && record.doneAt > madeAt) return true;
    const teaches = career.stepById.get(id)?.teaches ?? [];
    return teaches.length > 0 && teaches.every(isTrue);
  };
  const steps = document.steps.map((step) =>
    step.status === 'again' && isDone(step.id) ? { ...step, status: 'done' as const } : step,
  );
  return { ...document, steps };
}
