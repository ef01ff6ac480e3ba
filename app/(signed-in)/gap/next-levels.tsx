import type { GapView } from './build-gap-view';

type NextLevel = GapView['nextLevels'][number];

/** For each gap: what the next level looks like, in words a person can check, and the steps that lead there. */
export function NextLevels({ nextLevels }: { nextLevels: readonly NextLevel[] }) {
  if (nextLevels.length === 0) return null;
  return (
    <section aria-labelledby="next-levels" className="flex flex-col gap-6">
      <div>
        <h2 id="next-levels">The next level of each skill</h2>
        <p className="mt-2 text-soft">
          What would be true of you, and steps that lead there from where you are.
        </p>
      </div>
      {nextLevels.map(({ skill, heading, descriptor, steps, rest }) => (
        <article key={skill} className="card flex flex-col gap-3">
          <h3>{heading}</h3>
          <p>{descriptor}</p>
          {steps.length === 0 ? (
            <p className="hint">The catalogue has no step for your region that starts at this level.</p>
          ) : (
            <StepList steps={steps} />
          )}
          {rest ? (
            <details>
              <summary>{rest.summary}</summary>
              <StepList steps={rest.steps} />
            </details>
          ) : null}
        </article>
      ))}
    </section>
  );
}

function StepList({ steps }: { steps: NextLevel['steps'] }) {
  return (
    <ul className="flex flex-col">
      {steps.map((step) => (
        <li key={step.id} className="flex flex-wrap items-baseline gap-x-3 border-t border-line py-1.5">
          <a href={step.href} className="inline-flex min-h-11 items-center">
            {step.title}
          </a>
          <span className="hint">{step.note}</span>
        </li>
      ))}
    </ul>
  );
}
