import type { Career } from '@/lib/domain/career/career';
import type { Followed } from '@/lib/domain/climb/follow/followed';
import type { Glance } from '@/lib/domain/plan/glance/glance';
import { nameEntry, nameStage } from '@/lib/domain/plan/glance/names';
import { formatCount, formatDay, formatMonth } from '@/lib/wording/format';
import { describeLongest } from '@/lib/wording/plan-proof';

/** The climb as a ladder: where one is, each post on the way with its weeks and finish, the goal at the top. */
export function ClimbLadder({ career, plan, glance }: { career: Career; plan: Followed; glance: Glance }) {
  const { stages } = glance;
  const goal = nameEntry(career, plan.role);
  return (
    <section aria-labelledby="climb">
      <h2 id="climb" className="plan-heading">
        The climb
      </h2>
      <ol className="climb" reversed>
        {(plan.outlook ?? []).toReversed().map(({ until, leastWeeks }) => (
          <li key={`outlook-${until}`} data-when="outlook">
            <strong>{nameEntry(career, until)}</strong>
            <span className="hint">{`an outlook: at least ${formatCount(leastWeeks, 'week')} in post, not hours of study`}</span>
          </li>
        ))}
        <li data-when="goal">
          <strong>
            {stages.at(-1)?.stage.until === plan.role
              ? goal
              : nameEntry(career, stages.at(-1)?.stage.until ?? plan.role)}
          </strong>
          <span className="hint">
            {plan.totals.finish ? `ready by ${formatDay(plan.totals.finish)}` : 'ready now'}
          </span>
        </li>
        {stages.toReversed().map((shown) => (
          <li key={shown.stage.startWeek} data-when={shown.when}>
            <strong>{nameStage(career, shown.stage)}</strong>
            <span className="hint">
              {shown.when === 'now' ? <b>You are here · </b> : null}
              <span>{`${formatCount(shown.stage.weeks, 'week')}, to ${formatMonth(shown.finish)}`}</span>
            </span>
            {shown.applyFrom ? (
              <span className="hint">{`apply from ${formatDay(shown.applyFrom.on)} (estimate)`}</span>
            ) : null}
          </li>
        ))}
      </ol>
      <p className="hint mt-1">{describeLongest(career, plan)}</p>
    </section>
  );
}
