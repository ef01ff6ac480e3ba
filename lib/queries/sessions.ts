import { randomBytes } from 'node:crypto';
import { and, desc, eq, gt, lt, lte, ne, or, sql } from 'drizzle-orm';
import { person, session } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import { env } from '@/lib/env';
import { getDatabase } from '@/lib/queries/database';
import { deleteInPieces } from './delete-in-pieces';

const TOUCH_EVERY_MS = 5 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Whoever was last seen before this has left. */
const findIdleSince = (now: Date) => new Date(now.getTime() - env.SESSION_IDLE_DAYS * DAY_MS).toISOString();

export type LiveSession = {
  id: string;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  userAgent: string | null;
  address: string | null;
};

const sessionColumns = {
  id: session.id,
  createdAt: session.createdAt,
  lastSeenAt: session.lastSeenAt,
  expiresAt: session.expiresAt,
  userAgent: session.userAgent,
  address: session.address,
};

const createSessionId = () => randomBytes(16).toString('base64url');

/** Makes the row that a signed-in browser's token points to. Returns its id, 128 random bits. */
export async function startSession(entry: {
  personId: string;
  userAgent: string | null;
  address: string | null;
  lifetimeSeconds: number;
  /** Where the person proved who they are before this. */
  provedAt?: string | null;
  now?: Date;
}): Promise<string> {
  const { personId, userAgent, address, lifetimeSeconds, provedAt = null, now = new Date() } = entry;
  const id = createSessionId();
  const createdAt = now.toISOString();
  const expiresAt = new Date(now.getTime() + lifetimeSeconds * 1000).toISOString();
  await getDatabase().write(async (tx) => {
    const [owner] = await tx
      .select({ suspendedAt: person.suspendedAt })
      .from(person)
      .where(eq(person.id, personId));
    // Suspended between the proof of who it is and now.
    if (owner?.suspendedAt) throw new Error('The account is suspended.');
    await tx
      .insert(session)
      .values({ id, personId, createdAt, lastSeenAt: createdAt, expiresAt, provedAt, userAgent, address });
  });
  return id;
}

/**
 * The session if it has neither ended nor expired, was in use lately, and is that person's; notes about every five minutes that it is in use.
 * Each page asks this, so the query is written out: to have it built took six times as long as the answer.
 */
export async function getLiveSession({
  sessionId,
  personId,
  now = new Date(),
}: {
  sessionId: string;
  personId: string;
  now?: Date;
}): Promise<Pick<LiveSession, 'id' | 'lastSeenAt'> | null> {
  const [found] = await getDatabase().readLatest((reader) =>
    reader.all<Pick<LiveSession, 'id' | 'lastSeenAt'>>(sql`
      select id, last_seen_at as "lastSeenAt" from session
      where id = ${sessionId} and person_id = ${personId} and expires_at > ${now.toISOString()}
        and last_seen_at > ${findIdleSince(now)}`),
  );
  if (!found) return null;
  if (now.getTime() - Date.parse(found.lastSeenAt) >= TOUCH_EVERY_MS) noteUse(sessionId, now);
  return found;
}

/** No page waits for this, and none fails when the disk cannot be written to. */
function noteUse(sessionId: string, now: Date): void {
  const lastSeenAt = now.toISOString();
  getDatabase()
    .write((tx) =>
      tx
        .update(session)
        .set({ lastSeenAt })
        .where(and(eq(session.id, sessionId), lt(session.lastSeenAt, lastSeenAt))),
    )
    .catch(() => undefined);
}

/** When the person last gave, in this session, all that signing in asks. Null where the session is over. */
export async function getProofTime(userId: UserId, sessionId: string): Promise<string | null> {
  const [found] = await getDatabase().readLatest((reader) =>
    reader
      .select({ createdAt: session.createdAt, provedAt: session.provedAt })
      .from(session)
      .where(and(eq(session.personId, userId), eq(session.id, sessionId))),
  );
  return found ? (found.provedAt ?? found.createdAt) : null;
}

/**
 * Notes that the person has just proved who they are. The session goes on under another id, so that a cookie that somebody
 * copied before is worth nothing. Null where it is over.
 */
export async function renewSession(
  userId: UserId,
  sessionId: string,
  { now = new Date() } = {},
): Promise<{ id: string; expiresAt: string } | null> {
  const [renewed] = await getDatabase().write((tx) =>
    tx
      .update(session)
      .set({ id: createSessionId(), provedAt: now.toISOString() })
      .where(and(eq(session.personId, userId), eq(session.id, sessionId)))
      .returning({ id: session.id, expiresAt: session.expiresAt }),
  );
  return renewed ?? null;
}

/** Ends the session that a token names; for the person who holds the token. */
export async function endSession(sessionId: string): Promise<void> {
  await getDatabase().write((tx) => tx.delete(session).where(eq(session.id, sessionId)));
}

/** The person's sessions, the newest first. */
export async function listSessions(userId: UserId, { now = new Date() } = {}): Promise<LiveSession[]> {
  return getDatabase().read((reader) =>
    reader
      .select(sessionColumns)
      .from(session)
      .where(
        and(
          eq(session.personId, userId),
          gt(session.expiresAt, now.toISOString()),
          gt(session.lastSeenAt, findIdleSince(now)),
        ),
      )
      .orderBy(desc(session.createdAt), desc(session.id)),
  );
}

/** Ends one of the person's sessions. False when they have no such session. */
export async function deleteSession(userId: UserId, sessionId: string): Promise<boolean> {
  const ended = await getDatabase().write((tx) =>
    tx
      .delete(session)
      .where(and(eq(session.personId, userId), eq(session.id, sessionId)))
      .returning({ id: session.id }),
  );
  return ended.length > 0;
}

/** Ends the person's sessions, but the one to keep. Returns how many ended. */
export async function deleteSessions(userId: UserId, { keep }: { keep?: string } = {}): Promise<number> {
  const ended = await getDatabase().write((tx) =>
    tx
      .delete(session)
      .where(and(eq(session.personId, userId), keep ? ne(session.id, keep) : undefined))
      .returning({ id: session.id }),
  );
  return ended.length;
}

/** Forgets the sessions whose time is over. Returns how many there were. */
export function deleteExpiredSessions({ now = new Date() } = {}): Promise<number> {
  const isOver = lt(session.expiresAt, now.toISOString());
  return deleteInPieces(session, or(isOver, lte(session.lastSeenAt, findIdleSince(now))));
}
