import type { Metadata } from 'next';
import { OnePressForm } from '@/components/one-press-form';
import { PageLinks, readPage } from '@/components/page-links';
import { requireUser } from '@/lib/auth/session';
import { nameRole } from '@/lib/domain/career/names';
import { env } from '@/lib/env';
import { loadStanding } from '@/lib/plan/standing';
import { listPlans } from '@/lib/queries/plans';
import { formatCost, formatCount, formatInstant, formatNumber } from '@/lib/wording/format';
import { takeEarlierPlanAction } from '../actions';
import { BackToPlan } from '../back-to-plan';

export const metadata: Metadata = { title: 'Earlier plans' };

/** What the reasons kept with a plan say to a person. */
const REASONS: Readonly<Record<string, string>> = {
  made: 'You made it',
  continued: 'You made it, going on from what was finished and begun',
  proved: 'A better one that was found while proving',
  replanned: 'You took a new plan for what had changed',
  moved: 'You moved a date, or all that was left',
  'taken-again': 'You took an earlier plan again',
  imported: 'It came with an import',
};
const PLANS_PER_PAGE = 50;

type Search = { page?: string | string[] };

export default async function EarlierPlansPage({ searchParams }: { searchParams: Promise<Search> }) {
  const user = await requireUser('/plan/earlier');
  const { career, account } = await loadStanding(user.id);
  const [current, ...earlier] = await listPlans(user.id, career.id);
  const { page, last } = readPage((await searchParams).page, {
    count: earlier.length,
    perPage: PLANS_PER_PAGE,
  });
  const first = (page - 1) * PLANS_PER_PAGE;
  return (
    <>
      <BackToPlan />
      <h1 className="mt-1 mb-3">Earlier plans</h1>
      <p className="mb-6 max-w-[68ch] text-soft">
        Your last <span>{formatNumber(env.LIMIT_PLANS)}</span> plans are kept. Taking an earlier one again
        brings back its settings too, and leaves what you have recorded of your steps as it is.
      </p>
      {earlier.length === 0 || !current ? <p>There is no earlier plan yet.</p> : null}
      <ul className="flex flex-col gap-3">
        {earlier.slice(first, first + PLANS_PER_PAGE).map((plan) => (
          <li key={plan.id} className="card flex flex-wrap items-center justify-between gap-4">
            <div>
              <p>{`${formatInstant({ instant: plan.madeAt, timeZone: account.timeZone })}: ${nameRole(career, plan.role)}, ${formatCount(plan.weeks, 'week')}, ${formatCount(plan.steps, 'step')}, ${formatCost(plan.cost)}`}</p>
              <p className="hint">{`${REASONS[plan.reason] ?? plan.reason}.`}</p>
            </div>
            {current ? (
              <OnePressForm action={takeEarlierPlanAction} entries={{ plan: plan.id, basedOn: current.id }}>
                Take this plan again
              </OnePressForm>
            ) : null}
          </li>
        ))}
      </ul>
      <PageLinks
        label="Pages of earlier plans"
        page={page}
        last={last}
        total={formatCount(earlier.length, 'plan')}
        hrefOf={(to) => `/plan/earlier?page=${to}`}
      />
    </>
  );
}
