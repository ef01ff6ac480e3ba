import 'server-only';
import { setImmediate } from 'node:timers/promises';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { chooseBest } from '@/lib/domain/climb/follow/best-known';
import { findPlanToContinue } from '@/lib/domain/climb/follow/following';
import { keepNear } from '@/lib/domain/climb/follow/keep-near';
import { listOpenWays } from '@/lib/domain/climb/follow/rules';
import type { PostStart } from '@/lib/domain/climb/follow/start-post';
import { isStaged } from '@/lib/domain/climb/follow/stored-document';
import type { HeldPost, Preferences } from '@/lib/domain/climb/profile';
import type { Month } from '@/lib/domain/month';
import { isOwnStep } from '@/lib/domain/own-step';
import { toHeldPosts } from '@/lib/domain/work';
import { isContinued, type PlanState } from '@/lib/plan/climb/plan-state';
import { buildClimbProfile } from '@/lib/plan/climb/profile';
import { type Question, toAsked } from '@/lib/plan/climb/question';
import { computeClimb, computeClimbContinuation, keepClimb } from '@/lib/planner/climb';

/** What a plan is asked for with. What is left out is as the person's standing and their kept plan say. */
export type Settings = {
  preferences: Preferences;
  holdings?: readonly string[];
  posts?: readonly HeldPost[];
  leavePost?: boolean;
  /** Can-dos that the person leaves open; those of the kept plan where it is for the same role. */
  letStand?: readonly string[];
  /** Whether the kept plan is gone on from though nothing of its steps was recorded. */
  isFollowed?: boolean;
};

type Held = { id: string; post: string; since: Month; until: Month | null };

/**
 * Why a plan is what it is, kept with it (`savePlan({ document, reason })`): one that goes on from another holds what
 * was finished and begun. An infeasible document says in `reasons` what stands in the way.
 */
export type PlanFromHere = { document: PlanDocument; reason: 'made' | 'continued'; question: Question };

/**
 * The best plan known by the settings, going on from what was finished and begun; where no such plan is, the best
 * without. The kept plan is known too where it keeps every rule of them, so that none comes out worse than that, and
 * so are earlier ones (`here.earlier`) where nothing was begun.
 * A plan that goes on begins where the kept one did: the weeks that are gone stay in its totals.
 */
export async function computePlanFromHere(here: PlanState, settings: Settings): Promise<PlanFromHere> {
  const answer = await askPlanner(here, settings);
  const { kept, earlier = [] } = here;
  const isGoingOn = answer.reason === 'continued';
  const known = [...(kept ? [kept] : []), ...(isGoingOn ? [] : earlier)].flatMap((plan) => {
    const isOfUse =
      plan.role === answer.document.role &&
      isContinued(plan) === isGoingOn &&
      !plan.followed.steps.some(({ id }) => isOwnStep(id));
    return isOfUse && isStaged(plan.document) ? [plan.document] : [];
  });
  const best =
    known.length === 0
      ? answer
      : improve(answer, known, { present: known.find((document) => document === kept?.document) ?? null });
  return holdNear(here, best);
}

/** The same plan with what was to begin within four weeks beginning then too, where that costs nothing. */
function holdNear({ standing, kept }: PlanState, answer: PlanFromHere): PlanFromHere {
  const { document, question } = answer;
  if (!kept || !isStaged(kept.document) || kept.role !== document.role || document === kept.document)
    return answer;
  const { career, profile, followed } = question;
  const following = followed
    ? { ...followed, profile, today: standing.today }
    : { kept: document, profile, records: [], today: profile.preferences.start };
  const near = keepNear(career, following, { answer: document, kept: kept.document });
  return near === document ? answer : { ...answer, document: near };
}

/**
 * The document of each answer, or that of another one where it keeps the rules of the first and is better by its
 * objective, so that what is set side by side never contradicts itself. The planner keeps what was better as its answer.
 * Others are served between two answers.
 */
export async function settlePlans(
  answers: readonly PlanFromHere[],
): Promise<ReadonlyMap<PlanFromHere, PlanDocument>> {
  const settled = new Map<PlanFromHere, PlanDocument>();
  for (const answer of answers) {
    await setImmediate();
    const asked = toAsked(answer.question);
    // Listing its ways takes as long as choosing among the plans.
    if (asked !== null) listOpenWays(asked);
    await setImmediate();
    const others = answers.filter((other) => other !== answer && other.reason === answer.reason);
    const { document, question } = improve(
      answer,
      others.map((other) => other.document),
      { asked },
    );
    if (document !== answer.document) keepClimb({ ...question, document });
    settled.set(answer, document);
  }
  return settled;
}

function improve(
  answer: PlanFromHere,
  others: readonly PlanDocument[],
  {
    asked = toAsked(answer.question),
    present = null,
  }: { asked?: ReturnType<typeof toAsked>; present?: PlanDocument | null } = {},
): PlanFromHere {
  if (asked === null) return answer;
  const document = chooseBest(asked, answer.document, others, { present });
  return document === answer.document ? answer : { ...answer, document };
}

async function askPlanner(here: PlanState, settings: Settings): Promise<PlanFromHere> {
  const { standing, kept, progress } = here;
  const { career, today } = standing;
  const profile = buildProfileFromHere(here, settings);
  const followed = kept && {
    kept: kept.document,
    records: progress,
    today,
    ...(settings.isFollowed ? { isFollowed: true } : {}),
  };
  if (followed && findPlanToContinue(career, { ...followed, profile })) {
    const document = await computeClimbContinuation(career, profile, { ...followed, effort: 'quick' });
    if (document) return { document, reason: 'continued', question: { career, profile, followed } };
  }
  const document = await computeClimb(career, profile, { effort: 'quick' });
  return { document, reason: 'made', question: { career, profile, followed: null } };
}

/** The planner's input for a person and settings: see buildClimbProfile. */
export function buildProfileFromHere({ standing, kept, progress }: PlanState, settings: Settings) {
  const { preferences, holdings, posts, leavePost, letStand } = settings;
  const isSameRole = kept?.role === standing.role.id;
  return buildClimbProfile({
    standing: {
      ...standing,
      posts: posts ?? standing.posts,
      leavePost: leavePost ?? standing.leavePost,
    },
    progress,
    preferences,
    holdings,
    letStand: letStand ?? (isSameRole ? kept.followed.letStand : []),
    followed: kept?.followed ?? null,
  });
}

/**
 * "I have started as POST": closes the stage that the person was in, and plans the next from there, before anything of it is
 * recorded; `startPost` says which months change. Keep posts and document together, with `savePostStart`.
 */
export function computePlanAfterStarting(
  here: PlanState,
  { held, added, ended, preferences }: PostStart & { held: readonly Held[]; preferences: Preferences },
): Promise<PlanFromHere> {
  const { today } = here.standing;
  const endOf = new Map(ended.map(({ id, until }) => [id, until]));
  const before = held.map((one) => ({ ...one, until: endOf.get(one.id) ?? one.until }));
  // One that was left this very month is over, though the month is not.
  const earlier = toHeldPosts(before, today).map((one) => ({ ...one, current: false }));
  const posts = [...earlier, { post: added.post, weeks: 0, current: true }];
  return computePlanFromHere(here, { preferences, posts, isFollowed: true });
}
