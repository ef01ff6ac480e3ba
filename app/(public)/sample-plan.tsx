import type { Career } from '@/lib/domain/career/career';
import type { PlanDocument, PlanStep } from '@/lib/domain/climb/document';
import { formatCost, formatCount } from '@/lib/wording/format';
import { STEP_KIND_LABELS } from '@/lib/wording/step-kinds';
import { Fold } from './fold';

const SHOWN = 6;

/** A real plan for the sample's person, week by week, made by the same planner as everybody's. */
export function SamplePlan({ career, plan }: { career: Career; plan: PlanDocument }) {
  const { totals, profile } = plan;
  const figures = [
    formatCount(totals.weeks, 'week'),
    `${profile.preferences.hoursPerWeek} hours a week of your own`,
    `${totals.cost.approximate && totals.cost.amount > 0 ? 'about ' : ''}${formatCost(totals.cost)}`,
    formatCount(totals.steps, 'step'),
  ];
  return (
    <section aria-labelledby="sample-plan" className="mt-12">
      <h2 id="sample-plan">And the plan that closes the gap</h2>
      <p className="mt-2 mb-6 text-soft">
        For the same person, on the way to {career.roleById.get(plan.role)?.title}:{' '}
        {figures.map(keepTogether).join(', ')}.
        {plan.status === 'optimal'
          ? ' No plan within a tenth of the shortest asks for less money and time: proved, not guessed.'
          : ''}
      </p>
      <ol>
        {plan.steps.slice(0, SHOWN).map((step) => (
          <SampleStep key={step.id} step={step} weeks={totals.weeks} />
        ))}
      </ol>
      {plan.steps.length > SHOWN ? (
        <Fold id="sample-rest" summary={`${plan.steps.length - SHOWN} more steps`}>
          <ol start={SHOWN + 1}>
            {plan.steps.slice(SHOWN).map((step) => (
              <SampleStep key={step.id} step={step} weeks={totals.weeks} />
            ))}
          </ol>
        </Fold>
      ) : null}
    </section>
  );
}

/** A figure stays on one line with its noun. */
const keepTogether = (figure: string) => figure.replaceAll(' ', '\u00a0');

function SampleStep({ step, weeks }: { step: PlanStep; weeks: number }) {
  return (
    <li className="grid items-center gap-x-8 gap-y-1 border-b border-line py-1.5 last:border-none md:grid-cols-[minmax(0,3fr)_7rem_minmax(0,2fr)] lg:grid-cols-[minmax(0,1fr)_7rem_22rem]">
      <p>
        <strong className="mr-3 font-semibold">{step.title}</strong>
        <span className="hint">{STEP_KIND_LABELS[step.kind]}</span>
      </p>
      <span className="hint tabular-nums md:text-right">
        weeks {step.startWeek + 1}–{step.startWeek + step.weeks}
      </span>
      <svg viewBox={`0 0 ${weeks} 10`} preserveAspectRatio="none" className="h-2.5 w-full" aria-hidden="true">
        <rect className="bar-track" x="0" y="0" width={weeks} height="10" vectorEffect="non-scaling-stroke" />
        <rect className="bar-reached" x={step.startWeek} y="0" width={step.weeks} height="10" />
      </svg>
    </li>
  );
}
