import type { Metadata } from 'next';
import { requireUser } from '@/lib/auth/session';
import { comparePlans } from '@/lib/domain/plan-difference';
import { buildDefaultPreferences } from '@/lib/domain/plan-settings';
import type { PlanDocument } from '@/lib/domain/planner/document';
import type { Preferences } from '@/lib/domain/planner/profile';
import { describeTotals } from '@/lib/plan-difference';
import { describeNoPlan } from '@/lib/plan-proof';
import { BackToPlan } from '../back-to-plan';
import { computePlanFromHere, loadHere } from '../plan-from-here';
import { TOTALS } from '../totals';
import { buildWhatIfPath } from '../what-if/link';
import { listVariations, type Variation } from './variations';

export const metadata: Metadata = { title: 'Compare ways' };

const WAYS = [
  { optimiseFor: 'fastest', label: 'Fastest' },
  { optimiseFor: 'balanced', label: 'Balanced' },
  { optimiseFor: 'cheapest', label: 'Cheapest' },
] as const;

type Answer<T> = T & { preferences: Preferences; holdings: readonly string[]; plan: PlanDocument };

export default async function ComparePage() {
  const user = await requireUser('/plan/compare');
  const here = await loadHere(user.id);
  const { standing } = here;
  const { career, goal, today, region } = standing;
  const preferences = goal?.preferences ?? buildDefaultPreferences({ today, region });
  const holdings = goal?.holdings ?? [];
  const solve = async <T,>(item: T, changed: Preferences, held: readonly string[]): Promise<Answer<T>> => ({
    ...item,
    preferences: changed,
    holdings: held,
    plan: (await computePlanFromHere(here, { preferences: changed, holdings: held })).document,
  });
  const [present, ...ways] = await Promise.all([
    solve({}, preferences, holdings),
    ...WAYS.map((way) => solve(way, { ...preferences, optimiseFor: way.optimiseFor }, holdings)),
  ] as const);
  const variations = await Promise.all(
    listVariations({ career, plan: present.plan, preferences, holdings }).map((variation) =>
      solve(variation, variation.changed, variation.held),
    ),
  );
  const pathOf = (answer: Answer<unknown>) =>
    buildWhatIfPath({
      preferences: answer.preferences,
      holdings: answer.holdings,
      basedOn: goal?.id ?? null,
    });
  return (
    <>
      <BackToPlan />
      <h1 className="mt-1">Compare ways to become {standing.role.title}</h1>
      <p className="mt-3 mb-8 text-lg text-soft">
        The best plan found in a moment for each way, with your present settings. All figures are estimates.
      </p>
      <WaysTable ways={ways} pathOf={pathOf} />
      <section aria-labelledby="prices" className="mt-12">
        <h2 id="prices">What each choice is worth</h2>
        <p className="mt-2 text-soft">
          One change at a time, compared with the plan for your present settings.
        </p>
        <ul className="card mt-4">
          {variations.map((variation) => (
            <li key={variation.label} className="border-t border-line py-3 first:border-t-0">
              <strong>{variation.label}:</strong> {describeVariation(variation, present.plan)}{' '}
              {variation.plan.status === 'infeasible' ? null : (
                <a href={pathOf(variation)} className="inline-flex min-h-11 items-center">
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

function describeVariation({ plan }: Answer<Variation>, present: PlanDocument): string {
  if (plan.status === 'infeasible') return `${describeNoPlan(plan)}.`;
  if (present.status === 'infeasible') return 'a plan becomes possible.';
  return `${describeTotals(comparePlans({ kept: present, other: plan }), plan)}.`;
}

function WaysTable({
  ways,
  pathOf,
}: {
  ways: Answer<(typeof WAYS)[number]>[];
  pathOf: (answer: Answer<unknown>) => string;
}) {
  return (
    <div className="card overflow-x-auto">
      <table aria-label="Fastest, balanced and cheapest">
        <thead>
          <tr>
            <th scope="col">Total</th>
            {ways.map((way) => (
              <th key={way.optimiseFor} scope="col" className="number">
                {way.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {TOTALS.map((row) => (
            <tr key={row.label}>
              <th scope="row" className="font-normal">
                {row.label}
              </th>
              {ways.map((way) => (
                <td key={way.optimiseFor} className="number">
                  {way.plan.status === 'infeasible' ? 'none found' : row.of(way.plan)}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row" className="font-normal">
              Against your plan
            </th>
            {ways.map((way) => (
              <td key={way.optimiseFor} className="number">
                {way.plan.status === 'infeasible' ? (
                  ''
                ) : (
                  <a href={pathOf(way)}>What changes with {way.label}</a>
                )}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
