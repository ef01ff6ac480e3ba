import type { CanDo, Career } from '@/lib/domain/career/career';

/** Can-dos as sentences, each with the skill and level that it belongs to, and the way to its topic. */
export function CanDoList({ career, canDos }: { career: Career; canDos: readonly CanDo[] }) {
  return (
    <ul className="flex max-w-[75ch] list-disc flex-col gap-1 pl-5">
      {canDos.map(({ id, skill, topic, level, text }) => (
        <li key={id}>
          {text}{' '}
          <a href={`/skills/${skill}#${topic}`} className="text-[0.93rem]">
            {career.skillById.get(skill)?.name} {level}
          </a>
        </li>
      ))}
    </ul>
  );
}
