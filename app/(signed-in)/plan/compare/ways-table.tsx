import type { Career } from '@/lib/domain/career/career';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { nameEntry } from '@/lib/domain/plan/glance/names';
import type { ToldPlan } from '@/lib/domain/plan/same-plans';
import { formatCount, formatList } from '@/lib/wording/format';
import { TOTALS } from '../totals';

type Way = { label: string; plan: PlanDocument; path: string };

/** The ways side by side; those that give the same plan are one column, and where all do, a sentence says so. */
export function WaysTable({ career, ways }: { career: Career; ways: readonly ToldPlan<Way>[] }) {
  const count = ways.reduce((sum, { labels }) => sum + labels.length, 0);
  const isOne = ways.length === 1 && ways[0]?.first.plan.status !== 'infeasible';
  return (
    <>
      {isOne ? <p className="mb-3">{`All ${formatCount(count, 'way')} give this plan.`}</p> : null}
      <div className="card overflow-x-auto">
        <table aria-label="Fastest, balanced, cheapest and lightest" className="stacked">
          <thead>
            <tr>
              <th scope="col">Total</th>
              {ways.map(({ labels }) => (
                <th key={labels.join()} scope="col" className="number">
                  {formatList(labels)}
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
                {ways.map(({ labels, first: { plan } }) => (
                  <td key={labels.join()} className="number" data-label={formatList(labels)}>
                    {plan.status === 'infeasible' ? 'none found' : row.of(plan)}
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row" className="font-normal">
                Posts on the way
              </th>
              {ways.map(({ labels, first: { plan } }) => (
                <td key={labels.join()} className="sm:text-right" data-label={formatList(labels)}>
                  {namePosts(career, plan)}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row" className="font-normal">
                Against your plan
              </th>
              {ways.map(({ labels, first: { label, plan, path } }) => (
                <td key={labels.join()} className="number">
                  {plan.status === 'infeasible' ? '' : <a href={path}>{`What changes with ${label}`}</a>}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </>
  );
}

function namePosts(career: Career, { status, stages }: PlanDocument): string {
  if (status === 'infeasible') return '';
  const posts = stages.slice(1).flatMap(({ post }) => post ?? []);
  return posts.length > 0 ? formatList(posts.map((post) => nameEntry(career, post))) : 'none';
}
