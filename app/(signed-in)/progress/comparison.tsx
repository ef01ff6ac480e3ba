import type { CanDo, Career } from '@/lib/domain/career/career';
import { computeStandingRatings } from '@/lib/domain/progress';
import { collectRatings, listSkillChanges } from '@/lib/domain/rating-change';
import { EvidenceText } from './evidence-text';
import type { History, Point } from './load-history';

const SURE_LABELS = { low: 'low', medium: 'medium', high: 'high' } as const;

/** Two moments side by side: level, evidence, sureness, and which sentences are true now that were not. */
export function Comparison({ history, from, to }: { history: History; from: Point; to: Point }) {
  const { career, role } = history.standing;
  const before = computeStandingRatings(history.points, from);
  const after = computeStandingRatings(history.points, to);
  const moved = new Map(
    listSkillChanges(career, {
      before: collectRatings(Object.values(from.holding)),
      after: collectRatings(Object.values(to.holding)),
    }).map((change) => [change.skill.id, change.gained]),
  );
  const day = { from: history.momentOf(from.checkIn.takenAt), to: history.momentOf(to.checkIn.takenAt) };
  return (
    <>
      <p className="mb-3">
        Readiness for <span>{role.title}</span>: <strong>{`${history.readinessOf(from.holding)}%`}</strong> on{' '}
        <span>{day.from}</span>, <strong>{`${history.readinessOf(to.holding)}%`}</strong> on{' '}
        <span>{day.to}</span>.
      </p>
      <div className="overflow-x-auto">
        <table aria-label={`Compared: ${day.from} and ${day.to}`} className="stacked sm:min-w-[40rem]">
          <thead>
            <tr>
              <th scope="col">Skill</th>
              <th scope="col">{day.from}</th>
              <th scope="col">{day.to}</th>
              <th scope="col">True now that was not</th>
            </tr>
          </thead>
          <tbody>
            {career.skills.map((skill) => (
              <tr key={skill.id}>
                <th scope="row" className="sm:font-normal">
                  {skill.name}
                </th>
                <RatingCell career={career} rating={before.get(skill.id)} label={day.from} />
                <RatingCell career={career} rating={after.get(skill.id)} label={day.to} />
                <td data-label="True now that was not">
                  <NewlyTrue
                    levels={skill.levels}
                    from={before.get(skill.id)?.level ?? 0}
                    to={after.get(skill.id)?.level ?? 0}
                    canDos={moved.get(skill.id) ?? []}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

type ComparedRating = Point['ratings'][number] | undefined;

function RatingCell({
  career,
  rating,
  label,
}: {
  career: Career;
  rating: ComparedRating;
  /** The name of its column, which stands before it on a phone. */
  label: string;
}) {
  if (!rating)
    return (
      <td className="hint" data-label={label}>
        Not rated
      </td>
    );
  return (
    <td data-label={label}>
      <span>{rating.level}</span> <span>{career.scale[rating.level]?.name}</span>
      {rating.sure ? <span className="hint block">{`sure: ${SURE_LABELS[rating.sure]}`}</span> : null}
      {rating.evidence ? (
        <span className="hint block">
          <EvidenceText evidence={rating.evidence} />
        </span>
      ) : null}
    </td>
  );
}

function NewlyTrue({
  levels,
  from,
  to,
  canDos,
}: {
  levels: readonly { level: number; descriptor: string }[];
  from: number;
  to: number;
  canDos: readonly CanDo[];
}) {
  const gained = levels.filter(({ level }) => level > from && level <= to);
  // What a whole level stands for is said by its own sentence.
  const others = canDos.filter(({ level }) => level <= from || level > to);
  if (gained.length + others.length === 0) return <span className="hint">–</span>;
  return (
    <ul className="flex flex-col gap-1 text-[0.95rem]">
      {gained.map(({ level, descriptor }) => (
        <li key={level}>{descriptor}</li>
      ))}
      {others.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  );
}
