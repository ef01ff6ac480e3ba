import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadCareer } from '@/lib/catalogue';
import type { Career, Role } from '@/lib/domain/catalogue';
import { findNeighbourRungs } from '@/lib/domain/gap';
import { findClimbs, findRequirementRoutes } from '@/lib/domain/step-links';
import { Breadcrumb } from '../../breadcrumb';
import { buildOccupation } from '../../build-structured-data';
import { describePage } from '../../describe-page';
import { SourceList } from '../../source-list';
import { StepLinesWithMore } from '../../step-lines';
import { StructuredData } from '../../structured-data';
import { RoleRequirement } from './role-requirement';
import { RoleSalaries } from './role-salaries';
import { RoleTargets } from './role-targets';

type RolePageProps = { params: Promise<{ id: string }> };

const STEPS_SHOWN = 3;

export const dynamicParams = false;

export function generateStaticParams() {
  return loadCareer().roles.map(({ id }) => ({ id }));
}

export async function generateMetadata({ params }: RolePageProps): Promise<Metadata> {
  const role = loadCareer().roleById.get((await params).id);
  if (!role) notFound();
  return describePage({
    title: `${role.title}: targets, pay and how to get there`,
    description: `${role.description} The skill levels it asks for, salary figures with their sources, and the steps that lead there.`,
  });
}

export default async function RolePage({ params }: RolePageProps) {
  const career = loadCareer();
  const role = career.roleById.get((await params).id);
  if (!role) notFound();
  const routes = findRequirementRoutes(career, role);
  return (
    <article className="flex flex-col gap-14">
      <StructuredData value={buildOccupation(career, role)} />
      <header>
        <Breadcrumb href="/roles" label="Roles" here={role.title} />
        <p className="eyebrow">{describePlace(career, role)}</p>
        <h1 className="mt-1">{role.title}</h1>
        <p className="mt-4 text-lg text-soft">{role.description}</p>
        <Neighbours career={career} role={role} />
      </header>
      <RoleTargets career={career} role={role} />
      <section aria-labelledby="asks">
        <h2 id="asks">What adverts ask for beside skills</h2>
        {routes.length === 0 ? (
          <p className="mt-3">
            Nothing: no degree, no certification and no earlier job. This is a place to start from.
          </p>
        ) : (
          <div className="mt-5 grid items-start gap-5 lg:grid-cols-3">
            {routes.map((route) => (
              <RoleRequirement key={route.requirement.id} route={route} />
            ))}
          </div>
        )}
      </section>
      <RoleSalaries career={career} role={role} />
      <WaysThere career={career} role={role} />
      <section aria-labelledby="sources">
        <h2 id="sources" className="mb-3">
          Sources
        </h2>
        <SourceList sources={role.sources} />
      </section>
    </article>
  );
}

function describePlace(career: Career, role: Role): string {
  if (role.rung === null) return 'Related title';
  const rungs = career.roles.filter((other) => other.group === 'ladder').length;
  return `Rung ${role.rung} of ${rungs}${role.track === 'management' ? ', management side' : ''}`;
}

function Neighbours({ career, role }: { career: Career; role: Role }) {
  const { below, above } = findNeighbourRungs(career, role);
  const neighbours = [
    { label: 'The rung above', role: above },
    { label: 'The rung below', role: below },
  ];
  if (!below && !above) return null;
  return (
    <dl className="mt-5 flex flex-wrap gap-x-10 gap-y-2">
      {neighbours.map((neighbour) =>
        neighbour.role ? (
          <div key={neighbour.label}>
            <dt className="hint">{neighbour.label}</dt>
            <dd>
              <a href={`/roles/${neighbour.role.id}`} className="font-semibold">
                {neighbour.role.title}
              </a>
            </dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

function WaysThere({ career, role }: { career: Career; role: Role }) {
  const climbs = findClimbs(career, role);
  const { below } = findNeighbourRungs(career, role);
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">How to get there</h2>
      <p className="mt-2 mb-6 text-soft">
        {below ? (
          <>
            What this role asks for over <a href={`/roles/${below.id}`}>{below.title}</a>, and steps that
            reach those levels.
          </>
        ) : (
          'Steps that reach the levels this role asks for.'
        )}{' '}
        You need not take them all: a plan picks the few that fit you.
      </p>
      <div className="flex flex-col gap-6">
        {climbs.map((climb) => (
          <section key={climb.skill.id} className="card" aria-labelledby={`way-${climb.skill.id}`}>
            <h3 id={`way-${climb.skill.id}`} className="mb-3">
              {climb.skill.name}
              {below ? `: from ${climb.from} to ${climb.target}` : `: up to ${climb.target}`}
            </h3>
            {climb.steps.length === 0 ? (
              <p className="hint">
                No single step of the catalogue reaches this level; several in a row may.
              </p>
            ) : (
              <StepLinesWithMore career={career} steps={climb.steps} shown={STEPS_SHOWN} />
            )}
          </section>
        ))}
      </div>
    </section>
  );
}
