import { type SQL, sql } from 'drizzle-orm';
import type { UserId } from '@/lib/auth/user-id';
import type { Rating } from '@/lib/domain/check-in';
import { computeLastCounted } from '@/lib/domain/instant';
import { getDatabase } from '@/lib/queries/database';
import { type CheckIn, toExceptions } from './check-ins';

export type LatestRating = Rating & { checkInId: string; takenAt: string };

/**
 * The latest rating of each skill by `takenAt` (then by id), removed check-ins and those of the future left out. It jumps from skill to skill
 * in the index, so its cost does not grow with the history.
 */
export async function listLatestRatings(
  userId: UserId,
  career: string,
  now = new Date(),
): Promise<LatestRating[]> {
  return listRatingsUntil(userId, { career, last: computeLastCounted(now) });
}

/** The ratings that held just before a check-in. */
export function listRatingsBefore(
  userId: UserId,
  { career, takenAt }: Pick<CheckIn, 'career' | 'takenAt'>,
): Promise<LatestRating[]> {
  return listRatingsUntil(userId, { career, last: new Date(Date.parse(takenAt) - 1).toISOString() });
}

async function listRatingsUntil(
  userId: UserId,
  { career, last }: { career: string; last: string },
): Promise<LatestRating[]> {
  const rows = await getDatabase().read((reader) =>
    reader.all<LatestRow>(selectLatestRatings({ userId, career, last })),
  );
  return rows.map(toLatestRating);
}

/** A row of selectLatestRatings(): its lists are JSON texts. */
export type LatestRow = Omit<LatestRating, 'also' | 'except'> & {
  also: string | null;
  except: string | null;
};

export function toLatestRating({ also, except, ...row }: LatestRow): LatestRating {
  return { ...row, ...toExceptions(also && JSON.parse(also), except && JSON.parse(except)) };
}

/** The same as SQL, for a query that asks for more: of the ratings up to an instant, which counts. */
export function selectLatestRatings({
  userId,
  career,
  last,
}: {
  userId: UserId;
  career: string;
  last: string;
}): SQL {
  return sql`
    with recursive rated(skill) as (
      select min(skill) from rating where person_id = ${userId} and career = ${career}
      union all
      select (
        select min(skill) from rating where person_id = ${userId} and career = ${career} and skill > rated.skill)
      from rated where rated.skill is not null)
    select latest.skill, latest.level, latest.evidence, latest.sure,
      latest.check_in_id as "checkInId", latest.taken_at as "takenAt", e.also, e."except"
    from rated join rating as latest on latest.person_id = ${userId} and latest.skill = rated.skill
      and latest.check_in_id = (
      select candidate.check_in_id from rating as candidate
      join check_in on check_in.person_id = candidate.person_id and check_in.id = candidate.check_in_id
      where candidate.person_id = ${userId} and candidate.career = ${career}
        and candidate.skill = rated.skill and candidate.taken_at <= ${last}
        and check_in.removed_at is null
      order by candidate.taken_at desc, candidate.check_in_id desc limit 1)
    left join rating_exception as e on e.person_id = latest.person_id and e.check_in_id = latest.check_in_id
      and e.skill = latest.skill
    where rated.skill is not null`;
}
