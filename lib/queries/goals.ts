import { and, desc, eq, lte } from 'drizzle-orm';
import type { Reader, Transaction } from '@/db/database';
import { goal } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import type { Preferences as StagedPreferences } from '@/lib/domain/climb/profile';
import { computeLastCounted, computeNextInstant } from '@/lib/domain/instant';
import type { Preferences } from '@/lib/domain/planner/profile';
import { getDatabase } from '@/lib/queries/database';
import { createId } from './create-id';
import { listHeldWithin, saveHeldWithin } from './holdings';
import { requireRoom } from './room';

export type Goal = {
  id: string;
  career: string;
  role: string;
  /** Null until the person has made a plan. Those of plans of stages have more: see readPreferences. */
  preferences: Preferences | null;
  holdings: string[];
  setAt: string;
};

export type GoalEntry = Pick<Goal, 'career' | 'role'> & {
  preferences: Preferences | StagedPreferences | null;
  /** What the person says here that they hold; leave it out to keep what they hold. */
  holdings?: readonly string[];
  /** The id of the goal that the form was filled in from, null for none; leave it out to save whatever stands there. */
  basedOn?: string | null;
  now?: Date;
};

const goalColumns = {
  id: goal.id,
  career: goal.career,
  role: goal.role,
  preferences: goal.preferences,
  holdings: goal.holdings,
  setAt: goal.setAt,
};

/** The person's goal in a career, or null before they set one. */
export async function getGoal(userId: UserId, career: string, now = new Date()): Promise<Goal | null> {
  return getDatabase().read((reader) => getCurrent(reader, { userId, career, now }));
}

/** Every goal that the person has set in a career, the newest first. */
export async function listGoals(userId: UserId, career: string): Promise<Goal[]> {
  return getDatabase().read((reader) =>
    reader
      .select(goalColumns)
      .from(goal)
      .where(and(eq(goal.personId, userId), eq(goal.career, career)))
      .orderBy(desc(goal.setAt), desc(goal.id)),
  );
}

/**
 * Adds a goal to the history. The goal that stands already is not saved twice; where another has come in since the form
 * was filled in, nothing is saved and `current` is that other one.
 */
export async function saveGoal(
  userId: UserId,
  entry: GoalEntry,
): Promise<{ ok: true; id: string } | { ok: false; current: Goal | null }> {
  return getDatabase().write((tx) => saveGoalWithin(tx, { userId, entry }));
}

/** saveGoal() as one part of a larger transaction. */
export async function saveGoalWithin(
  tx: Transaction,
  { userId, entry: { basedOn, now = new Date(), holdings, ...given } }: { userId: UserId; entry: GoalEntry },
): Promise<{ ok: true; id: string } | { ok: false; current: Goal | null }> {
  const { career } = given;
  const current = await getCurrent(tx, { userId, career, now });
  const held = [...(holdings ?? (await listHeldWithin(tx, { userId, career, now })))];
  const entry = { ...given, preferences: given.preferences as Preferences | null, holdings: held };
  const isKept = current !== null && isSame(current, entry);
  if (!isKept && basedOn !== undefined && basedOn !== (current?.id ?? null)) return { ok: false, current };
  if (holdings) await saveHeldWithin(tx, { userId, career, ids: held, now });
  if (isKept) return { ok: true, id: current.id };
  const id = createId();
  const setAt = computeNextInstant({ now, newest: current?.setAt ?? null });
  await tx.insert(goal).values({ ...entry, personId: userId, id, setAt });
  await requireRoom(tx, userId, 'goals');
  return { ok: true, id };
}

/**
 * Sets the role of the person's goal and keeps the preferences that stand there, whatever a form that is
 * older shows; `preferences` are those of a first goal. Where another role was set since the form was filled in,
 * nothing is saved and `current` is that other goal.
 */
export async function saveGoalRole(
  userId: UserId,
  {
    basedOn,
    now = new Date(),
    ...entry
  }: Omit<GoalEntry, 'holdings' | 'basedOn'> & { basedOn: string | null },
): Promise<{ ok: true; id: string } | { ok: false; current: Goal | null }> {
  return getDatabase().write(async (tx) => {
    const current = await getCurrent(tx, { userId, career: entry.career, now });
    const wasRole = basedOn === null ? null : await getRoleOf(tx, { userId, id: basedOn });
    if (current && current.role !== entry.role && current.role !== wasRole) return { ok: false, current };
    return saveGoalWithin(tx, {
      userId,
      entry: {
        ...entry,
        preferences: current?.preferences ?? entry.preferences,
        now,
      },
    });
  });
}

async function getRoleOf(
  reader: Reader | Transaction,
  { userId, id }: { userId: UserId; id: string },
): Promise<string | null> {
  const [found] = await reader
    .select({ role: goal.role })
    .from(goal)
    .where(and(eq(goal.personId, userId), eq(goal.id, id)))
    .limit(1);
  return found?.role ?? null;
}

async function getCurrent(
  reader: Reader | Transaction,
  { userId, career, now }: { userId: UserId; career: string; now: Date },
): Promise<Goal | null> {
  const [found] = await reader
    .select(goalColumns)
    .from(goal)
    .where(and(eq(goal.personId, userId), eq(goal.career, career), lte(goal.setAt, computeLastCounted(now))))
    .orderBy(desc(goal.setAt), desc(goal.id))
    .limit(1);
  return found ?? null;
}

function isSame(current: Goal, entry: Pick<Goal, 'role' | 'preferences' | 'holdings'>): boolean {
  const content = ({ role, preferences, holdings }: typeof entry) =>
    JSON.stringify([role, preferences && Object.entries(preferences).sort(), [...holdings].sort()]);
  return content(current) === content(entry);
}
