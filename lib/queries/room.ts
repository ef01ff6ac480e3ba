import { sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Transaction } from '@/db/database';
import {
  agreedRating,
  checkIn,
  evidenceItem,
  forecast,
  goal,
  heldPost,
  holding,
  ownStep,
  plan,
  ratingDraft,
  secondLook,
  sharedPage,
  stepProgress,
} from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import type { RECORD_LISTS } from '@/lib/domain/account-import';
import { MOST_OWN_STEPS } from '@/lib/domain/own-step';
import { MOST_SECOND_LOOKS } from '@/lib/domain/second-look/ask';
import { MOST_SHARED_PAGES } from '@/lib/domain/share/share';
import { MOST_HELD_POSTS, MOST_HOLDINGS } from '@/lib/domain/work';
import { env } from '@/lib/env';

/** Rows that a person has many of. */
type Kind = (typeof RECORD_LISTS)[number] | 'agreedRatings';

const NAMES: Readonly<Record<Kind, string>> = {
  checkIns: 'check-ins',
  stepProgress: 'records of steps',
  goals: 'goals set',
  ownSteps: 'steps of your own',
  forecasts: 'forecasts',
  posts: 'posts that you hold or held',
  holdings: 'degrees and certificates',
  secondLooks: 'second looks asked for',
  agreedRatings: 'ratings agreed with others',
  evidence: 'pieces of evidence',
  drafts: 'skills that you have begun to rate',
  sharedPages: 'pages shared',
};

const TABLES: Readonly<Record<Kind, SQLiteTable>> = {
  checkIns: checkIn,
  stepProgress,
  goals: goal,
  ownSteps: ownStep,
  forecasts: forecast,
  posts: heldPost,
  holdings: holding,
  secondLooks: secondLook,
  agreedRatings: agreedRating,
  evidence: evidenceItem,
  drafts: ratingDraft,
  sharedPages: sharedPage,
};

/** Each change of what a plan is made from sets a goal anew; of forecasts only the latest are looked at. */
const MOST_GOALS = 5_000;
const MOST_FORECASTS = 5_000;
/** One a skill. */
const MOST_DRAFTS = 200;
const MOST_AGREED_RATINGS = 5_000;
/** Ratings and steps bring items too, a hundred years of them. */
const MOST_EVIDENCE = 20_000;

const NAME = 'NoRoomError';

/** A person has as much of something as one may have, and nothing was saved. `message` is a sentence for the person. */
export class NoRoomError extends Error {
  override readonly name = NAME;

  /** By name, since each bundle of one process may hold a copy of the class. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === NAME;
  }
}

/** How many rows of a kind one person may have. */
export function getMost(kind: Kind): number {
  const most = { checkIns: env.LIMIT_CHECK_INS, stepProgress: env.LIMIT_STEPS, ownSteps: MOST_OWN_STEPS };
  const ofProof = {
    secondLooks: MOST_SECOND_LOOKS,
    agreedRatings: MOST_AGREED_RATINGS,
    evidence: MOST_EVIDENCE,
    sharedPages: MOST_SHARED_PAGES,
  };
  const ofWork = { posts: MOST_HELD_POSTS, holdings: MOST_HOLDINGS };
  const rest = { goals: MOST_GOALS, forecasts: MOST_FORECASTS, drafts: MOST_DRAFTS };
  return { ...most, ...ofWork, ...ofProof, ...rest }[kind];
}

function describeNoRoom(kind: Kind): string {
  const most = getMost(kind).toLocaleString('en-GB');
  return `This server keeps at most ${most} ${NAMES[kind]} for one person, those that were taken back among them, so nothing was saved. Whoever runs it can raise that.`;
}

/** Throws a NoRoomError where a person has more than they may have, which undoes the transaction that added it. */
export async function requireRoom(tx: Transaction, userId: UserId, kind: Kind): Promise<void> {
  const [found] = await tx.all(sql`
    select 1 from ${TABLES[kind]} where person_id = ${userId} limit 1 offset ${getMost(kind)}`);
  if (found) throw new NoRoomError(describeNoRoom(kind));
}

/** Lets go of the plans before the last ones that one person may keep. Call it after one was added. */
export async function deleteOldestPlans(tx: Transaction, userId: UserId): Promise<void> {
  await tx.run(sql`
    delete from ${plan} where person_id = ${userId} and id in (
      select id from ${plan} where person_id = ${userId}
      order by made_at desc, id desc limit -1 offset ${env.LIMIT_PLANS})`);
}

/** The same for forecasts, of which only the latest are looked at. */
export async function deleteOldestForecasts(tx: Transaction, userId: UserId): Promise<void> {
  await tx.run(sql`
    delete from ${forecast} where person_id = ${userId} and id in (
      select id from ${forecast} where person_id = ${userId}
      order by made_at desc, id desc limit -1 offset ${MOST_FORECASTS})`);
}
