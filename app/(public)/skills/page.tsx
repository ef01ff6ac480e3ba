import type { Metadata } from 'next';
import { loadCareer } from '@/lib/catalogue';
import type { Career, Skill } from '@/lib/domain/catalogue';
import { formatCount } from '@/lib/wording/format';
import { SKILL_GROUPS } from '@/lib/wording/skill-groups';
import { describePage } from '../describe-page';
import { SourceList } from '../source-list';

export const metadata: Metadata = describePage({
  title: 'The skills of a DevOps career, level by level',
  description:
    'Technical and workplace skills with six levels each, written as things that a person can observe.',
});

export default function SkillsPage() {
  const career = loadCareer();
  return (
    <div className="flex flex-col gap-14">
      <header>
        <h1>{formatCount(career.skills.length, 'skill')}, six levels each</h1>
        <p className="mt-4 text-lg text-soft">
          Every role here is described by the same skills. Each level of each skill is a sentence that is true
          of you or not, so that a 3 means the same to everybody.
        </p>
      </header>
      {SKILL_GROUPS.map(({ kind, title }) => (
        <section key={kind} aria-labelledby={kind}>
          <h2 id={kind} className="mb-5">
            {title}
          </h2>
          <ul className="grid gap-5 md:grid-cols-2 lg:grid-cols-3">
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
    <li className="card flex flex-col gap-2">
      <h3>
        <a href={`/skills/${skill.id}`}>{skill.name}</a>
      </h3>
      <p>{skill.description}</p>
    </li>
  );
}

function Scale({ career }: { career: Career }) {
  return (
    <section aria-labelledby="scale">
      <h2 id="scale">The scale</h2>
      <p className="mt-2 mb-5 text-soft">
        What each number means in general, and about where it lies on three other scales: Dreyfus, of how
        people learn a skill, and SFIA and e-CF, of responsibility at work in IT. {career.scaleAlignment.note}
      </p>
      <ol className="card py-2" start={0}>
        {career.scale.map(({ level, name, meaning }) => (
          <li
            key={level}
            className="grid gap-x-8 gap-y-1 border-b border-line py-3 last:border-none sm:grid-cols-[10rem_minmax(0,1fr)]"
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
      <h3 className="mt-8 mb-3">Sources</h3>
      <SourceList sources={career.scaleAlignment.sources} />
    </section>
  );
}

function describeAlignment(career: Career, level: number): string {
  const row = career.scaleAlignment.rows.find((entry) => entry.level === level);
  if (!row) return 'Below the other scales.';
  return `Dreyfus: ${row.dreyfus}. SFIA level ${row.sfia}. e-CF ${row.ecf}.`;
}
