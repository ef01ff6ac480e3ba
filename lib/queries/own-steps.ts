import { and, asc, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import { ownStep } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import type { Level } from '@/lib/domain/catalogue';
import type { OwnStepKind } from '@/lib/domain/own-step';
import type { Money } from '@/lib/domain/planner/profile';
import { getDatabase } from '@/lib/queries/database';
import { createId } from './create-id';
import { computeRepeatSince, isRepeat } from './repeat';
import { requireRoom } from './room';

/** A step that the person wrote themselves. Its id begins with `own-`, which no catalogue's does. */
export type OwnStep = {
  id: string;
  kind: OwnStepKind;
  title: string;
  url: string | null;
  hours: number;
  weeks: number;
  cost: Money | null;
  raises: { skill: string; from: Level; to: Level }[];
  prerequisites: string[];
  /** Can-dos; null in a step written when steps raised skills by levels, which teaches what its raises span. */
  teaches: string[] | null;
  /** `work` where its hours are those of a post; null for one's own time. */
  pool: 'work' | null;
  changedAt: string;
  retiredAt: string | null;
};

export type OwnStepEntry = Omit<OwnStep, 'id' | 'changedAt' | 'retiredAt' | 'teaches' | 'pool'> &
  Partial<Pick<OwnStep, 'teaches' | 'pool'>>;

const ownStepColumns = {
  id: ownStep.id,
  kind: ownStep.kind,
  title: ownStep.title,
  url: ownStep.url,
  hours: ownStep.hours,
  weeks: ownStep.weeks,
  cost: ownStep.cost,
  raises: ownStep.raises,
  prerequisites: ownStep.prerequisites,
  teaches: ownStep.teaches,
  pool: ownStep.pool,
  changedAt: ownStep.changedAt,
  retiredAt: ownStep.retiredAt,
};

/** The person's own steps in a career in the order in which they were made, retired ones too: a plan may hold one. */
export async function listOwnSteps(userId: UserId, career: string): Promise<OwnStep[]> {
  return getDatabase().read((reader) =>
    reader
      .select(ownStepColumns)
      .from(ownStep)
      .where(and(eq(ownStep.personId, userId), eq(ownStep.career, career)))
      .orderBy(asc(ownStep.id)),
  );
}

/** Adds a step to the person's own. Returns its id. */
export async function saveNewOwnStep(
  userId: UserId,
  entry: OwnStepEntry & { career: string; now?: Date },
): Promise<string> {
  const { now = new Date(), ...step } = entry;
  const id = `own-${createId()}`;
  const createdAt = now.toISOString();
  return getDatabase().write(async (tx) => {
    const latest = await tx
      .select({ ...ownStepColumns, career: ownStep.career })
      .from(ownStep)
      .where(and(eq(ownStep.personId, userId), gt(ownStep.createdAt, computeRepeatSince(now))));
    const same = latest.find((one) => one.retiredAt === null && isRepeat(step, one));
    if (same) return same.id;
    await tx.insert(ownStep).values({ ...step, personId: userId, id, createdAt, changedAt: createdAt });
    await requireRoom(tx, userId, 'ownSteps');
    return id;
  });
}

/**
 * Changes one of the person's own steps and answers how it stood before. Where it was changed since the form was filled
 * in, or is not theirs, nothing is saved; `current` is the step as it stands, or null.
 */
export async function saveOwnStep(
  userId: UserId,
  { id, basedOn, now = new Date(), ...entry }: OwnStepEntry & { id: string; basedOn: string; now?: Date },
): Promise<{ ok: true; before: OwnStep } | { ok: false; current: OwnStep | null }> {
  return getDatabase().write(async (tx) => {
    const isTheirs = and(eq(ownStep.personId, userId), eq(ownStep.id, id));
    const [current = null] = await tx.select(ownStepColumns).from(ownStep).where(isTheirs);
    if (current === null || current.changedAt !== basedOn) return { ok: false, current };
    // Two changes within one millisecond still get versions of their own.
    const changedAt = new Date(Math.max(now.getTime(), Date.parse(basedOn) + 1)).toISOString();
    await tx
      .update(ownStep)
      .set({ ...entry, changedAt })
      .where(isTheirs);
    return { ok: true, before: current };
  });
}

/** Takes a step out of planning; restoreOwnStep() brings it back. False where the person has none of that id. */
export async function deleteOwnStep(userId: UserId, id: string, { now = new Date() } = {}): Promise<boolean> {
  const retired = await getDatabase().write((tx) =>
    tx
      .update(ownStep)
      .set({ retiredAt: now.toISOString() })
      .where(and(eq(ownStep.personId, userId), eq(ownStep.id, id), isNull(ownStep.retiredAt)))
      .returning({ id: ownStep.id }),
  );
  return retired.length > 0;
}

/** Brings a retired step back. False where the person has no retired one of that id. */
export async function restoreOwnStep(userId: UserId, id: string): Promise<boolean> {
  const restored = await getDatabase().write((tx) =>
    tx
      .update(ownStep)
      .set({ retiredAt: null })
      .where(and(eq(ownStep.personId, userId), eq(ownStep.id, id), isNotNull(ownStep.retiredAt)))
      .returning({ id: ownStep.id }),
  );
  return restored.length > 0;
}
