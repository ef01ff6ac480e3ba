import { PageLinks } from '@/components/page-links';
import { nameSkill } from '@/lib/domain/career-names';
import type { Career, Role } from '@/lib/domain/catalogue';
import { computeReadinessAt } from '@/lib/domain/gap';
import type { LevelChange } from '@/lib/domain/progress';
import { formatCount } from '@/lib/wording/format';
import { checkInPath, type Point } from './load-history';

export const ROWS_PER_PAGE = 20;

type CheckInTableProps = {
  career: Career;
  role: Role;
  points: readonly Point[];
  page: number;
  readinessNow: number;
  momentOf: (instant: string) => string;
};

/** One page of the check-ins, the newest first. */
export function CheckInTable({ career, role, points, page, readinessNow, momentOf }: CheckInTableProps) {
  const end = points.length - (page - 1) * ROWS_PER_PAGE;
  const shown = points.slice(Math.max(0, end - ROWS_PER_PAGE), end).reverse();
  const describeChanges = (changes: readonly LevelChange[]) =>
    changes
      .map(({ skill, from, to }) => {
        const name = nameSkill(career, skill);
        return from === null ? `${name} first rated ${to}` : `${name} ${from} to ${to}`;
      })
      .join(', ') || '–';
  return (
    <div className="card">
      <div className="overflow-x-auto">
        <table aria-label="Check-ins" className="min-w-[38rem]">
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Rose or rated first</th>
              <th scope="col">Fell</th>
              <th scope="col" className="number">
                Readiness then
              </th>
              <th scope="col" className="number">
                Readiness now
              </th>
              <th scope="col">Compare</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ checkIn, corrections, levels, changes }) => (
              <tr key={checkIn.id}>
                <th scope="row" className="font-normal whitespace-nowrap">
                  <a href={checkInPath(checkIn.id)}>{momentOf(checkIn.takenAt)}</a>
                  {corrections.length > 0 ? <span className="hint block">corrected</span> : null}
                </th>
                <td>{describeChanges(changes.filter(({ from, to }) => from === null || to > from))}</td>
                <td>{describeChanges(changes.filter(({ from, to }) => from !== null && to < from))}</td>
                <td className="number">{`${computeReadinessAt(role, levels)}%`}</td>
                <td className="number">{`${readinessNow}%`}</td>
                <td>
                  <a
                    href={`/progress?from=${encodeURIComponent(checkIn.id)}#compare`}
                    aria-label={`Compare ${momentOf(checkIn.takenAt)} with now`}
                  >
                    with now
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <PageLinks
        label="Pages of check-ins"
        page={page}
        last={Math.ceil(points.length / ROWS_PER_PAGE)}
        total={formatCount(points.length, 'check-in')}
        hrefOf={(to) => `/progress?page=${to}#check-ins`}
      />
    </div>
  );
}
