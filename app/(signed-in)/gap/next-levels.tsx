import type { Career, Step } from '@/lib/domain/catalogue';
import { findStepsToNextLevel, type Gap, type GapRow } from '@/lib/domain/gap';
import { isOwnStep } from '@/lib/domain/own-step';
import { formatCount } from '@/lib/format';
import { STEP_KIND_LABELS } from '@/lib/step-kind-labels';

const STEPS_SHOWN = 4;

/** For each gap: what the next level looks like, in words a person can check, and the steps that lead there. */
export function NextLevels({
  career,
  gap,
  region,
}: {
  career: Career;
  gap: Gap;
  region: 'UK' | 'US' | 'any';
}) {
  const open = gap.rows.filter((row) => row.gap > 0);
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="next-levels" className="flex flex-col gap-6">
      <div>
        <h2 id="next-levels">The next level of each skill</h2>
        <p className="mt-2 text-soft">
          What would be true of you, and steps that lead there from where you are.
        </p>
      </div>
      {open.map((row) => (
        <NextLevel key={row.skill.id} career={career} row={row} region={region} />
      ))}
    </section>
  );
}

function NextLevel({ career, row, region }: { career: Career; row: GapRow; region: 'UK' | 'US' | 'any' }) {
  const next = row.skill.levels[row.level + 1];
  if (!next) return null;
  const steps = findStepsToNextLevel(career, { skill: row.skill.id, level: row.level, region });
  const rest = steps.slice(STEPS_SHOWN);
  return (
    <article className="card flex flex-col gap-3">
      <h3>
        {row.skill.name}: from {row.level} to {next.level} {career.scale[next.level]?.name}
      </h3>
      <p>{next.descriptor}</p>
      {steps.length === 0 ? (
        <p className="hint">The catalogue has no step for your region that starts at this level.</p>
      ) : (
        <StepList steps={steps.slice(0, STEPS_SHOWN)} />
      )}
      {rest.length > 0 ? (
        <details>
          <summary>{formatCount(rest.length, 'more step')}</summary>
          <StepList steps={rest} />
        </details>
      ) : null}
    </article>
  );
}

function StepList({ steps }: { steps: readonly Step[] }) {
  return (
    <ul className="flex flex-col">
      {steps.map((step) => (
        <li key={step.id} className="flex flex-wrap items-baseline gap-x-3 border-t border-line py-1.5">
          <a
            href={isOwnStep(step.id) ? '/plan/own' : `/steps/${step.id}`}
            className="inline-flex min-h-11 items-center"
          >
            {step.title}
          </a>
          <span className="hint">
            {STEP_KIND_LABELS[step.kind]}
            {step.planning.hours ? `, about ${formatCount(step.planning.hours, 'hour')}` : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}
