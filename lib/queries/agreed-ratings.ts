import { sql } from 'drizzle-orm';
import { readJsonText } from '@/db/json-text';
import { agreedRating } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import type { Level } from '@/lib/domain/catalogue';
import type { Exceptions } from '@/lib/domain/exceptions';
import { getDatabase } from '@/lib/queries/database';
import { requireRoom } from './room';

/** What the person agreed on with somebody for one skill. */
export type AgreedRating = { skill: string; level: Level; name: string; agreedAt: string } & Exceptions;

/**
 * Saves what was agreed in one talk; it overwrites nothing. The same key again, as of a form that is sent twice, is the
 * same talk and saves nothing.
 */
export async function saveAgreement(
  userId: UserId,
  entry: {
    requestKey: string;
    career: string;
    catalogue: string;
    name: string;
    secondLookId: string;
    ratings: readonly ({ skill: string; level: Level } & Exceptions)[];
    now?: Date;
  },
): Promise<void> {
  const { requestKey: id, ratings, now = new Date(), ...talk } = entry;
  await getDatabase().write(async (tx) => {
    for (const { skill, level, also = null, except = null } of ratings)
      await tx
        .insert(agreedRating)
        .values({ ...talk, personId: userId, id, agreedAt: now.toISOString(), skill, level, also, except })
        .onConflictDoNothing();
    await requireRoom(tx, userId, 'agreedRatings');
  });
}

/** A row whose lists are JSON texts. */
export type AgreedRow = Omit<AgreedRating, 'also' | 'except'> & Record<'also' | 'except', string | null>;

/** All that the person agreed on with anybody in a career, the newest first. */
export async function listAgreedRatings(userId: UserId, career: string): Promise<AgreedRating[]> {
  const rows = await getDatabase().read((reader) =>
    reader.all<AgreedRow>(sql`
      select skill, level, name, agreed_at as "agreedAt", also, "except" from agreed_rating
      where person_id = ${userId} and career = ${career} order by agreed_at desc, id desc, skill`),
  );
  return rows.map(toAgreedRating);
}

export function toAgreedRating({ also, except, ...row }: AgreedRow): AgreedRating {
  return {
    ...row,
    ...(also !== null && { also: readJsonText<string[]>(also) }),
    ...(except !== null && { except: readJsonText<string[]>(except) }),
  };
}
