import { setImmediate } from 'node:timers/promises';
import { and, asc, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/database';
import { toJsonText } from '@/db/json-text';
import { checkIn } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import type { Level } from '@/lib/domain/catalogue';
import type { Rating, Sureness } from '@/lib/domain/check-in';
import type { Exceptions } from '@/lib/domain/exceptions';
import { computeLastCounted, computeNextInstant } from '@/lib/domain/instant';
import { makePauses } from '@/lib/in-pieces';
import { getDatabase } from '@/lib/queries/database';
import { createId } from './create-id';
import { requireRoom } from './room';

export type CheckIn = {
  id: string;
  career: string;
  /** The version of the catalogue whose descriptors the person read. */
  catalogue: string;
  takenAt: string;
  recordedAt: string;
  note: string | null;
  /** The id of the check-in that this one corrects. */
  corrects: string | null;
  ratings: Rating[];
};

export type NewCheckIn = {
  career: string;
  catalogue: string;
  note: string | null;
  ratings: readonly Rating[];
  /** One form has one key: the same key again is the same check-in. */
  requestKey: string;
  corrects?: string | null;
  /** When the person judged themselves; now, unless they bring a history. */
  takenAt?: Date;
  now?: Date;
};

/**
 * Saves a check-in with its ratings in one transaction. A repeated request key answers the id that was saved first and
 * saves nothing. A correction is dated just after what it corrects, so that by time alone it stands in its place and
 * gives way to every later rating. Throws where `corrects` names no check-in of the person's, and where they have the most.
 */
export async function saveCheckIn(
  userId: UserId,
  entry: NewCheckIn,
): Promise<{ id: string; isRepeat: boolean }> {
  const id = createId();
  const { now = new Date() } = entry;
  const recordedAt = now.toISOString();
  return getDatabase().write(async (tx) => {
    const { career, catalogue, note, requestKey } = entry;
    const corrected = entry.corrects ? await getCorrected(tx, { userId, id: entry.corrects }) : null;
    const corrects = corrected?.id ?? null;
    const takenAt =
      corrected?.nextAt ??
      entry.takenAt?.toISOString() ??
      computeNextInstant({ now, newest: await getNewestInstant(tx, { userId, career, now }) });
    const saved = await tx.all(sql`
      insert into check_in (person_id, id, career, catalogue, taken_at, recorded_at, note, request_key, corrects)
      values (${userId}, ${id}, ${career}, ${catalogue}, ${takenAt}, ${recordedAt}, ${note}, ${requestKey}, ${corrects})
      on conflict (person_id, request_key) do nothing returning id`);
    if (saved.length === 0)
      return { id: await getIdByRequestKey(tx, { userId, requestKey }), isRepeat: true };
    await requireRoom(tx, userId, 'checkIns');
    // One statement with one value, whatever the number of ratings: half the time of a row of values each.
    const rows = toJsonText(entry.ratings.map((one) => [one.skill, one.level, one.evidence, one.sure]));
    await tx.run(sql`
      insert into rating (person_id, check_in_id, career, taken_at, skill, level, evidence, sure)
      select ${userId}, ${id}, ${career}, ${takenAt},
        value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(${rows})`);
    await insertExceptions(tx, { userId, rows: entry.ratings.map((rating) => ({ checkIn: id, ...rating })) });
    return { id, isRepeat: false };
  });
}

/** Adds what stands out from ratings that are there already; most have nothing, and then nothing is written. */
export async function insertExceptions(
  tx: Transaction,
  { userId, rows }: { userId: UserId; rows: readonly ({ checkIn: string; skill: string } & Exceptions)[] },
): Promise<void> {
  const some = rows.filter(({ also, except }) => also || except);
  if (some.length === 0) return;
  const values = toJsonText(
    some.map(({ checkIn: id, skill, also = null, except = null }) => [id, skill, also, except]),
  );
  await tx.run(sql`
    insert into rating_exception (person_id, check_in_id, skill, also, "except")
    select ${userId}, value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(${values})`);
}

/** When the newest check-in that counts was taken, removed ones included: they may come back. */
async function getNewestInstant(
  tx: Transaction,
  { userId, career, now }: { userId: UserId; career: string; now: Date },
): Promise<string | null> {
  const [found] = await tx.all<{ newest: string | null }>(sql`
    select max(taken_at) as newest from check_in
    where person_id = ${userId} and career = ${career} and taken_at <= ${computeLastCounted(now)}`);
  return found?.newest ?? null;
}

/** The check-in to correct, or the one that it corrects itself, and the moment after the last correction of it. */
async function getCorrected(
  tx: Transaction,
  { userId, id }: { userId: UserId; id: string },
): Promise<{ id: string; nextAt: string }> {
  const [found] = await tx.all<{ root: string; lastAt: string }>(sql`
    with named as (
      select coalesce(corrects, id) as root from check_in
      where person_id = ${userId} and id = ${id} and removed_at is null)
    select named.root, max(c.taken_at) as "lastAt" from named join check_in as c
    where c.person_id = ${userId} and (c.id = named.root or c.corrects = named.root)
    group by named.root`);
  if (!found) throw new RangeError('The check-in to correct does not exist.');
  return { id: found.root, nextAt: new Date(Date.parse(found.lastAt) + 1).toISOString() };
}

async function getIdByRequestKey(
  tx: Transaction,
  { userId, requestKey }: { userId: UserId; requestKey: string },
): Promise<string> {
  const [found] = await tx
    .select({ id: checkIn.id })
    .from(checkIn)
    .where(and(eq(checkIn.personId, userId), eq(checkIn.requestKey, requestKey)));
  if (!found) throw new Error('A check-in was refused as a repeat, yet none has its key.');
  return found.id;
}

type CheckInRow = Omit<CheckIn, 'ratings'> & { ratings: string };

/** A check-in's ratings come as one JSON text, so that a history of years is one row a check-in. */
const selectCheckIns = sql`
  select c.id, c.career, c.catalogue, c.taken_at as "takenAt", c.recorded_at as "recordedAt", c.note, c.corrects,
    (select json_group_array(json_array(r.skill, r.level, r.evidence, r.sure, json(e.also), json(e."except")))
      from rating as r left join rating_exception as e
        on e.person_id = r.person_id and e.check_in_id = r.check_in_id and e.skill = r.skill
      where r.person_id = c.person_id and r.check_in_id = c.id) as ratings
  from check_in as c`;

/** Ratings that one statement reads: those of ten years of weekly check-ins, so that most histories take one. */
const RATINGS_A_PIECE = 8_000;

type RatingColumns = Record<'ids' | 'skills' | 'levels' | 'evidence' | 'sure', string>;
type Place = { checkIn: string; skill: string };

/**
 * The person's check-ins with their ratings, the newest first; removed ones and those of the future are left out. All of it comes as JSON texts in
 * one row, the ratings as a list a column: of a history of ten years, a list a rating took half as long again. Of a longer one
 * the rest comes piece by piece, with others served in between.
 */
export async function listCheckIns(userId: UserId, career: string, now = new Date()): Promise<CheckIn[]> {
  return getDatabase().read(async (reader) => {
    const [found] = await reader.all<RatingColumns & Record<'heads' | 'exceptions', string>>(sql`
      select (
        select json_group_array(json_array(id, catalogue, taken_at, recorded_at, note, corrects)) from (
          select * from check_in
          where person_id = ${userId} and career = ${career} and removed_at is null
            and taken_at <= ${computeLastCounted(now)}
          order by taken_at desc, id desc)) as heads, (
        select json_group_array(json_array(check_in_id, skill, json(also), json("except"))) from rating_exception
          where person_id = ${userId}) as exceptions,
        ${ratingColumns} from (${selectRatingPiece(userId, career)})`);
    if (!found) return [];
    const heads: [string, string, string, string, string | null, string | null][] = JSON.parse(found.heads);
    const checkIns = heads.map(([id, catalogue, takenAt, recordedAt, note, corrects]): CheckIn => {
      return { id, career, catalogue, takenAt, recordedAt, note, corrects, ratings: [] };
    });
    const byId = new Map(checkIns.map((one) => [one.id, one]));
    const exceptions = readExceptions(found.exceptions);
    let last = await addRatings(byId, found, exceptions);
    while (last) {
      await setImmediate();
      const [piece] = await reader.all<RatingColumns>(
        sql`select ${ratingColumns} from (${selectRatingPiece(userId, career, last)})`,
      );
      last = piece ? await addRatings(byId, piece, exceptions) : null;
    }
    return checkIns;
  });
}

const ratingColumns = sql`
  json_group_array(check_in_id) as ids, json_group_array(skill) as skills, json_group_array(level) as levels,
  json_group_array(evidence) as evidence, json_group_array(sure) as sure`;

/** In the order of the primary key, in which the ratings of a check-in stand together; the plus keeps to it. */
function selectRatingPiece(userId: UserId, career: string, after: Place = { checkIn: '', skill: '' }) {
  return sql`
    select check_in_id, skill, level, evidence, sure from rating
    where person_id = ${userId} and +career = ${career}
      and (check_in_id, skill) > (${after.checkIn}, ${after.skill})
    order by check_in_id, skill limit ${RATINGS_A_PIECE}`;
}

/** Gives the ratings of a piece to their check-ins. Returns where the next one begins; null after the last. */
async function addRatings(
  byId: ReadonlyMap<string, CheckIn>,
  piece: RatingColumns,
  exceptions: ReadonlyMap<string, Exceptions>,
): Promise<Place | null> {
  const pause = makePauses();
  const ids: string[] = JSON.parse(piece.ids);
  const skills: string[] = JSON.parse(piece.skills);
  const levels: Level[] = JSON.parse(piece.levels);
  const evidence: (string | null)[] = JSON.parse(piece.evidence);
  const sure: (Sureness | null)[] = JSON.parse(piece.sure);
  let latest: CheckIn | undefined;
  for (const [index, id] of ids.entries()) {
    // Those of one check-in come one after the other.
    if (id !== latest?.id) {
      latest = byId.get(id);
      const time = pause();
      if (time !== null) await time;
    }
    const skill = skills[index] ?? '';
    latest?.ratings.push({
      skill,
      level: levels[index] ?? 0,
      evidence: evidence[index] ?? null,
      sure: sure[index] ?? null,
      ...(exceptions.size > 0 && exceptions.get(`${id} ${skill}`)),
    });
  }
  if (ids.length < RATINGS_A_PIECE) return null;
  return { checkIn: ids.at(-1) ?? '', skill: skills.at(-1) ?? '' };
}

/** What stands out from ratings, by check-in and skill. */
function readExceptions(text: string): ReadonlyMap<string, Exceptions> {
  const rows: [checkIn: string, skill: string, also: string[] | null, except: string[] | null][] =
    JSON.parse(text);
  return new Map(rows.map(([id, skill, also, except]) => [`${id} ${skill}`, toExceptions(also, except)]));
}

/** As a rating carries them: a list that is not there has no key. */
export function toExceptions(also: string[] | null, except: string[] | null): Exceptions {
  return { ...(also && { also }), ...(except && { except }) };
}

const MOST_AHEAD = 20;

/** The person's check-ins that are dated in the future and count from their day, the nearest first. */
export async function listCheckInsAhead(
  userId: UserId,
  career: string,
  now = new Date(),
): Promise<Pick<CheckIn, 'id' | 'takenAt'>[]> {
  return getDatabase().read((reader) =>
    reader
      .select({ id: checkIn.id, takenAt: checkIn.takenAt })
      .from(checkIn)
      .where(
        and(
          eq(checkIn.personId, userId),
          eq(checkIn.career, career),
          gt(checkIn.takenAt, computeLastCounted(now)),
          isNull(checkIn.removedAt),
        ),
      )
      .orderBy(asc(checkIn.takenAt), asc(checkIn.id))
      .limit(MOST_AHEAD),
  );
}

/** One check-in as it was, or null where the person has none of that id or has removed it. */
export async function getCheckIn(userId: UserId, id: string): Promise<CheckIn | null> {
  const [found] = await getDatabase().read((reader) =>
    reader.all<CheckInRow>(sql`${selectCheckIns}
      where c.person_id = ${userId} and c.id = ${id} and c.removed_at is null`),
  );
  return found ? toCheckIn(found) : null;
}

function toCheckIn(row: CheckInRow): CheckIn {
  const ratings: RatingRow[] = JSON.parse(row.ratings);
  return { ...row, ratings: ratings.map(toRating) };
}

/** A rating as a check-in's JSON text has it. */
export type RatingRow = [
  skill: string,
  level: Level,
  evidence: string | null,
  sure: Sureness | null,
  also: string[] | null,
  except: string[] | null,
];

export function toRating([skill, level, evidence, sure, also, except]: RatingRow): Rating {
  return { skill, level, evidence, sure, ...toExceptions(also, except) };
}

/**
 * Takes a check-in out of every view, with those that correct it; restoreCheckIn() brings them back together. False
 * where the person has none of that id.
 */
export async function deleteCheckIn(userId: UserId, id: string, { now = new Date() } = {}): Promise<boolean> {
  const removed = await getDatabase().write(async (tx) => {
    const removedAt = await computeRemovalInstant(tx, { userId, now });
    return tx.all(sql`
      with recursive gone(id) as (
        select id from check_in where person_id = ${userId} and id = ${id} and removed_at is null
        union
        select c.id from gone join check_in as c on c.person_id = ${userId} and c.corrects = gone.id)
      update check_in set removed_at = ${removedAt}
      where person_id = ${userId} and removed_at is null and id in (select id from gone) returning 1`);
  });
  return removed.length > 0;
}

/** The instant tells which check-ins were removed together, so no two removals of a person share one. */
async function computeRemovalInstant(
  tx: Transaction,
  { userId, now }: { userId: UserId; now: Date },
): Promise<string> {
  const [newest] = await tx
    .select({ removedAt: checkIn.removedAt })
    .from(checkIn)
    .where(and(eq(checkIn.personId, userId), isNotNull(checkIn.removedAt)))
    .orderBy(desc(checkIn.removedAt))
    .limit(1);
  const after = newest?.removedAt ? Date.parse(newest.removedAt) + 1 : 0;
  return new Date(Math.max(now.getTime(), after)).toISOString();
}

/** Brings a removed check-in back, with what was removed with it. False where the person has no removed one of that id. */
export async function restoreCheckIn(userId: UserId, id: string): Promise<boolean> {
  const restored = await getDatabase().write((tx) =>
    tx.all(sql`
      with recursive back(id, removed_at) as (
        select id, removed_at from check_in
        where person_id = ${userId} and id = ${id} and removed_at is not null
        union
        select c.id, c.removed_at from back
        join check_in as c on c.person_id = ${userId} and c.corrects = back.id and c.removed_at = back.removed_at)
      update check_in set removed_at = null
      where person_id = ${userId} and id in (select id from back) returning 1`),
  );
  return restored.length > 0;
}
