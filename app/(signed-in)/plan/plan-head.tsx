import type { ReactNode } from 'react';
import type { Followed } from '@/lib/domain/climb/follow/followed';
import type { Glance } from '@/lib/domain/plan/glance/glance';
import { formatCost, formatCount, formatDay, formatNumber } from '@/lib/wording/format';

const LINKS = [
  { href: '/plan/compare', label: 'Compare' },
  { href: '/plan/export', label: 'Export' },
  { href: '/plan/own', label: '+ Step' },
  { href: '/plan/earlier', label: 'History' },
];

/** The plan in one line: role, readiness, what is done, when it is over, hours, cost; and what can be done with it. */
export function PlanHead({
  role,
  readiness,
  plan,
  glance,
  hoursLeft,
  otherGoal,
  children,
}: {
  role: string;
  readiness: number;
  plan: Followed | null;
  glance: Glance | null;
  /** Of the hours of the plan those that are still to do. */
  hoursLeft: HoursLeft;
  /** What the plan leads to, where that is another goal than the present one. */
  otherGoal: string | null;
  /** The form of settings. */
  children: ReactNode;
}) {
  return (
    <header className="plan-head">
      <h1 id="plan" tabIndex={-1}>
        <span className="sr-only">Plan to become </span>
        <span>{role}</span>
      </h1>
      <p className="plan-figures">
        <span>
          <strong>{`${readiness}%`}</strong> ready
        </span>
        {plan && glance ? (
          <Figures plan={plan} glance={glance} hoursLeft={hoursLeft} otherGoal={otherGoal} />
        ) : null}
      </p>
      <div className="plan-links no-print">
        {plan
          ? LINKS.map(({ href, label }) => (
              <a key={href} href={href} className="small-button">
                {label}
              </a>
            ))
          : null}
      </div>
      {children}
    </header>
  );
}

type HoursLeft = { own: number; work: number };

/** How much of some hours is left, once that is less. */
const tellLeft = (all: number, left: number): string => (left < all ? `, ${formatNumber(left)} left` : '');

function Figures({
  plan,
  glance,
  hoursLeft,
  otherGoal,
}: {
  plan: Followed;
  glance: Glance;
  hoursLeft: HoursLeft;
  otherGoal: string | null;
}) {
  const { totals, hoursPerWeek } = plan;
  const about = totals.cost.approximate && totals.cost.amount > 0 ? 'about ' : '';
  const cost = `${about}${formatCost(totals.cost)}`;
  const applyFrom = glance.stages.at(-1)?.applyFrom ?? null;
  return (
    <>
      <span>
        <strong>{glance.done}</strong> of <span>{formatCount(glance.total, 'step')}</span> done
      </span>
      <span>
        {otherGoal ? (
          <span>
            of a plan for <strong>{otherGoal}</strong>
          </span>
        ) : totals.finish ? (
          <span>
            ready by <strong>{formatDay(totals.finish)}</strong>
          </span>
        ) : (
          <span>nothing left to do</span>
        )}
      </span>
      {applyFrom && !otherGoal ? (
        <span>
          apply from <strong>{formatDay(applyFrom.on)}</strong>
        </span>
      ) : null}
      <span>{`${formatCount(totals.hours, 'hour')} of yours${tellLeft(totals.hours, hoursLeft.own)}`}</span>
      {totals.workHours > 0 ? (
        <span>{`${formatCount(totals.workHours, 'hour')} at work${tellLeft(totals.workHours, hoursLeft.work)}`}</span>
      ) : null}
      <span>{cost}</span>
      <span>{`${formatCount(hoursPerWeek, 'hour')} a week`}</span>
      <span className="hint">estimates</span>
    </>
  );
}
