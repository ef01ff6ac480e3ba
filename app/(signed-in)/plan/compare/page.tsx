import type { Metadata } from 'next';
import { requireUser } from '@/lib/auth/session';
import type { Career } from '@/lib/domain/career/career';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { allowsMore, listVariations } from '@/lib/domain/climb/follow/variations';
import { comparePlans } from '@/lib/domain/plan/difference';
import { tellSamePlans } from '@/lib/domain/plan/same-plans';
import {
  computePlanFromHere,
  type PlanFromHere,
  type Settings,
  settlePlans,
} from '@/lib/plan/climb/from-here';
import { loadPlanState, type PlanState, withEarlier } from '@/lib/plan/climb/plan-state';
import { describeNoPlan } from '@/lib/plan/proof';
import { orRefusal, PlannerRefusal } from '@/lib/planner/refusal';
import { describeVariation } from '@/lib/wording/plan-codes';
import { describeChoice } from '@/lib/wording/plan-difference';
import { OBJECTIVE_LABELS } from '@/lib/wording/plan-settings';
import { BackToPlan } from '../back-to-plan';
import { RefusedPlan } from '../refused-plan';
import { computeShownPreferences } from '../shown-settings';
import { buildWhatIfPath } from '../what-if/link';
import { WaysTable } from './ways-table';

export const metadata: Metadata = { title: 'Compare ways' };

const WAYS = (['fastest', 'balanced', 'cheapest', 'lightest'] as const).map((optimiseFor) => ({
  optimiseFor,
  label: OBJECTIVE_LABELS[optimiseFor],
}));

type Asked<T> = { item: T; settings: Settings; answer: PlanFromHere };
/** A way or a choice with its plan, and the address that shows what changes with it. */
type Priced<T> = T & { plan: PlanDocument; path: string };

export default async function ComparePage() {
  const user = await requireUser('/plan/compare');
  const here = await withEarlier(user.id, await loadPlanState(user.id));
  const { standing } = here;
  const asked = await orRefusal(askAll(here));
  if (asked instanceof PlannerRefusal)
    return (
      <>
        <BackToPlan />
        <h1 className="mt-1 mb-6">{`Compare ways to become ${standing.role.title}`}</h1>
        <RefusedPlan refusal={asked} />
      </>
    );
  const { own, ways, variations } = asked;
  const settled = await settlePlans([own, ...ways, ...variations].map(({ answer }) => answer));
  const price = <T,>({ item, settings, answer }: Asked<T>): Priced<T> => ({
    ...item,
    plan: settled.get(answer) ?? answer.document,
    path: buildWhatIfPath({
      holdings: standing.goal?.holdings ?? [],
      leavePost: standing.leavePost,
      ...settings,
      basedOn: standing.goal?.id ?? null,
    }),
  });
  const present = settled.get(own.answer) ?? own.answer.document;
  // What allows more allows the present plan too, so that it is told where nothing shorter came of it.
  const priced = variations.map(price).map((choice) => ({
    ...choice,
    plan: choice.allowsMore && isLonger(choice.plan, present) ? present : choice.plan,
  }));
  return (
    <>
      <BackToPlan />
      <h1 className="mt-1">{`Compare ways to become ${standing.role.title}`}</h1>
      <p className="mt-3 mb-8 text-lg text-soft">
        The best plan found in a moment for each way, with your present settings. All figures are estimates.
      </p>
      <WaysTable career={standing.career} ways={tellSamePlans(ways.map(price))} />
      <section aria-labelledby="prices" className="mt-12">
        <h2 id="prices">What each choice is worth</h2>
        <p className="mt-2 text-soft">
          One change at a time, compared with the plan for your present settings.
        </p>
        <ul className="card mt-4">
          {priced.map(({ label, plan, path }) => (
            <li key={label} className="border-t border-line py-3 first:border-t-0">
              <strong>{`${label}:`}</strong> <span>{describePrice(standing.career, plan, present)}</span>{' '}
              {plan.status === 'infeasible' || plan === present ? null : (
                <a href={path} className="inline-flex min-h-11 items-center">
                  See what changes
                </a>
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** The plan of the settings as they stand, of each way, and of each choice that differs by one thing. */
async function askAll(here: PlanState) {
  const { standing } = here;
  const { career, goal } = standing;
  const preferences = computeShownPreferences(standing);
  const holdings = goal?.holdings ?? [];
  const ask = async <T,>(item: T, settings: Settings): Promise<Asked<T>> => ({
    item,
    settings,
    answer: await computePlanFromHere(here, settings),
  });
  const [own, ways] = await Promise.all([
    ask('own', { preferences, holdings }),
    Promise.all(
      WAYS.map((way) =>
        ask(way, { preferences: { ...preferences, optimiseFor: way.optimiseFor }, holdings }),
      ),
    ),
  ]);
  const variations = await Promise.all(
    listVariations(career, {
      plan: own.answer.document,
      preferences,
      holdings,
      leavePost: standing.leavePost,
      isInWork: standing.posts.some(({ current }) => current),
    }).map((variation) =>
      ask(
        { label: describeVariation(career, variation), allowsMore: allowsMore(variation) },
        {
          preferences: variation.preferences,
          holdings: variation.holdings,
          leavePost: variation.leavePost,
        },
      ),
    ),
  );
  return { own, ways, variations };
}

function describePrice(career: Career, plan: PlanDocument, present: PlanDocument): string {
  if (plan.status === 'infeasible') return `${describeNoPlan(plan)}.`;
  if (present.status === 'infeasible') return 'a plan becomes possible.';
  return `${describeChoice(career, comparePlans({ kept: present, other: plan }), plan)}.`;
}

function isLonger(plan: PlanDocument, present: PlanDocument): boolean {
  if (present.status === 'infeasible') return false;
  return plan.status === 'infeasible' || plan.totals.weeks > present.totals.weeks;
}
