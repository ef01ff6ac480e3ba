import type { ReactNode } from 'react';
import { nameSkill } from '@/lib/domain/career-names';
import type { Career } from '@/lib/domain/catalogue';
import { addDays, type Day } from '@/lib/domain/day';
import type { PlanStep, StepStatus } from '@/lib/domain/planner/document';
import type { Profile } from '@/lib/domain/planner/profile';
import { toStepEntries } from '@/lib/domain/step-progress';
import type { StepProgress } from '@/lib/queries/step-progress';
import { formatCount, formatDay, formatList, formatMoney } from '@/lib/wording/format';
import { StepForm } from './step-form';

/** Plans count in weeks, so a step is late once its first one is over. */
const DAYS_OF_GRACE = 7;

type Raise = { skill: string; from: number; to: number };

type PlanStepCardProps = {
  career: Career;
  today: Day;
  step: PlanStep;
  /** The levels that the plan was made from. */
  levels: Profile['levels'];
  /** Titles of the plan's steps by id. */
  titles: ReadonlyMap<string, string>;
  isEstimated: boolean;
  progress: StepProgress | null;
  explanation: ReactNode;
  notes: ReactNode;
};

export function PlanStepCard({
  career,
  today,
  step,
  levels,
  titles,
  isEstimated,
  progress,
  explanation,
  notes,
}: PlanStepCardProps) {
  const status = progress?.status ?? 'todo';
  const delay = describeDelay({ step, status, today });
  const isDone = status === 'done' && step.status !== 'again';
  const facts = (
    <StepFacts
      career={career}
      step={step}
      titles={titles}
      isEstimated={isEstimated}
      raises={isDone ? step.raises : listNewRaises(step, levels)}
    />
  );
  return (
    <article id={step.id} className="card grid gap-x-10 gap-y-5 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="flex min-w-0 flex-col gap-3">
        <div>
          <p className="hint">
            <span>{formatDay(step.start)}</span> to <span>{formatDay(step.finish)}</span>
            {delay ? <strong>{` · ${delay}`}</strong> : null}
          </p>
          <h3>{step.url ? <a href={step.url}>{step.title}</a> : step.title}</h3>
        </div>
        {isDone ? (
          <details>
            <summary>
              {progress?.finishedOn ? `Finished on ${formatDay(progress.finishedOn)}` : 'Finished'}
            </summary>
            <div className="mt-2">{facts}</div>
          </details>
        ) : (
          facts
        )}
        {notes}
        {explanation ?? (
          <p className="no-print">
            <a
              href={`/plan?why=${step.id}#why`}
              aria-label={`Why this step? ${step.title}`}
              className="inline-flex min-h-11 items-center"
            >
              Why this step?
            </a>
          </p>
        )}
      </div>
      <StepForm
        step={step.id}
        title={step.title}
        drawnFrom={toStepEntries(progress)}
        canExpire={step.kind === 'certification'}
        eventId={progress?.id ?? null}
      />
    </article>
  );
}

/** What of a step should have happened by today and has not. */
function describeDelay({
  step,
  status,
  today,
}: {
  step: PlanStep;
  status: StepStatus;
  today: Day;
}): string | null {
  if (status === 'dropped' || (status === 'done' && step.status !== 'again')) return null;
  if (step.finish < today) return 'late: it was to be finished by now';
  return status === 'todo' && addDays(step.start, DAYS_OF_GRACE) <= today
    ? 'late: it was to begin by now'
    : null;
}

/** What a step raises above the levels that a person has, from where they stand. */
function listNewRaises({ raises }: PlanStep, levels: Profile['levels']): Raise[] {
  return raises.flatMap(({ skill, from, to }) => {
    const level = levels[skill] ?? 0;
    return to > level ? [{ skill, from: Math.max(level, from), to }] : [];
  });
}

/** Hours and weeks of a step, which may stretch over more weeks than its hours would fill. */
function describeTime({ hours, weeks, hoursByWeek }: PlanStep): string {
  if (hoursByWeek.length === 0) return `${formatCount(weeks, 'week')}, as your main occupation`;
  if (weeks === 1) return `${formatCount(hours, 'hour')} in one week`;
  const most = formatCount(Math.max(...hoursByWeek), 'hour');
  return `${formatCount(hours, 'hour')} spread over ${formatCount(weeks, 'week')}, at most ${most} a week`;
}

function StepFacts({
  career,
  step,
  titles,
  isEstimated,
  raises,
}: Pick<PlanStepCardProps, 'career' | 'step' | 'titles' | 'isEstimated'> & { raises: readonly Raise[] }) {
  const raised = raises.map(({ skill, from, to }) => `${nameSkill(career, skill)} ${from} to ${to}`);
  const facts = [
    { label: 'Takes', value: describeTime(step) },
    {
      label: 'Costs',
      value:
        step.cost.amount === 0
          ? isEstimated
            ? 'nothing (estimate)'
            : 'nothing'
          : `${formatMoney(step.cost)}${isEstimated ? ' (estimate)' : ''}`,
    },
    { label: 'Raises', value: raised.length > 0 ? formatList(raised) : 'nothing that you lack' },
    ...(step.after.length > 0
      ? [{ label: 'After', value: formatList(step.after.map((id) => titles.get(id) ?? id)) }]
      : []),
    { label: 'Why', value: step.why.join(' ') },
    ...(step.status === 'again'
      ? [{ label: 'Again', value: 'you did this before, and a level it raises to is not reached' }]
      : []),
  ];
  return (
    <dl className="grid grid-cols-[5rem_minmax(0,1fr)] gap-y-1">
      {facts.map((fact) => (
        <div key={fact.label} className="contents">
          <dt className="hint">{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
