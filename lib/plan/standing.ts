import 'server-only';
import { cache } from 'react';
import { redirectToSignIn } from '@/lib/auth/session';
import type { UserId } from '@/lib/auth/user-id';
import { DEFAULT_CAREER, loadCareer } from '@/lib/catalogue';
import type { Career } from '@/lib/domain/career/career';
import { toOwnStepFacts, withOwnSteps } from '@/lib/domain/career/own-steps';
import type { Role } from '@/lib/domain/career/schema';
import type { Level, Region } from '@/lib/domain/catalogue';

import type { PostSpan } from '@/lib/domain/climb/follow/shown-by-posts';
import type { HeldPost } from '@/lib/domain/climb/profile';
import type { BandRating, Ratings } from '@/lib/domain/climb/standing';
import { computeDayInZone, type Day } from '@/lib/domain/day';
import { computeFirstDay, computeLastDay } from '@/lib/domain/month';
import { listUsable } from '@/lib/domain/own-step';
import type { Levels } from '@/lib/domain/progress';
import { listHeld, toHeldPosts } from '@/lib/domain/work';
import type { AgreedRating } from '@/lib/queries/agreed-ratings';
import type { Goal } from '@/lib/queries/goals';
import type { LatestRating } from '@/lib/queries/latest-ratings';
import type { Account } from '@/lib/queries/people';
import { getStanding } from '@/lib/queries/standing';

/** The role a person is compared with before they choose one. */
const FIRST_GOAL = 'devops-engineer';

/** How sure a person is of a level, and when it was given. */
export type TakenRating = BandRating & { takenAt: string };

/** Where a person stands: their latest levels, their goal, and today in their own time zone. */
export type Standing = {
  /** The catalogue with the person's own steps: what they raise is read as the can-dos of those levels. */
  career: Career;
  account: Account;
  today: Day;
  levels: Levels;
  /** The latest levels with what stands out from them. */
  rated: Ratings;
  ratings: Readonly<Record<string, TakenRating>>;
  /** Whose levels these three hold: the person's own, or where there is one what they agreed on with somebody. */
  levelKind: 'own' | 'agreed';
  /** The skills of which they hold what was agreed, with whom; none where the person counts with their own. */
  agreed: ReadonlyMap<string, string>;
  /** Their own latest ratings, by skill id. */
  latest: ReadonlyMap<string, LatestRating>;
  /** When the newest of the latest ratings was taken; null before the first check-in. */
  ratedAt: Date | null;
  /** With what the person holds now, whatever they held when they set it. */
  goal: Goal | null;
  posts: readonly HeldPost[];
  /** The same with their days. */
  postSpans: readonly PostSpan[];
  /** Whether they would leave their post to study full time. */
  leavePost: boolean;
  /** The catalogue's holdings that they hold and that have not expired. */
  held: string[];
  /** The role that the kept plan is for; null before the first. */
  planRole: string | null;
  /** Whether there is anything that proves a rating; where there is not, nobody need ask for it. */
  hasProof: boolean;
  role: Role;
  region: Region;
};

/** Loaded once while a page is drawn; an act, which changes it, loads it anew each time that it asks. */
export const loadStanding = cache(async (userId: UserId): Promise<Standing> => {
  const catalogue = loadCareer(DEFAULT_CAREER);
  const { account, latest, agreed, goal, ownSteps, posts, holdings, planRole, hasProof } =
    (await getStanding(userId, catalogue.id)) ?? redirectToSignIn('/home');
  const career = withOwnSteps(
    catalogue,
    listUsable(ownSteps).map((own) => toOwnStepFacts(catalogue, own)),
  );
  const role = career.roleById.get(goal?.role ?? FIRST_GOAL) ?? career.roles[0];
  if (!role) throw new Error(`The career ${career.id} has no roles.`);
  const levels: Record<string, Level> = {};
  const ratings: Record<string, TakenRating> = {};
  const levelKind = account.settings.isAgreedUsed ? 'agreed' : 'own';
  const counted = levelKind === 'agreed' ? withAgreed(latest, agreed) : latest;
  for (const rating of counted) {
    levels[rating.skill] = rating.level;
    const { sure, evidence, takenAt } = rating;
    ratings[rating.skill] = { sure, hasEvidence: evidence !== null, takenAt };
  }
  const today = computeDayInZone({ instant: new Date(), timeZone: account.timeZone });
  const held = listHeld(holdings, today);
  return {
    career,
    account,
    today,
    levels,
    rated: {
      levels,
      also: counted.flatMap((rating) => rating.also ?? []),
      except: counted.flatMap((rating) => rating.except ?? []),
    },
    ratings,
    levelKind,
    agreed: new Map(levelKind === 'agreed' ? agreed.map(({ skill, name }) => [skill, name]) : []),
    latest: new Map(latest.map((rating) => [rating.skill, rating])),
    ratedAt:
      latest.length > 0 ? new Date(Math.max(...latest.map((rating) => Date.parse(rating.takenAt)))) : null,
    goal: goal && { ...goal, holdings: held },
    posts: toHeldPosts(posts, today),
    postSpans: posts.map(({ post, since, until }) => ({
      post,
      from: computeFirstDay(since),
      to: until && computeLastDay(until),
    })),
    leavePost: account.settings.isPostLeftToStudy,
    held,
    planRole,
    hasProof,
    role,
    region: goal?.preferences?.region ?? account.region,
  };
});

/** The latest ratings with the levels that were agreed on in the place of the person's own. */
function withAgreed(latest: readonly LatestRating[], agreed: readonly AgreedRating[]): LatestRating[] {
  const bySkill = new Map(agreed.map((rating) => [rating.skill, rating]));
  return latest.map((own) => {
    const found = bySkill.get(own.skill);
    if (!found) return own;
    const { also: _also, except: _except, ...rest } = own;
    const { level, agreedAt: takenAt, also, except } = found;
    return { ...rest, level, takenAt, ...(also && { also }), ...(except && { except }) };
  });
}
