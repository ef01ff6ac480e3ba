import { createHash } from 'node:crypto';
import { and, desc, eq, lte, sql } from 'drizzle-orm';
import type { Reader, Transaction } from '@/db/database';
import { readJsonText } from '@/db/json-text';
import { plan } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import { type StoredDocument, storedDocumentSchema } from '@/lib/domain/climb/follow/stored-document';
import { computeLastCounted, computeNextInstant } from '@/lib/domain/instant';
import { getDatabase } from '@/lib/queries/database';
import { createId } from './create-id';
import { type GoalEntry, saveGoalWithin } from './goals';
import { deleteOldestPlans } from './room';

/** A kept plan without its document. */
export type PlanHead = { id: string; career: string; role: string; madeAt: string; reason: string };
/** A kept plan of either version: see toFollowed for the shape that both have. */
export type KeptPlan = PlanHead & { document: StoredDocument };

export type PlanEntry = {
  document: StoredDocument;
  /** Why it was made, in the caller's own word, such as `made` or `replanned`. */
  reason: string;
  /** The id of the plan that the form was filled in from, null for none; leave it out to save whatever stands there. */
  basedOn?: string | null;
  now?: Date;
};

const headColumns = {
  id: plan.id,
  career: plan.career,
  role: plan.role,
  madeAt: plan.madeAt,
  reason: plan.reason,
};

/** Bytes of a document; the largest that the planner can make has a tenth of them. */
const MOST_BYTES = 4_000_000;
/** The text of a document; null for one that no plan can be as long as. */
export const boundedDocument = sql<
  string | null
>`case when octet_length(${plan.document}) <= ${MOST_BYTES} then ${plan.document} end`;

const isCounted = ({ userId, career, now }: { userId: UserId; career: string; now: Date }) =>
  and(eq(plan.personId, userId), eq(plan.career, career), lte(plan.madeAt, computeLastCounted(now)));

/** The plan that the person keeps in a career; null before the first, and where it cannot be shown. */
export async function getKeptPlan(
  userId: UserId,
  career: string,
  now = new Date(),
): Promise<KeptPlan | null> {
  const found = await findPlan(userId, career, now);
  return found && toKept(found);
}

/** So many of the newest are read at once. */
const MOST_READ = 12;

/** The newest plans of the person with their documents, the kept one first; what cannot be shown is left out. */
export async function listKeptPlans(userId: UserId, career: string, now = new Date()): Promise<KeptPlan[]> {
  const found = await getDatabase().read((reader) =>
    reader
      .select({ ...headColumns, document: boundedDocument })
      .from(plan)
      .where(isCounted({ userId, career, now }))
      .orderBy(desc(plan.madeAt), desc(plan.id))
      .limit(MOST_READ),
  );
  return found.flatMap((one) => toKept(one) ?? []);
}

/** Whether the person keeps a plan that cannot be shown. */
export async function isPlanUnreadable(userId: UserId, career: string, now = new Date()): Promise<boolean> {
  const found = await findPlan(userId, career, now);
  return found !== null && toKept(found) === null;
}

type StoredPlan = PlanHead & { document: string | null };

async function findPlan(userId: UserId, career: string, now: Date): Promise<StoredPlan | null> {
  const [found] = await getDatabase().read((reader) =>
    reader
      .select({ ...headColumns, document: boundedDocument })
      .from(plan)
      .where(isCounted({ userId, career, now }))
      .orderBy(desc(plan.madeAt), desc(plan.id))
      .limit(1),
  );
  return found ?? null;
}

function toKept({ document: text, ...head }: StoredPlan): KeptPlan | null {
  const document = readStoredDocument(text);
  return document && { ...head, document };
}

/** Texts that were found to be a plan's: none changes, so none is looked at again. */
const known = new Set<string>();
const MOST_KNOWN = 5_000;

/** The plan in a stored text; null where it cannot be shown, as a file could bring before plans had bounds. */
export function readStoredDocument(text: string | null): StoredDocument | null {
  if (text === null) return null;
  const document = readJsonText<StoredDocument>(text);
  const key = createHash('sha256').update(text).digest('base64url');
  if (known.has(key)) return document;
  if (!storedDocumentSchema.safeParse(document).success) return null;
  if (known.size >= MOST_KNOWN) known.clear();
  known.add(key);
  return document;
}

/** One plan of the person's history; null where they have none of that id, or it cannot be shown. */
export async function getKeptPlanById(userId: UserId, id: string): Promise<KeptPlan | null> {
  const found = await findPlanById(userId, id);
  return found && toKept(found);
}

async function findPlanById(userId: UserId, id: string): Promise<StoredPlan | null> {
  const [found] = await getDatabase().read((reader) =>
    reader
      .select({ ...headColumns, document: boundedDocument })
      .from(plan)
      .where(and(eq(plan.personId, userId), eq(plan.id, id))),
  );
  return found ?? null;
}

/** What a list says of a plan. */
export type PlanLine = PlanHead & {
  weeks: number;
  steps: number;
  cost: { amount: number; currency: string };
};

/** Every plan that the person has made in a career with its totals, the newest first. */
export async function listPlans(userId: UserId, career: string): Promise<PlanLine[]> {
  const total = <Value>(name: string) => sql<Value>`json_extract(${plan.document}, ${`$.totals.${name}`})`;
  return getDatabase().read((reader) =>
    reader
      .select({
        ...headColumns,
        weeks: total<number>('weeks'),
        steps: total<number>('steps'),
        cost: { amount: total<number>('cost.amount'), currency: total<string>('cost.currency') },
      })
      .from(plan)
      .where(and(eq(plan.personId, userId), eq(plan.career, career)))
      .orderBy(desc(plan.madeAt), desc(plan.id)),
  );
}

/**
 * Keeps a plan, and lets the oldest go where there are more than a person may keep. A repeated request key answers the plan that was saved first; where another has come in since the form
 * was filled in, nothing is saved and `current` is that other one.
 */
export async function savePlan(
  userId: UserId,
  entry: PlanEntry,
): Promise<{ ok: true; id: string } | { ok: false; current: PlanHead | null }> {
  return getDatabase().write((tx) => savePlanWithin(tx, { userId, entry }));
}

/**
 * Keeps a plan together with the settings that it was made from, both or neither. False where other settings,
 * or another plan, have come in since the form was filled in.
 */
export async function savePlanWithGoal(
  userId: UserId,
  { goal, plan: entry }: { goal: GoalEntry; plan: PlanEntry },
): Promise<boolean> {
  return getDatabase().write(async (tx) => {
    const { basedOn } = entry;
    if (basedOn !== undefined) {
      const { document, now = new Date() } = entry;
      const current = await getCurrentHead(tx, { userId, career: document.career, now });
      if (basedOn !== (current?.id ?? null)) return false;
    }
    if (!(await saveGoalWithin(tx, { userId, entry: goal })).ok) return false;
    return (await savePlanWithin(tx, { userId, entry })).ok;
  });
}

export async function savePlanWithin(
  tx: Transaction,
  { userId, entry: { document, reason, basedOn, now = new Date() } }: { userId: UserId; entry: PlanEntry },
): Promise<{ ok: true; id: string } | { ok: false; current: PlanHead | null }> {
  const { career, role } = document;
  const current = await getCurrentHead(tx, { userId, career, now });
  if (basedOn !== undefined && basedOn !== (current?.id ?? null)) return { ok: false, current };
  const id = createId();
  await tx.insert(plan).values({
    personId: userId,
    id,
    career,
    role,
    document,
    madeAt: computeNextInstant({ now, newest: current?.madeAt ?? null }),
    reason,
  });
  await deleteOldestPlans(tx, userId);
  return { ok: true, id };
}

async function getCurrentHead(
  reader: Reader | Transaction,
  { userId, career, now }: { userId: UserId; career: string; now: Date },
): Promise<PlanHead | null> {
  const [found] = await reader
    .select(headColumns)
    .from(plan)
    .where(isCounted({ userId, career, now }))
    .orderBy(desc(plan.madeAt), desc(plan.id))
    .limit(1);
  return found ?? null;
}
