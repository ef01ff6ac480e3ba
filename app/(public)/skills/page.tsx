import type { Metadata } from 'next';
import { loadCareer } from '@/lib/catalogue';
import type { Career } from '@/lib/domain/career/career';
import type { Skill } from '@/lib/domain/career/schema';
import { formatCount } from '@/lib/wording/format';
import { SKILL_GROUPS } from '@/lib/wording/skill-groups';
import { describePage } from '../describe-page';
import { Fold } from '../fold';
import { SourceList } from '../source-list';

export const metadata: Metadata = describePage({
  title: 'The skills of a DevOps career, level by level',
  description:
    'Technical and workplace skills with six levels each, written as things that a person can observe.',
});

export default function SkillsPage() {
  const career = loadCareer();
  return (
    <div className="flex flex-col gap-8">
      <header>
        <h1 className="text-[clamp(1.7rem,1.3rem+1.6vw,2.4rem)]">
          {formatCount(career.skills.length, 'skill')}, six levels each
        </h1>
        <p className="mt-3 text-soft">
          Every role here is described by the same skills. Each level is a sentence that is true of you or
          not, made of {formatCount(career.canDos.length, 'thing')} in all that somebody could confirm, so
          that a 3 means the same to everybody.
        </p>
      </header>
      {SKILL_GROUPS.map(({ kind, title }) => (
        <section key={kind} aria-labelledby={kind}>
          <h2 id={kind} className="mb-2">
            {title}
          </h2>
          <ul className="grid gap-x-10 md:grid-cols-2">
            {career.skills
              .filter((skill) => skill.kind === kind)
              .map((skill) => (
                <SkillCard key={skill.id} skill={skill} />
              ))}
          </ul>
        </section>
      ))}
      <Scale career={career} />
    </div>
  );
}

function SkillCard({ skill }: { skill: Skill }) {
  return (
    <li className="border-b border-line py-2">
      <h3>
        <a href={`/skills/${skill.id}`} className="inline-flex min-h-8 items-center">
          {skill.name}
        </a>
      </h3>
      <p className="hint">{skill.description}</p>
    </li>
  );
}

function Scale({ career }: { career: Career }) {
  return (
    <Fold
      id="scale"
      summary={<h2 className="text-xl">The scale from 0 to 5</h2>}
      note="and three others beside it"
    >
      <p>
        What each number means in general, and about where it lies on three other scales: Dreyfus, of how
        people learn a skill, and SFIA and e-CF, of responsibility at work in IT. {career.scaleAlignment.note}
      </p>
      <ol start={0}>
        {career.scale.map(({ level, name, meaning }) => (
          <li
            key={level}
            className="grid gap-x-8 border-b border-line py-2 last:border-none sm:grid-cols-[10rem_minmax(0,1fr)]"
          >
            <strong>
              {level} {name}
            </strong>
            <div>
              <p>{meaning}</p>
              <p className="hint">{describeAlignment(career, level)}</p>
            </div>
          </li>
        ))}
      </ol>
      <h3>Sources</h3>
      <SourceList sources={career.scaleAlignment.sources} />
    </Fold>
  );
}

function describeAlignment(career: Career, level: number): string {
  const row = career.scaleAlignment.rows.find((entry) => entry.level === level);
  if (!row) return 'Below the other scales.';
  return `Dreyfus: ${row.dreyfus}. SFIA level ${row.sfia}. e-CF ${row.ecf}.`;
}
