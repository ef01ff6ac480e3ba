import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LevelBar } from '@/app/level-bar';
import { loadCareer } from '@/lib/catalogue';
import type { Career, Skill } from '@/lib/domain/catalogue';
import { groupStepsByRaise } from '@/lib/domain/step-links';
import { Breadcrumb } from '../../breadcrumb';
import { buildDefinedTerm } from '../../build-structured-data';
import { describePage } from '../../describe-page';
import { SourceList } from '../../source-list';
import { StepLines } from '../../step-lines';
import { StructuredData } from '../../structured-data';
import { SkillCrosswalk } from './skill-crosswalk';

type SkillPageProps = { params: Promise<{ id: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  return loadCareer().skills.map(({ id }) => ({ id }));
}

export async function generateMetadata({ params }: SkillPageProps): Promise<Metadata> {
  const skill = loadCareer().skillById.get((await params).id);
  if (!skill) notFound();
  return describePage({
    title: `${skill.name} in six levels`,
    description: `${skill.description} Six levels, the topics, and the steps that raise it.`,
  });
}

export default async function SkillPage({ params }: SkillPageProps) {
  const career = loadCareer();
  const skill = career.skillById.get((await params).id);
  if (!skill) notFound();
  return (
    <article className="flex flex-col gap-14">
      <StructuredData value={buildDefinedTerm(skill)} />
      <header>
        <Breadcrumb href="/skills" label="Skills" here={skill.name} />
        <p className="eyebrow">{skill.kind === 'technical' ? 'Technical skill' : 'Workplace skill'}</p>
        <h1 className="mt-1">{skill.name}</h1>
        <p className="mt-4 text-lg text-soft">{skill.description}</p>
      </header>
      <Levels career={career} skill={skill} />
      <Topics skill={skill} />
      <Raises career={career} skill={skill} />
      <Targets career={career} skill={skill} />
      <SkillCrosswalk career={career} skill={skill} />
      <section aria-labelledby="sources">
        <h2 id="sources" className="mb-3">
          Sources
        </h2>
        <SourceList sources={skill.sources} />
      </section>
    </article>
  );
}

function Levels({ career, skill }: { career: Career; skill: Skill }) {
  return (
    <section aria-labelledby="levels">
      <h2 id="levels" className="mb-5">
        The six levels
      </h2>
      <ol className="card py-2" start={0}>
        {skill.levels.map(({ level, descriptor }) => (
          <li
            key={level}
            className="grid gap-x-8 gap-y-1 border-b border-line py-3 last:border-none sm:grid-cols-[10rem_minmax(0,1fr)]"
          >
            <strong>
              {level} {career.scale[level]?.name}
            </strong>
            <p>{descriptor}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Topics({ skill }: { skill: Skill }) {
  return (
    <section aria-labelledby="topics">
      <h2 id="topics" className="mb-5">
        What it covers
      </h2>
      <dl className="grid gap-x-10 gap-y-5 md:grid-cols-2">
        {skill.topics.map((topic) => (
          <div key={topic.id}>
            <dt className="label">{topic.name}</dt>
            <dd>
              <p>{topic.description}</p>
              <p className="hint">Suggested by {topic.basis.join('; ')}.</p>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Raises({ career, skill }: { career: Career; skill: Skill }) {
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">Steps that raise it</h2>
      <p className="mt-2 mb-6 text-soft">
        By where they start and where they end. Which step raises what is our judgement.
      </p>
      <div className="flex flex-col gap-6">
        {groupStepsByRaise(career, skill.id).map((group) => (
          <section
            key={`${group.from} ${group.to}`}
            className="card"
            aria-labelledby={`raise-${group.from}-${group.to}`}
          >
            <h3 id={`raise-${group.from}-${group.to}`} className="mb-3">
              From {group.from} to {group.to} {career.scale[group.to]?.name}
            </h3>
            <StepLines career={career} steps={group.steps} />
          </section>
        ))}
      </div>
    </section>
  );
}

function Targets({ career, skill }: { career: Career; skill: Skill }) {
  const groups = [
    { title: 'The ladder', roles: career.roles.filter((role) => role.group === 'ladder') },
    { title: 'Related titles', roles: career.roles.filter((role) => role.group === 'related') },
  ];
  return (
    <section aria-labelledby="targets">
      <h2 id="targets">What roles ask for</h2>
      <p className="mt-2 mb-5 text-soft">The target level of each role, from 0 to 5.</p>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        {groups.map((group) => (
          <section key={group.title} className="card" aria-label={group.title}>
            <h3 className="mb-3">{group.title}</h3>
            <ul>
              {group.roles.map((role) => {
                const target = role.targets[skill.id] ?? 0;
                return (
                  <li
                    key={role.id}
                    className="grid grid-cols-[minmax(0,1fr)_1rem] items-center gap-x-4 border-t border-line py-2 sm:grid-cols-[15rem_minmax(0,1fr)_1rem]"
                  >
                    <a href={`/roles/${role.id}`}>{role.title}</a>
                    <span className="max-sm:order-3 max-sm:col-span-2">
                      <LevelBar level={target} target={target} />
                    </span>
                    <span className="number font-semibold">{target}</span>
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}
