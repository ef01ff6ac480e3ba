import type { CanDo } from '@/lib/domain/career/career';
import { collectRatings, listSkillChanges, type SkillChange } from '@/lib/domain/rating-change';
import { formatCount } from '@/lib/wording/format';
import type { History, Point } from '../load-history';

/** As many can-dos are listed at once; more are folded. */
const SHOWN_AT_ONCE = 12;

/** The can-dos that a check-in, as corrected since, gained and lost against the one before it. */
export function CanDoChanges({ history, point }: { history: History; point: Point }) {
  const before = history.points[history.points.indexOf(point) - 1];
  const changes = listSkillChanges(history.standing.career, {
    before: collectRatings(Object.values(before?.holding ?? {})),
    after: collectRatings(Object.values(point.holding)),
  });
  return (
    <section className="card flex flex-col gap-2" aria-labelledby="can-dos">
      <h2 id="can-dos">{before ? 'What changed' : 'What you can do'}</h2>
      <CanDoList title="gained" changes={changes} listOf={({ gained }) => gained} />
      <CanDoList title="lost" changes={changes} listOf={({ lost }) => lost} />
    </section>
  );
}

function CanDoList({
  title,
  changes,
  listOf,
}: {
  title: string;
  changes: readonly SkillChange[];
  listOf: (change: SkillChange) => readonly CanDo[];
}) {
  const some = changes.filter((change) => listOf(change).length > 0);
  const count = some.reduce((sum, change) => sum + listOf(change).length, 0);
  if (count === 0) return <p className="hint">{`No can-do ${title}.`}</p>;
  return (
    <details open={count <= SHOWN_AT_ONCE}>
      <summary>
        <span>{`${formatCount(count, 'can-do')} ${title}`}</span>
      </summary>
      {some.map((change) => (
        <div key={change.skill.id} className="mb-3">
          <h3>{change.skill.name}</h3>
          <ul className="flex list-disc flex-col gap-1 pl-5 text-[0.95rem]">
            {listOf(change).map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  );
}
