import type { Step } from '@/lib/domain/career/schema';
import { STEP_KIND_LABELS } from '@/lib/wording/step-kinds';
import { describePriceShortly, describeTimeShortly } from './describe-step';

/** Steps as lines: title and provider, time, cost. The kind is left out where a heading says it. */
export function StepLines({ steps, isKindSaid = false }: { steps: readonly Step[]; isKindSaid?: boolean }) {
  return (
    <ul data-rows="">
      {steps.map((step) => (
        <li
          key={step.id}
          className="grid items-baseline gap-x-6 border-t border-line py-1.5 sm:grid-cols-[minmax(0,1fr)_9rem_9rem]"
        >
          <div className="flex min-w-0 flex-wrap items-baseline gap-x-3">
            <a href={`/steps/${step.id}`} className="py-1.5">
              {step.title}
            </a>
            {step.status === 'retired' ? <span className="tag">Retired</span> : null}
            <span className="hint">
              {isKindSaid ? null : `${STEP_KIND_LABELS[step.kind]}, `}
              <span data-provider={isKindSaid ? '' : undefined}>{step.provider}</span>
              {step.region === 'any' ? '' : `, ${step.region} only`}
              {step.atWork ? ', at work' : ''}
            </span>
          </div>
          <div className="hint flex flex-wrap gap-x-4 tabular-nums sm:contents sm:text-right">
            <span>{describeTimeShortly(step)}</span>
            <span>{describePriceShortly(step)}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}
