import type { Career } from '@/lib/domain/career/career';
import type { Followed } from '@/lib/domain/climb/follow/followed';
import { nameEntry } from '@/lib/domain/plan/glance/names';
import type { PlanRow } from '@/lib/domain/plan/glance/row';
import { findWhatToKeep, listStandIns } from '@/lib/domain/plan/stand-ins';
import { formatDay, formatList, formatNumber, spellForReader } from '@/lib/wording/format';
import { describeReached, describeStepCost, describeStepTime } from '@/lib/wording/plan-row';
import { STEP_KIND_PROOFS } from '@/lib/wording/step-kinds';
import { describeStepNotes } from '@/lib/wording/step-notes';

/** What a row opens to: what to do, what one can do afterwards, what comes before, why, what it takes, what to keep. */
export function StepFacts({ career, plan, row }: { career: Career; plan: Followed; row: PlanRow }) {
  const { step, recorded } = row;
  const entry = career.stepById.get(step.id);
  const canDos = step.teaches.flatMap((id) => career.canDoById.get(id) ?? []);
  const isEstimated = plan.totals.cost.estimated.includes(step.id);
  const facts = [
    { label: 'Before it', value: listBefore(career, plan, row) },
    { label: 'Reaches', value: formatList(describeReached(career, step)) },
    { label: 'Why', value: step.why.join(' ') },
    { label: 'Mind', value: describeStepNotes(career, plan, step).join(' ') },
    {
      label: 'Takes',
      value: `${describeStepTime(step)}; ${step.cost.amount > 0 ? 'costs ' : ''}${describeStepCost(step, isEstimated)}`,
    },
    { label: 'As proof', value: findWhatToKeep(entry?.brief ?? null) ?? STEP_KIND_PROOFS[step.kind] },
    {
      label: 'When',
      value: `${formatDay(step.start)} to ${formatDay(step.finish)}${describeDays(row)}`,
    },
    ...(recorded?.hoursSpent ? [{ label: 'Hours spent', value: formatNumber(recorded.hoursSpent) }] : []),
    ...(recorded?.evidence ? [{ label: 'Evidence', value: recorded.evidence }] : []),
    ...(recorded?.note ? [{ label: 'Note', value: recorded.note }] : []),
  ];
  return (
    <>
      <p>{entry?.brief ?? entry?.description ?? `Do what you planned for “${step.title}”.`}</p>
      <p className="flex flex-wrap gap-x-6">
        {step.url ? <a href={step.url}>{`Open “${step.title}”`}</a> : null}
        {entry ? <a href={`/steps/${step.id}`}>All about this step</a> : null}
      </p>
      {step.pool === 'work' ? <ManagersYes career={career} row={row} /> : null}
      {canDos.length > 0 ? (
        <div>
          <h3 className="text-base">
            {canDos.length === 1
              ? spellForReader('What you can do afterwards')
              : spellForReader(`What you can do afterwards, ${canDos.length} things`)}
          </h3>
          <ul className="list-disc pl-5">
            {canDos.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <dl className="row-dl">
        {facts
          .filter(({ value }) => value !== '')
          .map(({ label, value }) => (
            <div key={label} className="contents">
              <dt className="hint">{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}

function ManagersYes({ career, row }: { career: Career; row: PlanRow }) {
  const others = listStandIns(career, row.step).map(({ title }) => `“${title}”`);
  return (
    <p>
      <strong>It happens at work and needs your manager’s yes.</strong>{' '}
      <span>
        {others.length > 0
          ? `If that does not come, ${formatList(others, 'disjunction')} ${others.length > 1 ? 'stand' : 'stands'} in for some of it.`
          : 'Nothing outside work stands in for it: if that does not come, ask again in a quieter quarter, or leave it out.'}
      </span>
    </p>
  );
}

function listBefore(career: Career, plan: Followed, { step }: PlanRow): string {
  const titles = new Map(plan.steps.map(({ id, title }) => [id, title]));
  const before = step.after.map((id) => `“${titles.get(id) ?? nameEntry(career, id)}”`);
  return before.length > 0 ? formatList(before) : 'nothing of this plan';
}

function describeDays({ recorded }: PlanRow): string {
  const parts = [
    recorded?.startedOn ? `begun ${formatDay(recorded.startedOn)}` : '',
    recorded?.finishedOn ? `finished ${formatDay(recorded.finishedOn)}` : '',
    recorded?.expiresOn ? `valid until ${formatDay(recorded.expiresOn)}` : '',
  ].filter(Boolean);
  return parts.length > 0 ? `; ${parts.join(', ')}` : '';
}
