import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadCareer } from '@/lib/catalogue';
import type { Career } from '@/lib/domain/career/career';
import type { Skill } from '@/lib/domain/career/schema';
import { groupStepsByLevel } from '@/lib/domain/career/step-links';
import { formatCount } from '@/lib/wording/format';
import { Breadcrumb } from '../../breadcrumb';
import { buildDefinedTerm } from '../../build-structured-data';
import { describePage } from '../../describe-page';
import { Fold } from '../../fold';
import { SourceList } from '../../source-list';
import { StepLines } from '../../step-lines';
import { StructuredData } from '../../structured-data';
import { SkillCrosswalk } from './skill-crosswalk';
import { SkillLevels } from './skill-levels';
import { SkillTopics } from './skill-topics';

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
    description: `${skill.description} Six levels and what each is made of, the topics, who asks for it, and the steps that teach it.`,
  });
}

export default async function SkillPage({ params }: SkillPageProps) {
  const career = loadCareer();
  const skill = career.skillById.get((await params).id);
  if (!skill) notFound();
  return (
    <article className="flex flex-col gap-8">
      <StructuredData value={buildDefinedTerm(skill)} />
      <header>
        <Breadcrumb href="/skills" label="Skills" here={skill.name} />
        <p className="eyebrow">{skill.kind === 'technical' ? 'Technical skill' : 'Workplace skill'}</p>
        <h1 className="mt-1 text-[clamp(1.7rem,1.3rem+1.6vw,2.4rem)]">{skill.name}</h1>
        <p className="mt-3 text-lg text-soft">{skill.description}</p>
      </header>
      <SkillLevels career={career} skill={skill} />
      <SkillTopics career={career} skill={skill} />
      <Steps career={career} skill={skill} />
      <div>
        <SkillCrosswalk career={career} skill={skill} />
        <Fold id="sources" summary="Sources" note={`${skill.sources.length}`}>
          <SourceList sources={skill.sources} />
        </Fold>
      </div>
    </article>
  );
}

function Steps({ career, skill }: { career: Career; skill: Skill }) {
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">Steps that teach it</h2>
      <p className="hint mb-1">
        By the highest level of which they teach something. Which step teaches what is our judgement.
      </p>
      {groupStepsByLevel(career, skill.id).map(({ level, steps }) => (
        <Fold
          key={level}
          id={`steps-${level}`}
          summary={`Up to ${level} ${career.scale[level]?.name}`}
          note={formatCount(steps.length, 'step')}
        >
          <StepLines steps={steps} />
        </Fold>
      ))}
    </section>
  );
}
