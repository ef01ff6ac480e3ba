import type { SharedPlanView } from './build-shared-plan';

/** The steps of a plan by stage, in order of time. */
export function SharedPlan({ plan }: { plan: SharedPlanView }) {
  if (plan === null) return <p>There is no plan at this moment.</p>;
  return (
    <>
      <p className="text-lg">{`${plan.summary}.`}</p>
      {plan.stages.map((stage) => (
        <section key={stage.id} aria-labelledby={`stage-${stage.id}`} className="flex flex-col gap-2">
          <h2 id={`stage-${stage.id}`} className="text-xl">
            {stage.name}
          </h2>
          <ol className="flex flex-col">
            {stage.rows.map(({ id, title, url, kind, days, hours, status, evidence }) => (
              <li key={id} className="written border-t border-line py-2">
                <span className="flex flex-wrap items-baseline justify-between gap-x-4">
                  {url ? (
                    <a href={url} rel="noreferrer nofollow" className="font-bold">
                      {title}
                    </a>
                  ) : (
                    <strong>{title}</strong>
                  )}
                  <span>{status}</span>
                </span>
                <span className="hint block">{`${kind}, ${days}, ${hours}`}</span>
                {evidence ? <span className="block">{`Evidence: ${evidence}`}</span> : null}
              </li>
            ))}
          </ol>
          <p className="hint">{`${stage.end}.`}</p>
        </section>
      ))}
    </>
  );
}
