import { and, desc, eq, lte, type SQL, sql } from 'drizzle-orm';
import type { Reader, Transaction } from '@/db/database';
import { stepProgress } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import { computeLastCounted, computeNextInstant } from '@/lib/domain/instant';
import type { StepStatus } from '@/lib/domain/planner/document';
import { getDatabase } from '@/lib/queries/database';
import { createId } from './create-id';
import { requireRoom } from './room';

/** How a step stands: the latest of its events. Days are the person's own. */
export type StepProgress = {
  id: string;
  step: string;
  status: StepStatus;
  startedOn: string | null;
  finishedOn: string | null;
  hoursSpent: number | null;
  expiresOn: string | null;
  note: string | null;
  evidence: string | null;
  recordedAt: string;
  /** When it was first recorded as finished, unless it was taken back since. Told of how a step stands, not of its events. */
  doneAt?: string | null;
};

export type StepProgressEntry = Omit<StepProgress, 'id' | 'recordedAt' | 'doneAt'> & {
  career: string;
  /** The id of the event that the form was filled in from, null for none; leave it out to save whatever stands there. */
  basedOn?: string | null;
  now?: Date;
};

const eventColumns = {
  id: stepProgress.id,
  step: stepProgress.step,
  status: stepProgress.status,
  startedOn: stepProgress.startedOn,
  finishedOn: stepProgress.finishedOn,
  hoursSpent: stepProgress.hoursSpent,
  expiresOn: stepProgress.expiresOn,
  note: stepProgress.note,
  evidence: stepProgress.evidence,
  recordedAt: stepProgress.recordedAt,
};

/** How each step that the person has touched in a career stands, by step id. */
export async function listStepProgress(
  userId: UserId,
  career: string,
  now = new Date(),
): Promise<StepProgress[]> {
  return getDatabase().read((reader) =>
    reader.all<StepProgress>(sql`
      select e.id, e.step, e.status, e.started_on as "startedOn", e.finished_on as "finishedOn",
        e.hours_spent as "hoursSpent", e.expires_on as "expiresOn", e.note, e.evidence, e.recorded_at as "recordedAt",
        case when e.status = 'done' then (
          select min(done.recorded_at) from step_progress as done
          where done.person_id = e.person_id and done.career = e.career and done.step = e.step
            and done.status = 'done' and done.recorded_at > coalesce((
              select max(other.recorded_at) from step_progress as other
              where other.person_id = e.person_id and other.career = e.career and other.step = e.step
                and other.status <> 'done' and other.recorded_at < e.recorded_at), '')
        ) end as "doneAt"
      from step_progress as e
      where e.person_id = ${userId} and e.career = ${career} and e.id = (
        select later.id from step_progress as later
        where later.person_id = e.person_id and later.career = e.career and later.step = e.step
          and later.recorded_at <= ${computeLastCounted(now)}
        order by later.recorded_at desc, later.id desc limit 1)
      order by e.step`),
  );
}

/** Every event of one step, the newest first. */
export async function listStepEvents(
  userId: UserId,
  { career, step }: { career: string; step: string },
): Promise<StepProgress[]> {
  return getDatabase().read((reader) => selectEvents(reader, { userId, career, step }));
}

/**
 * Adds an event to a step's history. Where another has come in since the form was filled in, nothing is saved and
 * `current` is that other one.
 */
export async function saveStepProgress(
  userId: UserId,
  { basedOn, now = new Date(), ...entry }: StepProgressEntry,
): Promise<{ ok: true; id: string } | { ok: false; current: StepProgress | null }> {
  const { career, step } = entry;
  return getDatabase().write(async (tx) => {
    const current = await selectCurrent(tx, { userId, career, step, now });
    if (basedOn !== undefined && basedOn !== (current?.id ?? null)) return { ok: false, current };
    const id = await insertEvent(tx, { userId, entry, current, now });
    await requireRoom(tx, userId, 'stepProgress');
    return { ok: true, id };
  });
}

/** The same for several steps, all or none: false where any of them has another event since the form was filled in. */
export async function saveStepsProgress(
  userId: UserId,
  entries: readonly (Omit<StepProgressEntry, 'now' | 'basedOn'> & { basedOn: string | null })[],
  now = new Date(),
): Promise<boolean> {
  return getDatabase().write(async (tx) => {
    const found: { entry: Omit<StepProgressEntry, 'now' | 'basedOn'>; current: StepProgress | null }[] = [];
    for (const { basedOn, ...entry } of entries) {
      const current = await selectCurrent(tx, { userId, career: entry.career, step: entry.step, now });
      if (basedOn !== (current?.id ?? null)) return false;
      found.push({ entry, current });
    }
    for (const { entry, current } of found) await insertEvent(tx, { userId, entry, current, now });
    await requireRoom(tx, userId, 'stepProgress');
    return true;
  });
}

/** The event by which a step stands. */
async function selectCurrent(
  tx: Transaction,
  { userId, career, step, now }: { userId: UserId; career: string; step: string; now: Date },
): Promise<StepProgress | null> {
  const counted = lte(stepProgress.recordedAt, computeLastCounted(now));
  const [current = null] = await selectEvents(tx, { userId, career, step }, counted).limit(1);
  return current;
}

async function insertEvent(
  tx: Transaction,
  {
    userId,
    entry,
    current,
    now,
  }: {
    userId: UserId;
    entry: Omit<StepProgressEntry, 'now' | 'basedOn'>;
    current: StepProgress | null;
    now: Date;
  },
): Promise<string> {
  const id = createId();
  await tx.insert(stepProgress).values({
    ...entry,
    personId: userId,
    id,
    recordedAt: computeNextInstant({ now, newest: current?.recordedAt ?? null }),
  });
  return id;
}

function selectEvents(
  reader: Reader | Transaction,
  { userId, career, step }: { userId: UserId; career: string; step: string },
  also?: SQL,
) {
  return reader
    .select(eventColumns)
    .from(stepProgress)
    .where(
      and(
        eq(stepProgress.personId, userId),
        eq(stepProgress.career, career),
        eq(stepProgress.step, step),
        also,
      ),
    )
    .orderBy(desc(stepProgress.recordedAt), desc(stepProgress.id))
    .$dynamic();
}
