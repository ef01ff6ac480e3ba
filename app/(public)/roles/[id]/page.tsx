import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadCareer } from '@/lib/catalogue';
import type { Career } from '@/lib/domain/career/career';
import { findNeighbourRungs } from '@/lib/domain/career/neighbour-rungs';
import type { Post, Role } from '@/lib/domain/career/schema';
import { listCertificates } from '@/lib/domain/career/step-links';
import { formatCount } from '@/lib/wording/format';
import { Breadcrumb } from '../../breadcrumb';
import { buildOccupation } from '../../build-structured-data';
import { describePage } from '../../describe-page';
import { Fold } from '../../fold';
import { AroundPart, ExperienceList, GettingPart } from '../../post-parts';
import { SourceList } from '../../source-list';
import { StepLines } from '../../step-lines';
import { StructuredData } from '../../structured-data';
import { RoleSalaries } from './role-salaries';
import { RoleTargets } from './role-targets';

type RolePageProps = { params: Promise<{ id: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  return loadCareer().roles.map(({ id }) => ({ id }));
}

export async function generateMetadata({ params }: RolePageProps): Promise<Metadata> {
  const role = loadCareer().roleById.get((await params).id);
  if (!role) notFound();
  return describePage({
    title: `${role.title}: what it asks, pay and how to get there`,
    description: `${role.description} What must be true of you, the experience it asks for, salary figures with their sources, and the posts around it.`,
  });
}

export default async function RolePage({ params }: RolePageProps) {
  const career = loadCareer();
  const role = career.roleById.get((await params).id);
  if (!role) notFound();
  const post = career.postById.get(role.id);
  return (
    <article className="flex flex-col gap-8">
      <StructuredData value={buildOccupation(career, role)} />
      <header>
        <Breadcrumb href="/roles" label="Roles" here={role.title} />
        <p className="eyebrow">{describePlace(career, role)}</p>
        <h1 className="mt-1 text-[clamp(1.7rem,1.3rem+1.6vw,2.4rem)]">{role.title}</h1>
        <p className="mt-3 text-lg text-soft">{role.description}</p>
        <p className="mt-1">
          <a href={`/gap?role=${role.id}`} className="inline-flex min-h-11 items-center">
            See it beside your levels
          </a>
        </p>
        <Neighbours career={career} role={role} />
      </header>
      <RoleTargets career={career} role={role} />
      {post ? <Asks career={career} role={role} post={post} /> : null}
      {post ? <GettingPart career={career} post={post} /> : null}
      {post ? <AroundPart career={career} post={post} /> : null}
      <RoleSalaries career={career} role={role} />
      <Fold id="sources" summary="Sources" note={`${role.sources.length}`}>
        <SourceList sources={role.sources} />
      </Fold>
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
    <dl className="mt-1 flex flex-wrap gap-x-10 gap-y-1">
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

function Asks({ career, role, post }: { career: Career; role: Role; post: Post }) {
  const certificates = listCertificates(career, role.id);
  return (
    <section aria-labelledby="asks" className="flex flex-col gap-3">
      <h2 id="asks">What is asked beside skills</h2>
      <ExperienceList career={career} post={post} />
      {certificates.length > 0 ? (
        <Fold
          id="certificates"
          summary={`${career.certification.label}`}
          note={`any of ${formatCount(certificates.length, 'certificate')}`}
        >
          <StepLines steps={[...new Set(certificates.flat())]} />
        </Fold>
      ) : null}
      <p className="hint">
        Adverts ask for a degree or experience that stands in for it. How many weeks in which posts that is,
        is our judgement: no source gives them.
      </p>
    </section>
  );
}
