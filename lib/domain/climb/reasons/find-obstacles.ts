import { addDays } from '../../day';
import { findAnyWith } from '../counterfactuals';
import type { Preferences, Profile } from '../profile';
import { NEVER } from '../schedule/calendar';
import { computeClosure } from '../search/closure';
import { fullSet } from '../search/sets';
import type { AnyPlan, Solution } from '../solve';
import type { NoWay, WaySolution } from '../solve-way';
import type { Ease, Obstacle } from './obstacle';

const MOST_HOURS = 80;
/** The hours at work that are offered to who gave none. */
const USUAL_WORK_HOURS = 4;

/**
 * Why a profile has no plan. First what cannot be reached at all, whatever the hours, money and weeks, else which
 * limits stand in the way; then every single choice of the person's that, taken back alone, gives a plan. Where none
 * does, what of all these gives one together.
 */
export function findObstacles(solution: Solution, { isBrief = false } = {}): Obstacle[] {
  const open = findWith(solution, FREE);
  const limits = open.found ? [...findBudget(solution, isBrief), ...findDeadline(solution, open.found)] : [];
  if (open.found && !isBrief) limits.push(...findHours(solution));
  // A first answer says what is enough; what else would be, the one behind it finds.
  const lifts = isBrief && limits.some(({ nearest }) => nearest !== null) ? [] : findLifts(solution);
  const found = open.found ? [...limits, ...lifts] : [...findCauses(solution, open, lifts), ...lifts];
  const isEased = found.some(({ nearest }) => nearest !== null);
  const together = isEased ? [] : findTogether(solution, open.found);
  return found.length === 0 && together.length === 0 ? [explainTogether(solution)] : [...found, ...together];
}

const FREE: Ease = { budget: null, deadline: null };

function explainTogether({ person, isProved }: Solution, nearest: Ease | null = null): Obstacle {
  const { budget, deadline } = person.profile.preferences;
  const limits = [...(budget ? ['budget'] : []), ...(deadline ? ['deadline'] : [])];
  return { what: 'together', limits, isProved, nearest };
}

/** Where no single change gives a plan: both limits as the plan without any keeps them, else all choices at once. */
function findTogether(solution: Solution, free: WaySolution | null): Obstacle[] {
  const { person } = solution;
  const { budget, deadline } = person.profile.preferences;
  if (free) {
    const amount = { amount: free.pence / 100, currency: person.currency };
    const eases: Ease[] = [
      {
        ...(budget && free.pence > (person.budgetPence ?? NEVER) ? { budget: amount } : {}),
        ...(deadline && free.weeks > (person.deadlineWeeks ?? NEVER)
          ? { deadline: toDay(person.profile, free.weeks) }
          : {}),
      },
      { ...(budget ? { budget: null } : {}), ...(deadline ? { deadline: null } : {}) },
    ];
    const nearest = eases.find((ease) => doesWork(solution, ease));
    return nearest ? [explainTogether(solution, nearest)] : [];
  }
  const { excluded, excludedKinds, pinned, platform, workHoursPerWeek } = person.profile.preferences;
  const choices: Ease[] = [
    ...(excluded.length > 0 ? [{ excluded: [] }] : []),
    ...(excludedKinds.length > 0 ? [{ excludedKinds: [] }] : []),
    ...(pinned.length > 0 ? [{ pinned: [] }] : []),
    ...(platform === null ? [] : [{ platform: null }]),
    ...(workHoursPerWeek === 0 ? [{ workHoursPerWeek: USUAL_WORK_HOURS }] : []),
    ...(budget ? [{ budget: null }] : []),
    ...(deadline ? [{ deadline: null }] : []),
  ];
  if (choices.length < 2) return [];
  // Each choice that is not needed stays as the person made it.
  let kept = choices;
  if (!doesWork(solution, Object.assign({}, ...kept))) return [];
  for (const choice of choices) {
    const without = kept.filter((one) => one !== choice);
    if (without.length > 0 && doesWork(solution, Object.assign({}, ...without))) kept = without;
  }
  return [explainTogether(solution, Object.assign({}, ...kept))];
}

/** Whether there is a plan with some preferences changed. */
function doesWork(solution: Solution, preferences: Ease): boolean {
  return findWith(solution, preferences).found !== null;
}

/** What leaves the stages themselves as they are. */
const OUTSIDE: ReadonlySet<string> = new Set(['budget', 'deadline', 'optimiseFor']);

/** Any plan with some preferences changed; what is known of its stages is not looked for again. */
function findWith({ person, memory }: Solution, preferences: Ease): AnyPlan {
  const isSameStages = Object.keys(preferences).every((name) => OUTSIDE.has(name));
  return findAnyWith(person.career, person.profile, { preferences }, isSameStages ? memory : undefined);
}

/** What cannot be reached on any way; of the ways the one that comes furthest is told of. */
function findCauses(solution: Solution, open: AnyPlan, lifts: readonly Obstacle[]): Obstacle[] {
  const nearest = lifts[0]?.nearest ?? null;
  const causes = open.failed.map((failed) => explainWay(solution, failed, nearest));
  causes.sort((one, other) => one.length - other.length);
  const best = causes.find((list) => list.length > 0);
  return best ?? [{ what: 'noWay', nearest }];
}

function explainWay({ person }: Solution, { model }: NoWay, nearest: Ease | null): Obstacle[] {
  if (!model) return [];
  const asked = model.obstacles.flatMap(({ what, label }): Obstacle[] =>
    what === 'pinned'
      ? [{ what: 'pinned', steps: [label], nearest }]
      : [{ what: 'requirement', label, post: model.until, nearest }],
  );
  const closure = computeClosure(model, fullSet(model));
  const bySkill = new Map<string, string[]>();
  const facts = [
    ...model.goalFacts,
    ...model.parts.flatMap(({ what, items }) =>
      what === 'threshold' ? items.flatMap(({ facts }) => facts ?? []) : [],
    ),
  ];
  for (const fact of facts) {
    const id = model.facts[fact] ?? '';
    const skill = person.career.canDoById.get(id)?.skill ?? '';
    if (closure.factWeek(fact) >= NEVER) bySkill.set(skill, [...(bySkill.get(skill) ?? []), id]);
  }
  const levels = [...bySkill].map(([skill, canDos]): Obstacle => ({ what: 'level', skill, canDos, nearest }));
  return [...asked, ...levels];
}

/** So often a cheaper plan is looked for. */
const MOST_CHEAPER = 6;

/** The least money that gives a plan: a cheaper one is looked for until it is proved, or seems, that there is none. */
function findBudget(solution: Solution, isBrief: boolean): Obstacle[] {
  const { person } = solution;
  const { currency } = person;
  if (person.budgetPence === null) return [];
  const within = (pence: number | null) => {
    const budget = pence === null ? null : { amount: pence / 100, currency };
    return findWith(solution, { budget, optimiseFor: 'cheapest' });
  };
  const first = within(null).found;
  if (!first) return [];
  let cheapest = first;
  const plans = [first];
  let isLeast = false;
  const turns = isBrief ? 0 : MOST_CHEAPER;
  for (let turn = 0; turn < turns && cheapest.pence > person.budgetPence + 1; turn += 1) {
    const cheaper = within(cheapest.pence - 1);
    isLeast = cheaper.found === null && cheaper.isProved;
    if (cheaper.found === null) break;
    cheapest = cheaper.found;
    plans.push(cheapest);
  }
  const easeTo = (pence: number): Ease => ({ budget: { amount: pence / 100, currency } });
  // A search just within its limit may miss the plan that a wider one came upon.
  const works = plans.toReversed().find(({ pence }) => doesWork(solution, easeTo(pence)));
  const nearest = works === undefined ? { budget: null } : easeTo(works.pence);
  const told = works ?? first;
  const { pence } = told;
  const isProvedLeast = isLeast && pence === cheapest.pence;
  return [
    {
      what: 'budget',
      pence,
      // Of what is not proved the person hears that more than their own budget is needed, no more.
      lower: isProvedLeast ? pence : person.budgetPence + 1,
      currency,
      ...listPaid(told),
      nearest: doesWork(solution, nearest) ? nearest : null,
    },
  ];
}

/** What a way pays for: exams, and all else. */
function listPaid({ stages, study }: WaySolution): { exams: string[]; fees: string[] } {
  const paid = stages.flatMap(({ solution: { model, placements } }) =>
    placements.flatMap(({ step }) => {
      const found = model.steps[step];
      return found && found.pence > 0 ? [found.source] : [];
    }),
  );
  const all = study && study.pence > 0 ? [study.study, ...paid] : paid;
  return {
    exams: all.filter(({ kind }) => kind === 'certification').map(({ id }) => id),
    fees: all.filter(({ kind }) => kind !== 'certification').map(({ id }) => id),
  };
}

/** How much later than the shortest plan found a deadline is tried. */
const LATER = [1, 1.1, 1.5];

function findDeadline(solution: Solution, free: WaySolution): Obstacle[] {
  const { person } = solution;
  if (person.deadlineWeeks === null) return [];
  const { profile } = person;
  const shortest = findWith(solution, { deadline: null, optimiseFor: 'fastest' });
  const { weeks: least } = shortest.found ?? free;
  if (least <= person.deadlineWeeks) return [];
  const found = LATER.map((times) => Math.ceil(least * times)).find((weeks) =>
    doesWork(solution, { deadline: toDay(profile, weeks) }),
  );
  const weeks = found ?? least;
  const isOpenAtAll = found !== undefined || shortest.found !== null;
  const nearest = isOpenAtAll ? { deadline: found === undefined ? null : toDay(profile, weeks) } : null;
  // Of what is not proved the person hears that more than their own weeks are needed, no more.
  const lower = Math.min(weeks, Math.max(person.deadlineWeeks + 1, solution.leastWeeks ?? 0));
  return [{ what: 'deadline', weeks, lower, nearest }];
}

function toDay({ preferences }: Profile, weeks: number): string {
  return addDays(preferences.start, weeks * 7 - 1);
}

/** The fewest hours a week that meet the deadline, by halving. */
function findHours(solution: Solution): Obstacle[] {
  const { hoursPerWeek, deadline } = solution.person.profile.preferences;
  if (deadline === null || hoursPerWeek >= MOST_HOURS) return [];
  const works = (hours: number): boolean => doesWork(solution, { hoursPerWeek: hours });
  if (!works(MOST_HOURS)) return [];
  let [low, high] = [hoursPerWeek, MOST_HOURS];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (works(middle)) high = middle;
    else low = middle;
  }
  return [{ what: 'hours', hours: high, lower: hoursPerWeek + 1, nearest: { hoursPerWeek: high } }];
}

/** Every choice of steps left out or asked for that gives a plan when it alone is taken back. */
function findLifts(solution: Solution): Obstacle[] {
  const { preferences } = solution.person.profile;
  const { excluded, excludedKinds, pinned, platform, workHoursPerWeek } = preferences;
  const works = (ease: Ease): boolean => doesWork(solution, ease);
  const left = <Id>(ids: readonly Id[], without: Id): Id[] => ids.filter((id) => id !== without);
  const found: Obstacle[] = [];
  for (const id of new Set(excluded)) {
    const nearest = { excluded: left(excluded, id) };
    if (works(nearest)) found.push({ what: 'excluded', steps: [id], kinds: [], isEnough: true, nearest });
  }
  for (const kind of new Set(excludedKinds)) {
    const nearest = { excludedKinds: left(excludedKinds, kind) };
    if (works(nearest)) found.push({ what: 'excluded', steps: [], kinds: [kind], isEnough: true, nearest });
  }
  if (platform !== null && works({ platform: null }))
    found.push({
      what: 'excluded',
      steps: [],
      kinds: [platform],
      isEnough: true,
      nearest: { platform: null },
    });
  if (workHoursPerWeek === 0) {
    const nearest = { workHoursPerWeek: USUAL_WORK_HOURS };
    if (works(nearest)) found.push({ what: 'workHours', hours: USUAL_WORK_HOURS, nearest });
  }
  for (const id of new Set(pinned)) {
    const nearest = { pinned: left(pinned, id) };
    if (works(nearest)) found.push({ what: 'pinned', steps: [id], nearest });
  }
  return found.length > 0 ? found : findWholeLifts(preferences, works);
}

/** Where no single choice is enough: all that is left out, or all that is asked for. */
function findWholeLifts(preferences: Preferences, works: (ease: Ease) => boolean): Obstacle[] {
  const { excluded, excludedKinds, pinned } = preferences;
  const found: Obstacle[] = [];
  if (excluded.length + excludedKinds.length > 1) {
    const nearest = { excluded: [], excludedKinds: [] };
    if (works(nearest))
      found.push({ what: 'excluded', steps: excluded, kinds: excludedKinds, isEnough: true, nearest });
  }
  if (pinned.length > 1 && works({ pinned: [] }))
    found.push({ what: 'pinned', steps: pinned, nearest: { pinned: [] } });
  return found;
}
