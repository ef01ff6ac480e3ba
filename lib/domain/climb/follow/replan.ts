import type { Career } from '../../career/career';
import { addDays } from '../../day';
import { UNTOUCHED } from '../../step-progress';
import { composePlan } from '../compose';
import type { PlanDocument } from '../document';
import { listTeaching } from '../model/climber';
import { countWeeksIn, findCurrent, listHeldPosts } from '../model/held';
import type { Profile } from '../profile';
import type { Effort } from '../search/effort';
import { type Solution, solve } from '../solve';
import type { PlanWords } from '../words';
import { type BasisChange, listBasisChanges } from './basis';
import { type Asked, isBetterPlan } from './best-known';
import { composeWhole } from './compose-whole';
import { withOwnPins } from './continuation';
import { toFollowed } from './followed';
import { type Following, isLate, type Records, type Remaining, splitPlan } from './following';
import { holdDates } from './held-dates';
import { layAhead } from './laid';
import { reschedule } from './reschedule';
import { buildRest, type RestProblem } from './rest-problem';
import { findRuleProblems, type RuleProblem } from './rules';
import { isStaged } from './stored-document';

/** The next weeks stay as they are planned. */
const FROZEN_WEEKS = 4;
/**
 * How much longer than the shortest a new plan may be to hold on to more of the old one, and how much shorter than the old
 * one it must be to be offered, in hundredths.
 */
const LONGER = 105;
const BETTER = 90;
/** A step that the kept plan does not hold weighs more than any plan costs. */
const NEW_STEP_COST = 100_000;
/** Weeks held are counted in whole ones, so a wait may seem a week longer than it was planned. */
const SLACK_WEEKS = 1;

/** What replanning comes to. `keepLonger`: how many weeks later the kept plan ends, null where it does not reach the goal. */
export type Replanning =
  | { kind: 'none' }
  | { kind: 'stuck'; changes: readonly BasisChange[]; problems: readonly RuleProblem[] }
  | {
      kind: 'offer';
      why: 'broken' | 'better';
      changes: readonly BasisChange[];
      /** The rules that the kept plan breaks. */
      problems: readonly RuleProblem[];
      document: PlanDocument;
      keepLonger: number | null;
    };

/** What is said of replanning: also that a plan was kept by choice though it breaks a rule by now. */
export type ShownReplanning = Replanning | { kind: 'kept'; problems: readonly RuleProblem[] };

type Options = { effort: Effort; words: PlanWords };

/**
 * A new plan for what is left of a kept one after ratings, posts, holdings, settings or the catalogue changed. What is
 * finished or begun does not move, and the next four weeks stay as planned, or as they come where the plan runs late; among
 * the plans at most 5 % longer than the shortest, it has the fewest new steps, then the least cost. Offered only where the
 * kept plan broke, the new one is 10 % shorter, or the person changed something and it is better by their objective.
 */
export function replan(career: Career, following: Following, options: Options): Replanning {
  const changes = listBasisChanges(career, following);
  if (changes.length === 0 || !isStaged(following.kept)) return { kind: 'none' };
  const course = computeCourse(career, following, following.kept);
  const problems = checkKept(career, course);
  const answer = replanBehind(career, { course, at: freeze(career, course), problems, changes, options });
  // Weeks that leave no way to the goal are not worth keeping.
  return answer.kind === 'stuck'
    ? replanBehind(career, { course, at: course.following, problems, changes, options })
    : answer;
}

/** The kept plan as it goes on from today: as planned, or what is left of it in its order where it runs late. */
type Course = { following: Following; kept: PlanDocument; remaining: Remaining };

function computeCourse(career: Career, following: Following, kept: PlanDocument): Course {
  const { records, today } = following;
  const remaining = splitPlan({ followed: toFollowed(kept), records, today });
  const byStep = new Map(records.map((record) => [record.step, record]));
  const isAnyLate = remaining.left.some((step) => isLate(career, remaining, step, byStep.get(step.id)));
  const moved = isAnyLate ? reschedule(career, following) : null;
  const course = moved && isStaged(moved) ? moved : kept;
  const again = { ...following, kept: course };
  return {
    following: again,
    kept: course,
    remaining: splitPlan({ followed: toFollowed(course), records, today }),
  };
}

/** What the kept plan is checked and compared by; steps of it keep the hours that it gives them. */
function toAsked(career: Career, { following, remaining }: Course): Asked {
  const behind = new Set(remaining.behind.map(({ id }) => id));
  return {
    ...buildRest(career, following, remaining, { holdsAll: true }),
    weeksGone: remaining.weeksGone,
    isLeft: (id) => !behind.has(id) && !remaining.dropped.has(id),
  };
}

/** The rules that the kept plan breaks as it goes on. */
function checkKept(career: Career, course: Course): RuleProblem[] {
  const asked = toAsked(career, course);
  const { weeksGone, isLeft } = asked;
  const laid = layAhead(course.kept, { weeksGone, ...(isLeft ? { isLeft } : {}) });
  return findRuleProblems(asked, laid, { slackWeeks: SLACK_WEEKS });
}

/** The rules that a kept plan breaks as it goes on from today; none for one of the first edition. */
export function listKeptProblems(career: Career, following: Following): RuleProblem[] {
  return isStaged(following.kept) ? checkKept(career, computeCourse(career, following, following.kept)) : [];
}

/** What a person says of themselves or wants; the catalogue changes without them. */
const OWN_CHANGES: ReadonlySet<BasisChange> = new Set([
  'ratings',
  'holdings',
  'posts',
  'settings',
  'letStand',
]);

/** Plans what comes after the weeks that stay as they are. */
function replanBehind(
  career: Career,
  input: {
    course: Course;
    at: Following;
    problems: readonly RuleProblem[];
    changes: readonly BasisChange[];
    options: Options;
  },
): Replanning {
  const { course, at, problems, changes, options } = input;
  const remaining = splitPlan({ followed: toFollowed(at.kept), records: at.records, today: at.today });
  const rest = buildRest(career, at, remaining, { holdsAll: true });
  const first = solve(rest.career, rest.profile, { effort: options.effort, here: rest.here });
  const isBroken = problems.length > 0;
  if (!first.best) return isBroken ? { kind: 'stuck', changes, problems } : { kind: 'none' };
  const plan = chooseNearest(rest, { first, remaining, effort: options.effort });
  const now = course.remaining.weeksGone;
  const gone = remaining.weeksGone - now;
  const keptWeeks = Math.max(0, course.kept.totals.weeks - now);
  const weeks = (plan.best?.weeks ?? 0) + gone;
  if (!plan.best) return { kind: 'none' };
  const whole = composeWhole(career, {
    following: { ...at, records: course.following.records, profile: course.following.profile },
    remaining,
    rest: composePlan(withOwnPins(plan, course.following), plan.best, options.words),
  });
  const document = holdDates(career, course.following, whole);
  const isMuchShorter = weeks * 100 <= BETTER * keptWeeks;
  const isBetter = (): boolean =>
    changes.some((change) => OWN_CHANGES.has(change)) &&
    isBetterPlan(toAsked(career, course), document, course.kept);
  if (!isBroken && !isMuchShorter && !isBetter()) return { kind: 'none' };
  const keepLonger = isBroken ? null : Math.max(0, keptWeeks - weeks);
  return { kind: 'offer', why: isBroken ? 'broken' : 'better', changes, problems, document, keepLonger };
}

/** The person after the weeks that stay as they are, with what begins and ends in them as planned. */
function freeze(career: Career, { following, kept, remaining }: Course): Following {
  const { weeksGone: now, left, started } = remaining;
  const until = now + FROZEN_WEEKS;
  const going = left.filter(
    (step) => started.has(step.id) || (step.startWeek >= now && step.startWeek < until),
  );
  if (going.length === 0) return following;
  const advanced = new Map<string, Records[number]>(following.records.map((record) => [record.step, record]));
  const taught: string[] = [];
  const done: string[] = [];
  for (const step of going) {
    const record = advanced.get(step.id) ?? { ...UNTOUCHED, step: step.id };
    const isOver = step.startWeek + step.weeks <= until;
    const [from, to] = [now, until].map((week) => Math.max(0, week - step.startWeek));
    const planned = (start: number | undefined, end: number | undefined): number =>
      step.hoursByWeek.slice(start, end).reduce((sum, hours) => sum + hours, 0);
    advanced.set(step.id, {
      ...record,
      status: isOver ? 'done' : 'in-progress',
      hoursSpent: (record.hoursSpent ?? planned(0, from)) + planned(from, to),
    });
    if (!isOver) continue;
    done.push(step.id);
    taught.push(...step.teaches, ...(career.stepById.get(step.id)?.teaches ?? []));
  }
  const { profile } = following;
  const over = new Set(done);
  return {
    ...following,
    // What was to do again is done by then.
    kept: {
      ...kept,
      steps: kept.steps.map((step) => (over.has(step.id) ? { ...step, status: 'done' as const } : step)),
    },
    profile: passWeeks(career, profile, { taught, done }),
    records: [...advanced.values()],
    today: addDays(kept.profile.preferences.start, until * 7),
  };
}

/** A profile four weeks on: what was finished, and what the present post has shown meanwhile. */
function passWeeks(
  career: Career,
  profile: Profile,
  { taught, done }: { taught: readonly string[]; done: readonly string[] },
): Profile {
  const held = listHeldPosts(career, profile);
  const current = findCurrent(held);
  const post = current && career.postById.get(current.post);
  const shown =
    post && current
      ? listTeaching(post, countWeeksIn(held, post.id)).flatMap(({ canDo, week }) =>
          week <= FROZEN_WEEKS ? [canDo] : [],
        )
      : [];
  const learned = [...taught, ...shown].filter((id) => career.canDoById.has(id));
  return {
    ...profile,
    also: [...new Set([...profile.also, ...learned])].sort(),
    except: profile.except.filter((id) => !learned.includes(id)),
    done: [...new Set([...profile.done, ...done])],
    posts: held.map((one) => (one.current ? { ...one, weeks: one.weeks + FROZEN_WEEKS } : one)),
  };
}

/** Of the plans hardly longer than the shortest the one with the fewest steps that the kept plan does not hold. */
function chooseNearest(
  rest: RestProblem,
  { first, remaining, effort }: { first: Solution; remaining: Remaining; effort: Effort },
): Solution {
  const { best } = first;
  if (!best) return first;
  const { career, profile, here } = rest;
  const kept = new Set(remaining.left.map(({ id }) => id));
  const planned = best.stages.flatMap(({ solution: { model, placements } }) =>
    placements.map(({ step }) => model.steps[step]?.id ?? ''),
  );
  if (planned.every((id) => kept.has(id))) return first;
  const shortest = Math.min(best.weeks, best.bestWeeks);
  const { start, deadline } = profile.preferences;
  const latest = addDays(start, Math.max(best.weeks, Math.floor((shortest * LONGER) / 100)) * 7 - 1);
  const within = deadline !== null && deadline < latest ? deadline : latest;
  const weighed = weighNewSteps(career, kept);
  const cheap: Profile = {
    ...profile,
    preferences: { ...profile.preferences, budget: null, deadline: within, optimiseFor: 'cheapest' },
  };
  const near = solve(weighed, cheap, { effort, here }).best;
  if (!near) return first;
  const chosen = new Set([
    near.way.study ?? '',
    ...near.stages.flatMap(({ solution: { model, placements } }) =>
      placements.map(({ step }) => model.steps[step]?.id ?? ''),
    ),
  ]);
  const excluded = career.steps.flatMap(({ id }) => (chosen.has(id) ? [] : [id]));
  const only: Profile = {
    ...profile,
    preferences: {
      ...profile.preferences,
      deadline: within,
      excluded: [...new Set([...profile.preferences.excluded, ...excluded])],
    },
  };
  const found = solve(career, only, { effort, here });
  return found.best && countNew(found, kept) < countNew(first, kept) ? found : first;
}

function countNew({ best }: Solution, kept: ReadonlySet<string>): number {
  return (best?.stages ?? []).reduce(
    (sum, { solution: { model, placements } }) =>
      sum + placements.filter(({ step }) => !kept.has(model.steps[step]?.id ?? '')).length,
    0,
  );
}

function weighNewSteps(career: Career, kept: ReadonlySet<string>): Career {
  const steps = career.steps.map((step) => {
    if (kept.has(step.id)) return step;
    const price = step.cost ?? step.planning.cost;
    const cost = {
      amount: NEW_STEP_COST + (price?.amount ?? 0),
      currency: price?.currency ?? ('GBP' as const),
      per: 'total' as const,
    };
    return { ...step, cost };
  });
  return { ...career, steps, stepById: new Map(steps.map((step) => [step.id, step])) };
}
