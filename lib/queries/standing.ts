import { sql } from 'drizzle-orm';
import { readJsonText } from '@/db/json-text';
import type { UserId } from '@/lib/auth/user-id';
import { computeLastCounted } from '@/lib/domain/instant';
import { settingsSchema } from '@/lib/domain/settings';
import { getDatabase } from '@/lib/queries/database';
import { type AgreedRating, type AgreedRow, toAgreedRating } from './agreed-ratings';
import type { Goal } from './goals';
import type { HeldPostRecord } from './held-posts';
import type { HoldingRecord } from './holdings';
import { type LatestRating, type LatestRow, selectLatestRatings, toLatestRating } from './latest-ratings';
import type { OwnStep } from './own-steps';
import type { Account } from './people';

/** What a person's pages start from. */
export type StandingRecord = {
  account: Account;
  latest: LatestRating[];
  /** Of each skill the latest that was agreed on with somebody. */
  agreed: AgreedRating[];
  goal: Goal | null;
  ownSteps: OwnStep[];
  posts: HeldPostRecord[];
  /** What has expired too. */
  holdings: HoldingRecord[];
  /** The role that the plan they keep is for; null before the first. */
  planRole: string | null;
  /** Whether there is anything that proves a rating: evidence, or a second look that was asked for. */
  hasProof: boolean;
};

/**
 * The account, the latest ratings, the goal, the own steps, the posts, what is held and the role of the kept plan,
 * as of one moment; null where the
 * account has been deleted since. One row of JSON texts: as queries of their own they took a quarter of a page.
 */
export async function getStanding(
  userId: UserId,
  career: string,
  now = new Date(),
): Promise<StandingRecord | null> {
  const last = computeLastCounted(now);
  const [found] = await getDatabase().read((reader) =>
    reader.all<
      Record<'account' | 'latest' | 'agreed' | 'ownSteps' | 'posts' | 'holdings', string> &
        Record<'goal' | 'planRole', string | null> & { hasProof: number }
    >(
      sql`select
        json_object('name', name, 'email', email, 'emailVerifiedAt', email_verified_at, 'timeZone', time_zone,
          'region', region, 'settings', json(settings), 'createdAt', created_at) as account,
        (select json_group_array(json_object('skill', skill, 'level', level, 'evidence', evidence, 'sure', sure,
          'checkInId', "checkInId", 'takenAt', "takenAt", 'also', also, 'except', "except"))
          from (${selectLatestRatings({ userId, career, last })})) as latest,
        (select json_group_array(json_object('skill', skill, 'level', level, 'name', name, 'agreedAt', agreed_at,
          'also', also, 'except', "except")) from agreed_rating as a
          where person_id = ${userId} and career = ${career} and not exists (
            select 1 from agreed_rating as later
            where later.person_id = a.person_id and later.career = a.career and later.skill = a.skill
              and (later.agreed_at, later.id) > (a.agreed_at, a.id))) as agreed,
        (select json_object('id', id, 'career', career, 'role', role, 'preferences', json(preferences),
          'holdings', json(holdings), 'setAt', set_at)
          from goal where person_id = ${userId} and career = ${career} and set_at <= ${last}
          order by set_at desc, id desc limit 1) as goal,
        (select json_group_array(json_object('id', id, 'kind', kind, 'title', title, 'url', url, 'hours', hours,
          'weeks', weeks, 'cost', json(cost), 'raises', json(raises), 'prerequisites', json(prerequisites),
          'teaches', json(teaches), 'pool', pool, 'changedAt', changed_at, 'retiredAt', retired_at))
          from (select * from own_step where person_id = ${userId} and career = ${career} order by id)) as "ownSteps",
        (select json_group_array(json_object('id', id, 'post', post, 'since', since, 'until', until,
          'changedAt', changed_at))
          from (select * from held_post where person_id = ${userId} and career = ${career} order by since, id)) as posts,
        (select json_group_array(json_object('id', id, 'since', since, 'expiresOn', expires_on, 'changedAt', changed_at))
          from (select * from holding where person_id = ${userId} and career = ${career} order by id)) as holdings,
        (select role from plan where person_id = ${userId} and career = ${career} and made_at <= ${last}
          order by made_at desc, id desc limit 1) as "planRole",
        exists (select 1 from evidence_item where person_id = ${userId} and career = ${career} and removed_at is null)
          or exists (select 1 from second_look where person_id = ${userId} and career = ${career}) as "hasProof"
        from person where id = ${userId}`,
    ),
  );
  if (!found) return null;
  const account: Account = readJsonText(found.account);
  return {
    account: { ...account, settings: settingsSchema.parse(account.settings) },
    latest: readJsonText<LatestRow[]>(found.latest).map(toLatestRating),
    agreed: readJsonText<AgreedRow[]>(found.agreed).map(toAgreedRating),
    goal: found.goal === null ? null : readJsonText<Goal>(found.goal),
    ownSteps: readJsonText(found.ownSteps),
    posts: readJsonText(found.posts),
    holdings: readJsonText(found.holdings),
    planRole: found.planRole,
    hasProof: found.hasProof === 1,
  };
}
