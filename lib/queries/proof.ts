import { sql } from 'drizzle-orm';
import type { UserId } from '@/lib/auth/user-id';
import type { Level } from '@/lib/domain/catalogue';
import type { Day } from '@/lib/domain/day';
import type { Exceptions } from '@/lib/domain/exceptions';
import { computeLastCounted } from '@/lib/domain/instant';
import type { Supporting } from '@/lib/domain/proof/evidence';
import { getDatabase } from '@/lib/queries/database';
import { ownRatingOf } from './second-look-answers';

/** What proves a person's ratings: of their evidence no more than what it supports, and what second looks gave. */
export type Proof = {
  items: (Supporting & { newest: Day })[];
  given: { skill: string; second: { level: Level } & Exceptions }[];
};

type ItemRow = [string | null, Level | null, string[] | null, Day];
type GivenRow = [string, Level, string[] | null, string[] | null];

/** The proof of all ratings in one query, items that support the same as one; none of their words leaves the database. */
export async function getProof(
  userId: UserId,
  career: string,
  { now = new Date() }: { now?: Date } = {},
): Promise<Proof> {
  const [row] = await getDatabase().read((reader) =>
    reader.all<{ items: string; given: string }>(sql`
      select
        (select json_group_array(json_array(source, level, json(can_dos), newest)) from (
          select source, max(source_level) as level, can_dos, max(day) as newest from evidence_item
          where person_id = ${userId} and career = ${career} and removed_at is null
          group by source, can_dos, case when can_dos is null then source_level end)) as items,
        (select json_group_array(json_array(answer.skill, answer.level, json(answer.also), json(answer."except")))
          from second_look as look join second_look_answer as answer
            on answer.person_id = look.person_id and answer.second_look_id = look.id
          where look.person_id = ${userId} and look.career = ${career} and answer.level is not null
            and ${ownRatingOf(computeLastCounted(now))} is not null) as given`),
  );
  const items: ItemRow[] = JSON.parse(row?.items ?? '[]');
  const given: GivenRow[] = JSON.parse(row?.given ?? '[]');
  return {
    items: items.map(([source, sourceLevel, canDos, newest]) => ({ source, sourceLevel, canDos, newest })),
    given: given.map(([skill, level, also, except]) => ({
      skill,
      second: { level, ...(also && { also }), ...(except && { except }) },
    })),
  };
}
