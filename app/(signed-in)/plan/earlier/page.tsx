import type { Metadata } from 'next';
import { requireUser } from '@/lib/auth/session';
import { nameRole } from '@/lib/domain/career-names';
import { formatCount, formatInstant, formatMoney } from '@/lib/format';
import { listPlans } from '@/lib/queries/plans';
import { loadStanding } from '../../load-standing';
import { BackToPlan } from '../back-to-plan';
import { TakeEarlierForm } from './take-earlier-form';

export const metadata: Metadata = { title: 'Earlier plans' };

/** What the reasons kept with a plan say to a person. */
const REASONS: Readonly<Record<string, string>> = {
  made: 'You made it',
  continued: 'You made it, going on from what was finished and begun',
  proved: 'A better one that was found while proving',
  replanned: 'You took a new plan for what had changed',
  'taken-again': 'You took an earlier plan again',
  imported: 'It came with an import',
};
const MOST_SHOWN = 50;

export default async function EarlierPlansPage() {
  const user = await requireUser('/plan/earlier');
  const { career, account } = await loadStanding(user.id);
  const [current, ...earlier] = await listPlans(user.id, career.id);
  return (
    <>
      <BackToPlan />
      <h1 className="mt-1 mb-3">Earlier plans</h1>
      <p className="mb-6 max-w-[68ch] text-soft">
        No plan is thrown away. Taking an earlier one again brings back its settings too, and leaves what you
        have recorded of your steps as it is.
      </p>
      {earlier.length === 0 || !current ? <p>There is no earlier plan yet.</p> : null}
      <ul className="flex flex-col gap-3">
        {earlier.slice(0, MOST_SHOWN).map((plan) => (
          <li key={plan.id} className="card flex flex-wrap items-center justify-between gap-4">
            <div>
              <p>
                {formatInstant({ instant: plan.madeAt, timeZone: account.timeZone })}:{' '}
                {nameRole(career, plan.role)}, {formatCount(plan.weeks, 'week')},{' '}
                {formatCount(plan.steps, 'step')}, {formatMoney(plan.cost)}
              </p>
              <p className="hint">{REASONS[plan.reason] ?? plan.reason}.</p>
            </div>
            {current ? <TakeEarlierForm plan={plan.id} basedOn={current.id} /> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
