import type { Career } from '@/lib/domain/career/career';
import type { Followed } from '@/lib/domain/climb/follow/followed';
import { nameEntry } from '@/lib/domain/plan/glance/names';
import type { ToldWay } from '@/lib/domain/plan/glance/ways';
import { formatCost, formatCount, formatList, formatNumber } from '@/lib/wording/format';

/** So many ways are seen at a glance; the rest folds. */
const MOST_SEEN = 3;

/** The ways that lead to the goal, side by side; ways that differ in nothing are told as one. */
export function WaysIn({ career, plan, ways }: { career: Career; plan: Followed; ways: readonly ToldWay[] }) {
  if (ways.length === 0) return null;
  const [only] = ways;
  const rest = ways.slice(MOST_SEEN);
  return (
    <section aria-labelledby="ways">
      <h2 id="ways" className="plan-heading">
        Ways in
      </h2>
      {ways.length === 1 && only && only.count > 1 && only.hours[0] === only.hours[1] ? (
        <p>{`All ${only.count} ways give this plan.`}</p>
      ) : (
        <WaysTable label="Ways in" career={career} plan={plan} ways={ways.slice(0, MOST_SEEN)} />
      )}
      {rest.length > 0 ? (
        <details>
          <summary>{formatCount(rest.length, 'more way')}</summary>
          <WaysTable label="More ways in" career={career} plan={plan} ways={rest} />
        </details>
      ) : null}
    </section>
  );
}

function WaysTable({
  label,
  career,
  plan,
  ways,
}: {
  label: string;
  career: Career;
  plan: Followed;
  ways: readonly ToldWay[];
}) {
  const { currency } = plan.totals.cost;
  return (
    <div className="overflow-x-auto">
      <table aria-label={label} className="ways">
        <thead>
          <tr>
            <th scope="col">First</th>
            <th scope="col" className="number">
              Weeks
            </th>
            <th scope="col" className="number">
              Cost
            </th>
            <th scope="col" className="number">
              Hours
            </th>
          </tr>
        </thead>
        <tbody>
          {ways.map((way) => (
            <tr key={way.firsts.join()} data-chosen={way.chosen || undefined}>
              <th scope="row">
                <span>{nameWay(career, way)}</span>
                {way.chosen ? <span className="hint"> · this plan</span> : null}
              </th>
              <td className="number">{formatNumber(way.weeks)}</td>
              <td className="number">{formatCost({ amount: way.cost, currency })}</td>
              <td className="number">{formatHours(way)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function formatHours({ hours: [least, most] }: ToldWay): string {
  return least === most ? formatNumber(least) : `${formatNumber(least)} to ${formatNumber(most)}`;
}

function nameWay(career: Career, { firsts }: ToldWay): string {
  const names = firsts.map((id) => (id === null ? 'From where you are' : nameEntry(career, id)));
  return formatList(names, 'disjunction');
}
