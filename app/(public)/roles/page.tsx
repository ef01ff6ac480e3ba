import type { Metadata } from 'next';
import { Ladder } from '@/app/ladder';
import { loadCareer } from '@/lib/catalogue';
import type { Career, StepKind } from '@/lib/domain/catalogue';
import { formatCount } from '@/lib/wording/format';
import { SKILL_GROUPS } from '@/lib/wording/skill-groups';
import { STEP_KIND_LABELS } from '@/lib/wording/step-kinds';
import { describePage } from '../describe-page';

export const metadata: Metadata = describePage({
  title: 'DevOps roles: the ladder and the titles beside it',
  description:
    'What a DevOps engineer does, the rungs from apprentice to principal, related titles, and the ways in.',
});

const WAYS_IN: readonly StepKind[] = ['degree', 'certification', 'entry-role'];

export default function RolesPage() {
  const career = loadCareer();
  const rungs = career.roles
    .filter((role) => role.group === 'ladder')
    .sort((a, b) => (a.rung ?? 0) - (b.rung ?? 0))
    .map((role) => ({
      id: role.id,
      title: role.title,
      href: `/roles/${role.id}`,
      percent: null,
      isGoal: false,
      note: role.description,
    }));
  return (
    <>
      <header className="max-w-[50rem]">
        <h1>The ladder of DevOps roles</h1>
        <p className="mt-4 text-lg text-soft">
          From apprentice to principal, with the titles beside the ladder and the ways in.
        </p>
      </header>
      <Work career={career} />
      <div className="mt-10 grid items-start gap-10 lg:grid-cols-2">
        <section aria-labelledby="ladder">
          <h2 id="ladder">{formatCount(rungs.length, 'rung')}</h2>
          <p className="mt-2 mb-5 text-soft">
            From the foot to the top. The higher rungs come in two sides: more technical depth, or people to
            manage.
          </p>
          <div className="card">
            <Ladder rungs={rungs} />
          </div>
        </section>
        <section aria-labelledby="related">
          <h2 id="related">Related titles</h2>
          <p className="mt-2 mb-5 text-soft">Neighbours of the ladder: the same skills in other measures.</p>
          <RelatedTitles career={career} />
        </section>
      </div>
      <WaysIn career={career} />
    </>
  );
}

function Work({ career }: { career: Career }) {
  return (
    <section aria-labelledby="work" className="mt-10">
      <h2 id="work">What a DevOps engineer does</h2>
      <p className="mt-2 mb-5 text-soft">
        A DevOps engineer keeps software moving from a developer’s change to a service that people use, and
        keeps that service healthy afterwards. The work joins writing code, running servers, security and
        design with a good deal of talking, teaching and adapting. Each role asks for its own levels of{' '}
        {career.skills.length} skills.
      </p>
      <dl className="grid gap-x-10 gap-y-4 md:grid-cols-2">
        {SKILL_GROUPS.map(({ kind, title }) => (
          <div key={kind}>
            <dt className="label">{title}</dt>
            <dd>
              <ul className="flex flex-wrap gap-x-5">
                {career.skills
                  .filter((skill) => skill.kind === kind)
                  .map((skill) => (
                    <li key={skill.id}>
                      <a href={`/skills/${skill.id}`} className="inline-flex min-h-8 items-center">
                        {skill.name}
                      </a>
                    </li>
                  ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function RelatedTitles({ career }: { career: Career }) {
  return (
    <ul className="card py-2">
      {career.roles
        .filter((role) => role.group === 'related')
        .map((role) => (
          <li key={role.id} className="border-b border-line py-3 last:border-none">
            <a href={`/roles/${role.id}`} className="font-semibold">
              {role.title}
            </a>
            <p className="hint">{role.description}</p>
          </li>
        ))}
    </ul>
  );
}

function WaysIn({ career }: { career: Career }) {
  return (
    <section aria-labelledby="ways-in" className="mt-16">
      <h2 id="ways-in">The ways in</h2>
      <p className="mt-2 mb-5 text-soft">
        Beside skill levels, most of these roles ask for three things. Each can be met in more than one way,
        and the page of a role lists every one.
      </p>
      <ul className="grid gap-5 md:grid-cols-3">
        {WAYS_IN.map((kind) => (
          <li key={kind} className="card">
            <h3>{STEP_KIND_LABELS[kind]}</h3>
            <ul className="mt-2 flex flex-col gap-1">
              {career.requirements
                .filter((requirement) => requirement.section === kind)
                .map((requirement) => (
                  <li key={requirement.id}>{requirement.label}.</li>
                ))}
            </ul>
            <p className="mt-3">
              <a href={`/steps#${kind}`} className="inline-flex min-h-8 items-center">
                Steps of this kind
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
