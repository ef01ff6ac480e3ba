import 'server-only';
import type { UserId } from '@/lib/auth/user-id';
import type { Career } from '@/lib/domain/career/career';
import { addMonths, type Day } from '@/lib/domain/day';
import { type StepRecord, UNTOUCHED } from '@/lib/domain/step-progress';
import { listStepEvents, type StepProgress, saveStepProgress } from '@/lib/queries/step-progress';

/**
 * Records a certificate that the person holds as a finished step, which is what one is. Where they do not say when it
 * expires, it does as the catalogue has it.
 */
export async function saveHeldCertificate(
  userId: UserId,
  {
    career,
    step,
    earnedOn,
    expiresOn,
  }: { career: Career; step: string; earnedOn: Day | null; expiresOn: Day | null },
): Promise<void> {
  const months = career.stepById.get(step)?.validityMonths ?? null;
  const [before = null] = await listStepEvents(userId, { career: career.id, step });
  await saveStepProgress(userId, {
    ...toRecord(before),
    career: career.id,
    step,
    status: 'done',
    finishedOn: earnedOn,
    startedOn: before?.startedOn && earnedOn && before.startedOn <= earnedOn ? before.startedOn : null,
    expiresOn: expiresOn ?? (earnedOn && months !== null ? addMonths(earnedOn, months) : null),
  });
}

/** Takes back that it is held; what was written beside it stays. False where it is not. */
export async function saveNotHeldCertificate(
  userId: UserId,
  { career, step }: { career: string; step: string },
): Promise<boolean> {
  const [before = null] = await listStepEvents(userId, { career, step });
  if (before?.status !== 'done') return false;
  const { ok } = await saveStepProgress(userId, {
    ...toRecord(before),
    career,
    step,
    status: 'todo',
    startedOn: null,
    finishedOn: null,
    expiresOn: null,
    basedOn: before.id,
  });
  return ok;
}

function toRecord(before: StepProgress | null): StepRecord {
  const { status, hoursSpent, startedOn, finishedOn, expiresOn, evidence, note } = before ?? UNTOUCHED;
  return { status, hoursSpent, startedOn, finishedOn, expiresOn, evidence, note };
}
