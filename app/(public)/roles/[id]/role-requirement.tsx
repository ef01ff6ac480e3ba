import { Fragment } from 'react';
import type { Step } from '@/lib/domain/catalogue';
import type { RequirementRoutes } from '@/lib/domain/step-links';
import { formatCount } from '@/lib/wording/format';
import { STEP_KIND_LABELS } from '@/lib/wording/step-kinds';

const GROUPS_SHOWN = 7;

/** One thing that adverts ask for: what already counts, and every set of steps that meets it. */
export function RoleRequirement({ route }: { route: RequirementRoutes }) {
  const { requirement, holdings, groups } = route;
  const rest = groups.slice(GROUPS_SHOWN);
  return (
    <section className="card flex flex-col gap-4" aria-labelledby={requirement.id}>
      <div>
        <p className="eyebrow">{STEP_KIND_LABELS[requirement.section]}</p>
        <h3 id={requirement.id} className="mt-1">
          {requirement.label}
        </h3>
      </div>
      <div>
        <h4 className="label">You meet it if this is true of you</h4>
        <ul className="list-disc pl-5">
          {holdings.map((holding) => (
            <li key={holding.id}>{holding.label}</li>
          ))}
        </ul>
      </div>
      <div>
        <h4 className="label">Or with any one of these</h4>
        <Groups groups={groups.slice(0, GROUPS_SHOWN)} />
        {rest.length > 0 ? (
          <details>
            <summary>{formatCount(rest.length, 'more way')}</summary>
            <Groups groups={rest} />
          </details>
        ) : null}
      </div>
    </section>
  );
}

function Groups({ groups }: { groups: readonly Step[][] }) {
  return (
    <ul className="list-disc pl-5">
      {groups.map((group) => (
        <li key={group.map((step) => step.id).join()} className="py-0.5">
          {group.map((step, index) => (
            <Fragment key={step.id}>
              {index > 0 ? ', then ' : ''}
              <a href={`/steps/${step.id}`}>{step.title}</a>
            </Fragment>
          ))}
        </li>
      ))}
    </ul>
  );
}
