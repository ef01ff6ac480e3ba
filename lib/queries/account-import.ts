import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/database';
import { toJsonText } from '@/db/json-text';
import { forecast, goal, heldPost, holding, ownStep, person } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import type { AccountData } from '@/lib/domain/account-data';
import { type ImportPlan, RECORD_LISTS } from '@/lib/domain/account-import';
import type { Preferences as StagedPreferences } from '@/lib/domain/climb/profile';
import type { Preferences } from '@/lib/domain/planner/profile';
import { settingsSchema } from '@/lib/domain/settings';
import { getDatabase } from '@/lib/queries/database';
import { insertProof } from './account-proof';
import { insertExceptions } from './check-ins';
import { createId } from './create-id';
import { insertRatingDrafts } from './rating-drafts';
import { deleteOldestPlans, requireRoom } from './room';

/** Rows that one statement brings in; between two, others are served. */
const PIECE = 200;

type ImportEntry = {
  plan: ImportPlan;
  /** What records take that the file left without a career, a catalogue or preferences. */
  career: string;
  catalogue: string;
  preferences: Preferences | StagedPreferences;
  now?: Date;
};

/**
 * Saves what a file adds, all in one transaction; nothing where it is more than one person may have. A record that has come
 * in meanwhile under the same id stays.
 */
export async function saveImport(userId: UserId, entry: ImportEntry): Promise<void> {
  const { plan: merge } = entry;
  await getDatabase().write(async (tx) => {
    await insertProof(tx, userId, merge.added);
    await insertCheckIns(tx, userId, entry);
    await insertGoals(tx, userId, entry);
    await insertStepEvents(tx, userId, entry);
    for (const step of merge.added.ownSteps)
      await tx
        .insert(ownStep)
        .values({ ...step, personId: userId })
        .onConflictDoNothing();
    for (const one of merge.added.forecasts)
      await tx
        .insert(forecast)
        .values({ ...one, personId: userId })
        .onConflictDoNothing();
    await insertWork(tx, userId, entry);
    await insertRatingDrafts(tx, userId, merge.added.drafts);
    for (const kind of RECORD_LISTS) if (merge.added[kind].length > 0) await requireRoom(tx, userId, kind);
    await insertPlan(tx, userId, entry);
    await saveOwnChoices(tx, userId, entry);
  });
}

async function insertWork(tx: Transaction, userId: UserId, entry: ImportEntry): Promise<void> {
  const { plan: merge, now = new Date() } = entry;
  const changedAt = now.toISOString();
  for (const one of merge.added.posts)
    await tx
      .insert(heldPost)
      .values({ changedAt, ...withoutMissing(one), personId: userId } as typeof heldPost.$inferInsert)
      .onConflictDoNothing();
  for (const one of merge.added.holdings)
    await tx
      .insert(holding)
      .values({ changedAt, ...withoutMissing(one), personId: userId } as typeof holding.$inferInsert)
      .onConflictDoNothing();
}

async function insertCheckIns(tx: Transaction, userId: UserId, entry: ImportEntry): Promise<void> {
  const { checkIns } = entry.plan.added;
  for (let from = 0; from < checkIns.length; from += PIECE) {
    if (from > 0) await setImmediate();
    await insertSomeCheckIns(tx, userId, { ...entry, checkIns: checkIns.slice(from, from + PIECE) });
  }
}

/** One statement a table, whatever the number. */
async function insertSomeCheckIns(
  tx: Transaction,
  userId: UserId,
  entry: ImportEntry & { checkIns: AccountData['checkIns'] },
): Promise<void> {
  const { career, catalogue, now = new Date() } = entry;
  const checkIns = entry.checkIns.map((one) => ({
    ...one,
    career: one.career ?? career,
    catalogue: one.catalogue ?? catalogue,
    recordedAt: one.recordedAt ?? now.toISOString(),
  }));
  const rows = checkIns.map((one) => [
    one.id,
    one.career,
    one.catalogue,
    one.takenAt,
    one.recordedAt,
    one.note,
    one.corrects ?? null,
    one.removedAt ?? null,
  ]);
  const ratings = checkIns.flatMap((one) =>
    one.ratings.map((rating) => [
      one.id,
      one.career,
      one.takenAt,
      rating.skill,
      rating.level,
      rating.evidence,
      rating.sure,
    ]),
  );
  const inserted = await tx.all<{ id: string }>(sql`
    insert into check_in (person_id, id, career, catalogue, taken_at, recorded_at, note, corrects, removed_at)
    select ${userId}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
      value ->> 7 from json_each(${toJsonText(rows)}) where true
    on conflict do nothing returning id`);
  const isInserted = new Set(inserted.map((row) => row.id));
  await tx.run(sql`
    insert into rating (person_id, check_in_id, career, taken_at, skill, level, evidence, sure)
    select ${userId}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
    from json_each(${toJsonText(ratings.filter(([id]) => isInserted.has(String(id))))})`);
  await insertExceptions(tx, {
    userId,
    rows: checkIns
      .filter(({ id }) => isInserted.has(id))
      .flatMap(({ id, ratings: each }) => each.map((rating) => ({ checkIn: id, ...rating }))),
  });
}

async function insertGoals(tx: Transaction, userId: UserId, entry: ImportEntry): Promise<void> {
  const { plan: merge, preferences, now = new Date() } = entry;
  const goals = merge.added.goals.map((one) => ({ ...one }));
  if (merge.goal) goals.push({ ...merge.goal, id: createId(), setAt: now.toISOString() });
  for (const one of goals)
    await tx
      .insert(goal)
      .values({
        ...one,
        personId: userId,
        // A plan of stages has more of them, which every reader takes as they stand in the row.
        preferences:
          one.preferences && ({ ...preferences, ...withoutMissing(one.preferences) } as Preferences),
      })
      .onConflictDoNothing();
}

function withoutMissing<T extends object>(parts: T): Partial<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Partial<T>;
}

async function insertStepEvents(tx: Transaction, userId: UserId, entry: ImportEntry): Promise<void> {
  const { plan: merge, career, now = new Date() } = entry;
  const events = merge.added.stepProgress;
  for (let from = 0; from < events.length; from += PIECE) {
    if (from > 0) await setImmediate();
    await insertSomeEvents(tx, userId, { career, now, events: events.slice(from, from + PIECE) });
  }
}

async function insertSomeEvents(
  tx: Transaction,
  userId: UserId,
  { career, now, events }: { career: string; now: Date; events: ImportPlan['added']['stepProgress'] },
): Promise<void> {
  const rows = events.map((one) => [
    one.id,
    one.career ?? career,
    one.step,
    one.status,
    one.startedOn,
    one.finishedOn,
    one.hoursSpent,
    one.expiresOn,
    one.note,
    one.evidence,
    one.recordedAt ?? now.toISOString(),
  ]);
  await tx.run(sql`
    insert into step_progress (person_id, id, career, step, status, started_on, finished_on, hours_spent, expires_on,
      note, evidence, recorded_at)
    select ${userId}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
      value ->> 7, value ->> 8, value ->> 9, value ->> 10
    from json_each(${toJsonText(rows)}) where true on conflict do nothing`);
}

/** A plan in a file has no id, so its content gives it one. */
async function insertPlan(tx: Transaction, userId: UserId, entry: ImportEntry): Promise<void> {
  const { plan: merge, now = new Date() } = entry;
  if (!merge.plan) return;
  const document = toJsonText(merge.plan);
  const id = createHash('sha256').update(document).digest('hex').slice(0, 26);
  const { career, role } = merge.plan;
  await tx.run(sql`
    insert into plan (person_id, id, career, role, document, made_at, reason)
    values (${userId}, ${id}, ${career}, ${role}, ${document}, ${now.toISOString()}, 'imported')
    on conflict do nothing`);
  await deleteOldestPlans(tx, userId);
}

async function saveOwnChoices(tx: Transaction, userId: UserId, { plan: merge }: ImportEntry): Promise<void> {
  const { timeZone, settings: given } = merge;
  if (timeZone === null && given === null) return;
  const [found] = await tx.select({ settings: person.settings }).from(person).where(eq(person.id, userId));
  if (!found) return;
  // An older file must not bring mail back that was stopped since: it says so only where nothing was decided here.
  const isDecided = 'isReminderMailed' in found.settings;
  const settings = { ...given, ...(isDecided ? { isReminderMailed: found.settings.isReminderMailed } : {}) };
  await tx
    .update(person)
    .set({
      ...(timeZone === null ? {} : { timeZone }),
      settings: settingsSchema.parse({ ...found.settings, ...settings }),
    })
    .where(eq(person.id, userId));
}
