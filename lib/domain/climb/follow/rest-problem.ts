import type { Career } from '../../career/career';
import type { Step } from '../../career/schema';
import { addDays } from '../../day';
import type { Adjustment, Here } from '../model/climber';
import { listHeldPosts } from '../model/held';
import { computeCurrency, computeMoneyPrice } from '../model/price';
import type { Profile } from '../profile';
import { findGoalPost } from '../ways/list-ways';
import type { FollowedStage, FollowedStep } from './followed';
import { computeRest, type Following, findPresentPost, type Remaining, toSource } from './following';
import { findPresent } from './join-stages';

/** What is left of a plan as a planning problem of its own, which begins with the week of today. */
export type RestProblem = { career: Career; profile: Profile; here: Here };

/**
 * The person as they stand before what is left: what is under way goes on, whatever they leave out now. With `holdsAll` all
 * that is left keeps the hours of the plan and stays open, whatever a newer catalogue says of it.
 */
export function buildRest(
  career: Career,
  following: Following,
  remaining: Remaining,
  { holdsAll = false }: { holdsAll?: boolean } = {},
): RestProblem {
  const { profile, records } = following;
  const { preferences } = profile;
  const { followed, left, dropped, weeksGone } = remaining;
  const byStep = new Map(records.map((record) => [record.step, record]));
  const current = findPresentPost(career, profile, remaining);
  const place = findPresent(followed, { post: current?.post ?? null, weeksGone });
  const present = place === null ? undefined : followed.stages[place];
  const readyWeek = present ? computeReadyWeek(career, present, profile.role) : null;
  const isForLater = (step: FollowedStep): boolean =>
    place !== null &&
    readyWeek !== null &&
    followed.stages.length > 1 &&
    (step.stage > place || step.startWeek + step.weeks > readyWeek);
  const adjusted = new Map<string, Adjustment>();
  const opened: Step[] = [];
  const held: Step[] = holdsAll ? left.flatMap((step) => toSource(career, step) ?? []) : [];
  for (const planned of left) {
    const source = remaining.started.has(planned.id) ? toSource(career, planned) : null;
    // What happens at work goes on only while there is work.
    if (!source || (source.atWork && !current)) continue;
    const rest = computeRest({ source, planned, record: byStep.get(planned.id), weeksGone });
    adjusted.set(planned.id, { isBegun: true, isForLater: !source.atWork && isForLater(planned) });
    opened.push(openBegun(source, planned, rest));
  }
  const started = new Set(adjusted.keys());
  // What is done again is finished for all that asks for the step itself.
  const leftIds = new Set(left.flatMap(({ id, status }) => (status === 'again' ? [] : [id])));
  const ofKinds = career.steps.filter(({ kind }) => preferences.excludedKinds.some((one) => one === kind));
  const excluded = [...preferences.excluded, ...dropped, ...ofKinds.map(({ id }) => id)];
  const ownStarted = opened.filter(({ atWork, fullTime }) => !atWork && !fullTime).length;
  const goal = findGoalPost(career, profile.role).id;
  return {
    career: withSearch(replaceSteps(career, [...held, ...opened]), {
      until: present?.until ?? null,
      weeks: left.some((step) => !isForLater(step))
        ? null
        : computeSearchLeft(career, { stage: present, weeksGone, role: profile.role }),
    }),
    profile: {
      ...profile,
      posts: listHeldPosts(career, profile).map((one) => ({
        ...one,
        current: one.current && current !== null,
      })),
      done: [...new Set(profile.done)].filter((id) => !leftIds.has(id)),
      preferences: {
        ...preferences,
        start: addDays(followed.start, weeksGone * 7),
        // What is under way goes on, also where it is one step more than may be begun at once.
        maxParallel: Math.min(10, Math.max(preferences.maxParallel, ownStarted)),
        pinned: [...new Set([...preferences.pinned, ...started])].filter((id) => !dropped.has(id)),
        excluded: [...new Set(excluded)].filter((id) => !started.has(id)),
        excludedKinds: preferences.excludedKinds.filter((kind) => kind === 'entry-role'),
        budget: restOfBudget(career, profile, remaining.behind),
      },
    },
    here: {
      adjusted,
      hasTakenPost:
        current !== null &&
        current.post !== goal &&
        followed.stages.some(({ post }, place) => place > 0 && post === current.post),
    },
  };
}

/** A step under way, which asks for nothing any more and costs what it cost. */
function openBegun(source: Step, { cost }: FollowedStep, rest: { hours: number; weeks: number }): Step {
  return {
    ...source,
    region: 'any',
    platform: null,
    availableFrom: null,
    availableUntil: null,
    needs: { canDo: [], steps: [], holding: null, post: null },
    cost: { ...cost, per: 'total' },
    planning: { ...source.planning, ...rest, cost: null },
  };
}

function replaceSteps(career: Career, steps: readonly Step[]): Career {
  if (steps.length === 0) return career;
  const stepById = new Map([...career.stepById, ...steps.map((step) => [step.id, step] as const)]);
  return { ...career, steps: [...stepById.values()], stepById };
}

/** The week of a plan in which the search for what comes after a stage begins. */
export function computeReadyWeek(
  career: Career,
  { until, startWeek, weeks }: Pick<FollowedStage, 'until' | 'startWeek' | 'weeks'>,
  role: string,
): number {
  const post = career.postById.get(until);
  const search = !post || post.role === role ? 0 : post.searchWeeks;
  return startWeek + Math.max(0, weeks - search);
}

/**
 * The weeks that looking for what comes after a stage still takes: as planned while that lies ahead, and half of what looking
 * is thought to take once it is over. Null before it has begun.
 */
export function computeSearchLeft(
  career: Career,
  {
    stage,
    weeksGone,
    role,
  }: {
    stage: Pick<FollowedStage, 'until' | 'startWeek' | 'weeks'> | undefined;
    weeksGone: number;
    role: string;
  },
): number | null {
  if (!stage) return null;
  const ready = computeReadyWeek(career, stage, role);
  const end = stage.startWeek + stage.weeks;
  if (weeksGone <= ready || ready === end) return null;
  return end > weeksGone ? end - weeksGone : Math.ceil((end - ready) / 2);
}

function withSearch(
  career: Career,
  { until, weeks }: { until: string | null; weeks: number | null },
): Career {
  const post = until === null ? undefined : career.postById.get(until);
  if (!post || weeks === null) return career;
  const postById = new Map(career.postById).set(post.id, { ...post, searchWeeks: weeks });
  return { ...career, posts: [...postById.values()], postById };
}

/** The budget without what the finished steps of the plan cost. */
function restOfBudget(
  career: Career,
  { preferences }: Profile,
  behind: readonly FollowedStep[],
): Profile['preferences']['budget'] {
  const { budget } = preferences;
  if (!budget) return null;
  const pence = sumPence(career, preferences, behind);
  return { ...budget, amount: Math.max(0, Math.round(budget.amount * 100 - pence) / 100) };
}

/** What steps of a plan cost, as it says, in pence of the plan's currency. */
export function sumPence(
  { rates }: Career,
  preferences: Profile['preferences'],
  steps: readonly Pick<FollowedStep, 'cost'>[],
): number {
  const currency = computeCurrency(preferences);
  return steps.reduce((sum, { cost }) => sum + computeMoneyPrice({ money: cost, currency, rates }).pence, 0);
}
