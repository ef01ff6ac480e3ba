import 'server-only';
import type { UserId } from '@/lib/auth/user-id';
import { addDays, computeDayInZone, computeEndOfDay, type Day, daySchema } from '@/lib/domain/day';
import { buildSkillsRecord, type SkillsRecord } from '@/lib/domain/proof/record';
import { loadPlanState } from '@/lib/plan/climb/plan-state';
import { listEvidence } from '@/lib/queries/evidence';
import type { LatestRating } from '@/lib/queries/latest-ratings';
import { listRatingsBefore } from '@/lib/queries/latest-ratings';
import { listGivenAnswers } from '@/lib/queries/second-look-answers';

const DAYS_AT_FIRST = 365;
const NEXT_STEPS = 3;

export type RecordSearch = Partial<Record<'role' | 'from' | 'to', string | string[]>>;

/** A person's record for the role and the period that are asked for: else the goal, and the last year. */
export async function loadRecord(
  userId: UserId,
  search: RecordSearch,
): Promise<{ record: SkillsRecord; roles: { id: string; title: string }[]; today: Day }> {
  const { standing, kept, progress } = await loadPlanState(userId);
  const { career, account, today } = standing;
  const role = career.roleById.get(String(search.role)) ?? career.roleById.get(standing.role.id);
  if (!role) throw new Error(`The career ${career.id} has no role ${standing.role.id}.`);
  const to = readDay(search.to, today);
  const asked = readDay(search.from, to);
  const from = asked < to ? asked : addDays(to, -DAYS_AT_FIRST);
  const { timeZone } = account;
  const at = (day: Day) => ({
    career: career.id,
    takenAt: computeEndOfDay({ day, timeZone }).toISOString(),
  });
  const [before, after, items, given] = await Promise.all([
    listRatingsBefore(userId, at(addDays(from, -1))),
    listRatingsBefore(userId, at(to)),
    listEvidence(userId, career.id),
    listGivenAnswers(userId, career.id),
  ]);
  // What was agreed is known as it stands now, not as it stood.
  const agreed = to === today ? standing.agreed : new Map<string, string>();
  const done = new Set(
    progress.filter(({ status }) => status === 'done' || status === 'dropped').map(({ step }) => step),
  );
  const record = buildSkillsRecord({
    career,
    role,
    person: account.name,
    period: { from, to, madeOn: computeDayInZone({ instant: new Date(), timeZone }) },
    before: toRatings(before),
    after: agreed.size > 0 ? standing.rated : toRatings(after),
    agreed,
    items,
    given,
    next: (kept?.followed.steps ?? [])
      .filter(({ id }) => !done.has(id))
      .slice(0, NEXT_STEPS)
      .map(({ title, url }) => ({ title, url })),
  });
  return { record, roles: career.roles.map(({ id, title }) => ({ id, title })), today };
}

/** The day that is asked for, at most the latest, which stands for none too. */
function readDay(given: string | string[] | undefined, latest: Day): Day {
  const { data } = daySchema.safeParse(given);
  return data !== undefined && data <= latest ? data : latest;
}

function toRatings(ratings: readonly LatestRating[]) {
  return {
    levels: Object.fromEntries(ratings.map(({ skill, level }) => [skill, level])),
    also: ratings.flatMap(({ also }) => also ?? []),
    except: ratings.flatMap(({ except }) => except ?? []),
  };
}
