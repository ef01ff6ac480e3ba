import { setImmediate } from 'node:timers/promises';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Reader } from '@/db/database';
import { forecast, goal, heldPost, holding, ownStep, person, plan, stepProgress } from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import type { AccountData } from '@/lib/domain/account-data';
import { computeLastCounted } from '@/lib/domain/instant';
import { settingsSchema } from '@/lib/domain/settings';
import { compareText } from '@/lib/domain/text';
import { mapInPieces } from '@/lib/in-pieces';
import { getDatabase } from '@/lib/queries/database';
import { listAllEvidence, listAllLinks, listAllSecondLooks, listAllSharedPages } from './account-proof';
import { type RatingRow, toRating } from './check-ins';
import { boundedDocument, readStoredDocument } from './plans';
import { listAllRatingDrafts } from './rating-drafts';

/** Rows that one statement brings in, or takes out; between two, others are served. */
const PIECE = 200;

type CheckInRow = Omit<AccountData['checkIns'][number], 'ratings'> & { ratings: string };

/** Everything of the person's account, removed check-ins too. `goal` and `plan` are those of the career given. */
export async function getAccountData(userId: UserId, career: string, now = new Date()): Promise<AccountData> {
  const last = computeLastCounted(now);
  return getDatabase().read(async (reader) => {
    const goals = await reader
      .select({
        id: goal.id,
        career: goal.career,
        role: goal.role,
        preferences: goal.preferences,
        holdings: goal.holdings,
        setAt: goal.setAt,
      })
      .from(goal)
      .where(eq(goal.personId, userId))
      .orderBy(asc(goal.setAt), asc(goal.id));
    const current = goals.findLast((one) => one.career === career && one.setAt <= last);
    return {
      format: 'rung-data',
      version: 2,
      account: await getAccount(reader, userId),
      goal: current
        ? {
            career: current.career,
            role: current.role,
            preferences: current.preferences,
            holdings: current.holdings,
          }
        : null,
      goals,
      plan: await getKeptPlan(reader, { userId, career, last }),
      checkIns: await listAllCheckIns(reader, userId),
      stepProgress: await listAllEvents(reader, userId),
      ownSteps: await listAllOwnSteps(reader, userId),
      forecasts: await listAllForecasts(reader, userId),
      posts: await listAllPosts(reader, userId),
      holdings: await listAllHoldings(reader, userId),
      evidence: await listAllEvidence(reader, userId),
      secondLooks: await listAllSecondLooks(reader, userId, now),
      drafts: await listAllRatingDrafts(reader, userId),
      sharedPages: await listAllSharedPages(reader, userId),
      links: await listAllLinks(reader, userId, now),
    };
  });
}

async function getAccount(reader: Reader, userId: UserId): Promise<AccountData['account']> {
  const [found] = await reader
    .select({
      name: person.name,
      email: person.email,
      timeZone: person.timeZone,
      settings: person.settings,
    })
    .from(person)
    .where(eq(person.id, userId));
  if (!found) throw new Error('The account is gone.');
  return { ...found, settings: settingsSchema.parse(found.settings) };
}

async function getKeptPlan(
  reader: Reader,
  { userId, career, last }: { userId: UserId; career: string; last: string },
): Promise<AccountData['plan']> {
  const [kept] = await reader.all<{ document: string | null }>(sql`
    select ${boundedDocument} as document from ${plan}
    where person_id = ${userId} and career = ${career} and made_at <= ${last}
    order by made_at desc, id desc limit 1`);
  return kept ? readStoredDocument(kept.document) : null;
}

/** Where a row lies; the plus keeps to the person's own rows instead of going through everybody's. */
type Placed = { place: number };
const rowid = sql<number>`+rowid`;

/** The rows of a long list, some at a time in the order in which they lie, with others served in between. */
async function listInPieces<Row extends Placed>(
  read: (after: number) => Promise<Row[]>,
): Promise<Omit<Row, 'place'>[]> {
  const rows: Omit<Row, 'place'>[] = [];
  for (let after = 0; ; ) {
    const piece = await read(after);
    for (const { place, ...row } of piece) {
      rows.push(row);
      after = place;
    }
    if (piece.length < PIECE) return rows;
    await setImmediate();
  }
}

/** Ratings come as one text a check-in: a row a rating costs several times as much. */
async function listAllCheckIns(reader: Reader, userId: UserId): Promise<AccountData['checkIns']> {
  const rows = await listInPieces((after) =>
    reader.all<CheckInRow & Placed>(sql`
    select c.rowid as place, c.id, c.taken_at as "takenAt", c.note, c.career, c.catalogue, c.recorded_at as "recordedAt", c.corrects,
      c.removed_at as "removedAt", (
        select json_group_array(json_array(r.skill, r.level, r.evidence, r.sure, json(e.also), json(e."except")))
        from rating as r left join rating_exception as e
          on e.person_id = r.person_id and e.check_in_id = r.check_in_id and e.skill = r.skill
        where r.person_id = c.person_id and r.check_in_id = c.id) as ratings
    from check_in as c where c.person_id = ${userId} and +c.rowid > ${after} order by +c.rowid limit ${PIECE}`),
  );
  rows.sort((a, b) => compareText(a.takenAt, b.takenAt) || compareText(a.id, b.id));
  return mapInPieces(rows, ({ ratings, ...row }) => {
    const entries: RatingRow[] = JSON.parse(ratings);
    return { ...row, ratings: entries.map(toRating) };
  });
}

async function listAllEvents(reader: Reader, userId: UserId): Promise<AccountData['stepProgress']> {
  const events = await listInPieces((after) =>
    reader
      .select({
        place: rowid,
        id: stepProgress.id,
        career: stepProgress.career,
        step: stepProgress.step,
        status: stepProgress.status,
        startedOn: stepProgress.startedOn,
        finishedOn: stepProgress.finishedOn,
        hoursSpent: stepProgress.hoursSpent,
        expiresOn: stepProgress.expiresOn,
        note: stepProgress.note,
        evidence: stepProgress.evidence,
        recordedAt: stepProgress.recordedAt,
      })
      .from(stepProgress)
      .where(and(eq(stepProgress.personId, userId), sql`${rowid} > ${after}`))
      .orderBy(rowid)
      .limit(PIECE),
  );
  return events.sort((a, b) => compareText(a.recordedAt, b.recordedAt) || compareText(a.id, b.id));
}

async function listAllOwnSteps(reader: Reader, userId: UserId): Promise<AccountData['ownSteps']> {
  return reader
    .select({
      id: ownStep.id,
      career: ownStep.career,
      kind: ownStep.kind,
      title: ownStep.title,
      url: ownStep.url,
      hours: ownStep.hours,
      weeks: ownStep.weeks,
      cost: ownStep.cost,
      raises: ownStep.raises,
      prerequisites: ownStep.prerequisites,
      teaches: ownStep.teaches,
      pool: ownStep.pool,
      createdAt: ownStep.createdAt,
      changedAt: ownStep.changedAt,
      retiredAt: ownStep.retiredAt,
    })
    .from(ownStep)
    .where(eq(ownStep.personId, userId))
    .orderBy(asc(ownStep.createdAt), asc(ownStep.id));
}

async function listAllForecasts(reader: Reader, userId: UserId): Promise<AccountData['forecasts']> {
  return reader
    .select({
      id: forecast.id,
      career: forecast.career,
      role: forecast.role,
      planId: forecast.planId,
      madeAt: forecast.madeAt,
      basis: forecast.basis,
      evenOn: forecast.evenOn,
      likelyOn: forecast.likelyOn,
      stepsLeft: forecast.stepsLeft,
    })
    .from(forecast)
    .where(eq(forecast.personId, userId))
    .orderBy(asc(forecast.madeAt), asc(forecast.id));
}

async function listAllPosts(reader: Reader, userId: UserId): Promise<AccountData['posts']> {
  return reader
    .select({
      id: heldPost.id,
      career: heldPost.career,
      post: heldPost.post,
      since: heldPost.since,
      until: heldPost.until,
      changedAt: heldPost.changedAt,
    })
    .from(heldPost)
    .where(eq(heldPost.personId, userId))
    .orderBy(asc(heldPost.since), asc(heldPost.id));
}

async function listAllHoldings(reader: Reader, userId: UserId): Promise<AccountData['holdings']> {
  return reader
    .select({
      id: holding.id,
      career: holding.career,
      since: holding.since,
      expiresOn: holding.expiresOn,
      changedAt: holding.changedAt,
    })
    .from(holding)
    .where(eq(holding.personId, userId))
    .orderBy(asc(holding.career), asc(holding.id));
}
