import type { Career, Step } from '@/lib/domain/catalogue';
import { STEP_KIND_LABELS } from '@/lib/wording/step-kinds';
import { describePriceShortly, describeTimeShortly } from './describe-step';

/** Steps as lines: title and provider, time, cost. The kind is left out where a heading says it. */
export function StepLines({
  career,
  steps,
  isKindSaid = false,
}: {
  career: Career;
  steps: readonly Step[];
  isKindSaid?: boolean;
}) {
  return (
    <ul>
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
              {isKindSaid ? step.provider : `${STEP_KIND_LABELS[step.kind]}, ${step.provider}`}
              {step.region === 'any' ? '' : `, ${step.region} only`}
            </span>
          </div>
          <div className="hint flex flex-wrap gap-x-4 tabular-nums sm:contents sm:text-right">
            <span>{describeTimeShortly(career, step)}</span>
            <span>{describePriceShortly(step)}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The first few steps as lines, and the rest behind a summary. */
export function StepLinesWithMore({
  career,
  steps,
  shown,
}: {
  career: Career;
  steps: readonly Step[];
  shown: number;
}) {
  const rest = steps.slice(shown);
  return (
    <>
      <StepLines career={career} steps={steps.slice(0, shown)} />
      {rest.length > 0 ? (
        <details className="border-t border-line">
          <summary>{rest.length === 1 ? '1 more step' : `${rest.length} more steps`}</summary>
          <StepLines career={career} steps={rest} />
        </details>
      ) : null}
    </>
  );
}
