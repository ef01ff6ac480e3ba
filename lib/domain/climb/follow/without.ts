import type { Career } from '../../career/career';
import type { PlanDocument } from '../document';
import { type Here, makePerson, type Person } from '../model/climber';
import type { Profile } from '../profile';
import { isWaySolved, solveWay } from '../solve-way';
import { type Following, findPlanToContinue } from './following';
import { layAhead } from './laid';
import { computeLateness } from './late';
import { buildRest } from './rest-problem';
import { findWay } from './rules';

/** What leaving out one step of a plan comes to, on the same way: figures are without it minus with it; null: no plan was found. */
export type Without = {
  step: string;
  difference: { weeks: number; cost: number; hours: number; steps: number } | null;
  /** Limits of the person's that no plan without it was found to keep: the difference is then that of the best plan beyond them. */
  beyond: readonly ('budget' | 'deadline')[];
  /** False where the plan without it is not proved best, so that the difference may be off. */
  isProved: boolean;
};

/** Nodes of each stage of a plan without one step. */
const NODES = 40;

type Input = {
  profile: Profile;
  document: PlanDocument;
  /** The plan that the document goes on from, where it does. */
  followed: Omit<Following, 'profile'> | null;
  /** Of these steps alone. */
  only?: readonly string[];
};

/**
 * What leaving out each step that is still ahead would cost, each solved again without it on the way of the plan. What is
 * finished stays in every plan, so nothing is said of it.
 */
export function listWithout(career: Career, { profile, document, followed, only }: Input): Without[] {
  const following = followed && { ...followed, profile };
  const remaining = following && findPlanToContinue(career, following);
  const asked: { career: Career; profile: Profile; here: Here | null } =
    following && remaining ? buildRest(career, following, remaining) : { career, profile, here: null };
  const behind = new Set(remaining?.behind.map(({ id }) => id));
  const weeksGone = remaining?.weeksGone ?? 0;
  const laid = layAhead(document, { weeksGone, isLeft: (id) => !behind.has(id) });
  const way = findWay(asked, laid);
  if (!way) return [];
  const whole = makePerson(asked.career, asked.profile);
  const pence = laid.steps.reduce((sum, { id }) => sum + (whole.priceById.get(id)?.pence ?? 0), 0);
  const own = laid.steps.filter(({ pool }) => pool === 'own');
  const hours = own.reduce((sum, step) => sum + step.hours.reduce((all, one) => all + one, 0), 0);
  const study = way.study === null ? null : asked.career.stepById.get(way.study);
  // A plan that runs late ends later than it says, with this step as well as without.
  const moved = following ? computeLateness(career, following)?.document : null;
  const base = {
    weeks: (moved ?? document).totals.weeks - weeksGone,
    pence: pence + (study ? (whole.priceById.get(study.id)?.pence ?? 0) : 0),
    hours: hours + (study?.planning.hours ?? 0),
    steps: laid.steps.length + (study ? 1 : 0),
  };
  const { pinned, excluded, optimiseFor } = asked.profile.preferences;
  return [...laid.steps.map(({ id }) => id), ...(study ? [study.id] : [])].flatMap((step): Without[] => {
    if (only && !only.includes(step)) return [];
    if (step === way.study) return [{ step, difference: null, beyond: [], isProved: true }];
    const preferences = {
      ...asked.profile.preferences,
      pinned: pinned.filter((id) => id !== step),
      excluded: [...excluded, step],
    };
    const within = makePerson(asked.career, { ...asked.profile, preferences });
    const solve = (person: Person) =>
      solveWay(person, way, { objective: optimiseFor, here: asked.here, nodes: NODES });
    const isLimited = preferences.budget !== null || preferences.deadline !== null;
    const first = solve(within);
    const found =
      isWaySolved(first) || !isLimited
        ? first
        : solve(
            makePerson(asked.career, {
              ...asked.profile,
              preferences: { ...preferences, budget: null, deadline: null },
            }),
          );
    if (!isWaySolved(found)) return [{ step, difference: null, beyond: [], isProved: found.failed.isProved }];
    return [
      {
        step,
        beyond: listBeyond(within, found),
        difference: {
          weeks: found.weeks - base.weeks,
          cost: Math.round(found.pence - base.pence) / 100,
          hours: found.hours - base.hours,
          steps: found.steps - base.steps,
        },
        isProved: found.isProved,
      },
    ];
  });
}

/** The limits of a person that a plan does not keep. */
function listBeyond(
  { budgetPence, deadlineWeeks }: Pick<Person, 'budgetPence' | 'deadlineWeeks'>,
  { pence, weeks }: { pence: number; weeks: number },
): Without['beyond'] {
  return [
    ...(budgetPence !== null && pence > budgetPence ? (['budget'] as const) : []),
    ...(deadlineWeeks !== null && weeks > deadlineWeeks ? (['deadline'] as const) : []),
  ];
}
