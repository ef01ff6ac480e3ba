import type { Career } from '@/lib/domain/career/career';
import type { AgreedRating } from '@/lib/queries/agreed-ratings';

/** What was agreed, the newest first: a series of its own. */
export function AgreedTable({
  career,
  agreed,
  dayOf,
}: {
  career: Career;
  agreed: readonly AgreedRating[];
  dayOf: (instant: string) => string;
}) {
  return (
    <div className="card overflow-x-auto">
      <table>
        <caption className="sr-only">Agreed levels</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Skill</th>
            <th scope="col">Level</th>
            <th scope="col">Agreed with</th>
          </tr>
        </thead>
        <tbody>
          {agreed.map(({ skill, level, name, agreedAt }) => (
            <tr key={`${agreedAt} ${skill}`}>
              <td>{dayOf(agreedAt)}</td>
              <th scope="row">{career.skillById.get(skill)?.name ?? skill}</th>
              <td>{`${level} ${career.scale[level]?.name ?? ''}`}</td>
              <td className="written">{name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
