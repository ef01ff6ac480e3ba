import type { Career } from '@/lib/domain/career/career';
import type { Skill } from '@/lib/domain/career/schema';
import { Fold } from '../../fold';

/** What the skill covers, each topic at an address of its own with its can-dos by level. */
export function SkillTopics({ career, skill }: { career: Career; skill: Skill }) {
  return (
    <section aria-labelledby="topics">
      <h2 id="topics" className="mb-1">
        What it covers
      </h2>
      <div className="gap-x-10 lg:columns-2">
        {skill.topics.map((topic) => {
          const canDos = career.canDos.filter(
            (canDo) => canDo.skill === skill.id && canDo.topic === topic.id,
          );
          return (
            <div key={topic.id} className="break-inside-avoid">
              <Fold id={topic.id} summary={topic.name} note={`${canDos.length} things`}>
                <p>{topic.description}</p>
                <dl className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 gap-y-1">
                  {canDos.map(({ id, level, text }) => (
                    <div key={id} className="contents">
                      <dt className="hint">Level {level}</dt>
                      <dd>{text}</dd>
                    </div>
                  ))}
                </dl>
                <p className="hint">Suggested by {topic.basis.join('; ')}.</p>
              </Fold>
            </div>
          );
        })}
      </div>
    </section>
  );
}
