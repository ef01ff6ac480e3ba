import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/database';
import { readJsonText } from '@/db/json-text';
import { secondLook, secondLookAnswer } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import type { Level } from '@/lib/domain/catalogue';
import { addDays } from '@/lib/domain/day';
import type { Exceptions } from '@/lib/domain/exceptions';
import { computeLastCounted } from '@/lib/domain/instant';
import type { SecondLookAnswer } from '@/lib/domain/second-look/answer';
import { OWN_RATING_DAYS } from '@/lib/domain/second-look/ask';
import { getDatabase } from '@/lib/queries/database';

/** When a second look takes nothing more, whichever comes first. */
const endOf = sql`min(look.ends_at, coalesce(look.closed_at, look.ends_at))`;

/**
 * The person's own rating that stands beside an answer: the latest that they had given when it came, at most 30 days old,
 * or else the first that they gave afterwards, while the second look took answers. Later ones are not blind.
 */
export const ownRatingOf = (last: string) => sql`coalesce(
  (select r.check_in_id from rating as r join check_in as c on c.person_id = r.person_id and c.id = r.check_in_id
    where r.person_id = answer.person_id and r.career = look.career and r.skill = answer.skill
      and r.taken_at >= answer.own_since and r.taken_at <= ${last}
      and c.recorded_at <= answer.first_at and c.removed_at is null
    order by r.taken_at desc, r.check_in_id desc limit 1),
  (select r.check_in_id from rating as r join check_in as c on c.person_id = r.person_id and c.id = r.check_in_id
    where r.person_id = answer.person_id and r.career = look.career and r.skill = answer.skill
      and r.taken_at >= answer.own_since and r.taken_at <= ${last}
      and c.recorded_at > answer.first_at and c.recorded_at <= ${endOf} and c.removed_at is null
    order by c.recorded_at, r.check_in_id limit 1))`;

type GivenRating = { level: Level } & Exceptions;

/** What was given to the person for one skill, beside what they had given themselves. */
export type GivenAnswer = {
  secondLookId: string;
  /** How the person calls whom they asked. */
  name: string;
  skill: string;
  own: GivenRating & { evidence: string | null; takenAt: string };
  /** Null where they cannot judge it. */
  second: GivenRating | null;
  reason: string | null;
  changedAt: string;
};

/**
 * The answers that the person may see, the oldest second look first: of a skill that they have not rated themselves nothing
 * leaves the database, not even that there is an answer.
 */
export async function listGivenAnswers(
  userId: UserId,
  career: string,
  { secondLookId, now = new Date() }: { secondLookId?: string; now?: Date } = {},
): Promise<GivenAnswer[]> {
  const rows = await getDatabase().read((reader) =>
    reader.all<GivenRow>(sql`
      select look.id as "secondLookId", look.name, answer.skill, answer.level, answer.also, answer."except",
        answer.reason, answer.changed_at as "changedAt", own.level as "ownLevel", own.evidence as "ownEvidence",
        own.taken_at as "ownTakenAt", e.also as "ownAlso", e."except" as "ownExcept"
      from second_look as look
      join second_look_answer as answer
        on answer.person_id = look.person_id and answer.second_look_id = look.id
      join rating as own on own.person_id = look.person_id and own.skill = answer.skill
        and own.check_in_id = ${ownRatingOf(computeLastCounted(now))}
      left join rating_exception as e
        on e.person_id = own.person_id and e.check_in_id = own.check_in_id and e.skill = own.skill
      where look.person_id = ${userId} and look.career = ${career}
        ${secondLookId === undefined ? sql`` : sql`and look.id = ${secondLookId}`}
      order by look.created_at, look.id, answer.skill`),
  );
  return rows.map(toGivenAnswer);
}

type GivenRow = {
  secondLookId: string;
  name: string;
  skill: string;
  level: Level | null;
  reason: string | null;
  changedAt: string;
  ownLevel: Level;
  ownEvidence: string | null;
  ownTakenAt: string;
} & Record<'also' | 'except' | 'ownAlso' | 'ownExcept', string | null>;

function toGivenAnswer(row: GivenRow): GivenAnswer {
  const { secondLookId, name, skill, level, reason, changedAt } = row;
  return {
    secondLookId,
    name,
    skill,
    own: {
      level: row.ownLevel,
      evidence: row.ownEvidence,
      takenAt: row.ownTakenAt,
      ...readLists(row.ownAlso, row.ownExcept),
    },
    second: level === null ? null : { level, ...readLists(row.also, row.except) },
    reason,
    changedAt,
  };
}

function readLists(also: string | null, except: string | null): Exceptions {
  return {
    ...(also !== null && { also: readJsonText<string[]>(also) }),
    ...(except !== null && { except: readJsonText<string[]>(except) }),
  };
}

/** The skills of which an answer waits for the person's own rating; of the answer itself it says nothing. */
export async function listWaitingSkills(
  userId: UserId,
  career: string,
  now = new Date(),
): Promise<{ secondLookId: string; skill: string }[]> {
  return getDatabase().read((reader) =>
    reader.all<{ secondLookId: string; skill: string }>(sql`
      select look.id as "secondLookId", answer.skill
      from second_look as look
      join second_look_answer as answer
        on answer.person_id = look.person_id and answer.second_look_id = look.id
      where look.person_id = ${userId} and look.career = ${career} and ${endOf} > ${now.toISOString()}
        and ${ownRatingOf(computeLastCounted(now))} is null
      order by look.created_at, look.id, answer.skill`),
  );
}

/** What somebody who was asked has said so far, to be shown to them alone. */
export async function listOwnAnswers(userId: UserId, secondLookId: string): Promise<SecondLookAnswer[]> {
  const rows = await getDatabase().read((reader) =>
    reader
      .select({
        skill: secondLookAnswer.skill,
        level: secondLookAnswer.level,
        also: secondLookAnswer.also,
        except: secondLookAnswer.except,
        reason: secondLookAnswer.reason,
      })
      .from(secondLookAnswer)
      .where(and(eq(secondLookAnswer.personId, userId), eq(secondLookAnswer.secondLookId, secondLookId)))
      .orderBy(asc(secondLookAnswer.skill)),
  );
  return rows.map(({ also, except, ...row }) => ({
    ...row,
    ...(also && { also }),
    ...(except && { except }),
  }));
}

/**
 * Keeps what somebody who was asked says, over what they said before of the same skills. False where the second look takes
 * nothing any more.
 */
export async function saveAnswers(
  userId: UserId,
  entry: { secondLookId: string; answers: readonly SecondLookAnswer[]; now?: Date },
): Promise<boolean> {
  const { secondLookId, answers, now = new Date() } = entry;
  const at = now.toISOString();
  const ownSince = `${addDays(at.slice(0, 10), -OWN_RATING_DAYS)}${at.slice(10)}`;
  return getDatabase().write(async (tx) => {
    const open = await findOpen(tx, { userId, id: secondLookId, at });
    if (!open) return false;
    for (const { skill, level, reason, also = null, except = null } of answers) {
      if (!open.skills.includes(skill)) continue;
      const said = { level, reason, also, except, changedAt: at };
      await tx
        .insert(secondLookAnswer)
        .values({ personId: userId, secondLookId, skill, ...said, ownSince, firstAt: at })
        .onConflictDoUpdate({
          target: [secondLookAnswer.personId, secondLookAnswer.secondLookId, secondLookAnswer.skill],
          set: said,
        });
    }
    return true;
  });
}

/** Takes back all that somebody who was asked said, read or not. False where the second look takes nothing any more. */
export async function deleteAnswers(
  userId: UserId,
  { secondLookId, now = new Date() }: { secondLookId: string; now?: Date },
): Promise<boolean> {
  return getDatabase().write(async (tx) => {
    if (!(await findOpen(tx, { userId, id: secondLookId, at: now.toISOString() }))) return false;
    await tx
      .delete(secondLookAnswer)
      .where(and(eq(secondLookAnswer.personId, userId), eq(secondLookAnswer.secondLookId, secondLookId)));
    return true;
  });
}

async function findOpen(
  tx: Transaction,
  { userId, id, at }: { userId: UserId; id: string; at: string },
): Promise<{ skills: string[] } | undefined> {
  const [found] = await tx
    .select({ skills: secondLook.skills })
    .from(secondLook)
    .where(
      and(
        eq(secondLook.personId, userId),
        eq(secondLook.id, id),
        isNull(secondLook.closedAt),
        sql`${secondLook.endsAt} > ${at}`,
      ),
    );
  return found;
}

/** Forgets what was not given before its second look ended. Returns how many answers there were. */
export async function deleteUngivenAnswers({ now = new Date() } = {}): Promise<number> {
  const { rowsAffected } = await getDatabase().write((tx) => tx.run(deleteUngiven(now, sql`true`)));
  return rowsAffected;
}

/** Of the second looks that `which` names, deletes what was not given before they ended. */
export function deleteUngiven(now: Date, which: ReturnType<typeof sql>) {
  return sql`
    delete from second_look_answer where (person_id, second_look_id, skill) in (
      select answer.person_id, answer.second_look_id, answer.skill
      from second_look as look
      join second_look_answer as answer
        on answer.person_id = look.person_id and answer.second_look_id = look.id
      where ${which} and ${endOf} <= ${now.toISOString()}
        and ${ownRatingOf(computeLastCounted(now))} is null)`;
}

/** Which answers of the person's second looks were given to them, for a query of that table alone. */
export function isGiven(userId: UserId, last: string) {
  return sql`exists (
    select 1 from second_look as look
    join second_look_answer as answer on answer.person_id = look.person_id and answer.second_look_id = look.id
    where look.person_id = ${userId} and look.id = ${secondLookAnswer.secondLookId}
      and answer.skill = ${secondLookAnswer.skill} and ${ownRatingOf(last)} is not null)`;
}
