import { and, asc, eq } from 'drizzle-orm';
import type { Transaction } from '@/db/database';
import { heldPost } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import type { HeldPostFacts } from '@/lib/domain/work';
import { getDatabase } from '@/lib/queries/database';
import { createId } from './create-id';
import { requireRoom } from './room';

/** A post that the person holds or held. */
export type HeldPostRecord = Omit<HeldPostFacts, 'career'>;
export type HeldPostEntry = Pick<HeldPostRecord, 'post' | 'since' | 'until'>;

const postColumns = {
  id: heldPost.id,
  post: heldPost.post,
  since: heldPost.since,
  until: heldPost.until,
  changedAt: heldPost.changedAt,
};

/** The person's posts in a career, the earliest first. */
export async function listHeldPosts(userId: UserId, career: string): Promise<HeldPostRecord[]> {
  return getDatabase().read((reader) =>
    reader
      .select(postColumns)
      .from(heldPost)
      .where(and(eq(heldPost.personId, userId), eq(heldPost.career, career)))
      .orderBy(asc(heldPost.since), asc(heldPost.id)),
  );
}

/** Adds posts, all or none. One that stands there already with the same months is not added twice. */
export async function saveNewHeldPosts(
  userId: UserId,
  { career, posts, now = new Date() }: { career: string; posts: readonly HeldPostEntry[]; now?: Date },
): Promise<string[]> {
  return getDatabase().write((tx) => addHeldPostsWithin(tx, { userId, career, posts, now }));
}

export async function addHeldPostsWithin(
  tx: Transaction,
  {
    userId,
    career,
    posts,
    now,
  }: { userId: UserId; career: string; posts: readonly HeldPostEntry[]; now: Date },
): Promise<string[]> {
  const known = await tx
    .select(postColumns)
    .from(heldPost)
    .where(and(eq(heldPost.personId, userId), eq(heldPost.career, career)));
  const ids: string[] = [];
  for (const entry of posts) {
    const { post, since, until } = entry;
    if (known.some((one) => one.post === post && one.since === since && one.until === until)) continue;
    const id = createId();
    await tx
      .insert(heldPost)
      .values({ personId: userId, id, career, post, since, until, changedAt: now.toISOString() });
    ids.push(id);
  }
  await requireRoom(tx, userId, 'posts');
  return ids;
}

/**
 * Changes one of the person's posts and answers how it stood before. Where it was changed since the form was filled in, or
 * is not theirs, nothing is saved.
 */
export async function saveHeldPost(
  userId: UserId,
  { now = new Date(), ...entry }: HeldPostChange & { now?: Date },
): Promise<HeldPostChanged> {
  return getDatabase().write((tx) => changeHeldPostWithin(tx, { userId, entry, now }));
}

type HeldPostChange = HeldPostEntry & { id: string; basedOn: string };
type HeldPostChanged = { ok: true; before: HeldPostRecord } | { ok: false; current: HeldPostRecord | null };

export async function changeHeldPostWithin(
  tx: Transaction,
  { userId, entry, now }: { userId: UserId; entry: HeldPostChange; now: Date },
): Promise<HeldPostChanged> {
  const { id, basedOn, post, since, until } = entry;
  const isTheirs = and(eq(heldPost.personId, userId), eq(heldPost.id, id));
  const [current = null] = await tx.select(postColumns).from(heldPost).where(isTheirs);
  if (current === null || current.changedAt !== basedOn) return { ok: false, current };
  // Two changes within one millisecond still get versions of their own.
  const changedAt = new Date(Math.max(now.getTime(), Date.parse(basedOn) + 1)).toISOString();
  await tx.update(heldPost).set({ post, since, until, changedAt }).where(isTheirs);
  return { ok: true, before: current };
}

/** Takes a post out and answers what it was; null where the person has none of that id. */
export async function deleteHeldPost(userId: UserId, id: string): Promise<HeldPostRecord | null> {
  const [deleted = null] = await getDatabase().write((tx) =>
    tx
      .delete(heldPost)
      .where(and(eq(heldPost.personId, userId), eq(heldPost.id, id)))
      .returning(postColumns),
  );
  return deleted;
}
