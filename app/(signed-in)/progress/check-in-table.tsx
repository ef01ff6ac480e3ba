import { PageLinks } from '@/components/page-links';
import type { Career } from '@/lib/domain/career/career';
import type { Holding } from '@/lib/domain/progress';
import { collectRatings, listSkillChanges, type SkillChange } from '@/lib/domain/rating-change';
import { formatCount } from '@/lib/wording/format';
import { checkInPath, type Point } from './load-history';

export const ROWS_PER_PAGE = 20;

type CheckInTableProps = {
  career: Career;
  points: readonly Point[];
  readinessOf: (holding: Holding) => number;
  page: number;
  readinessNow: number;
  momentOf: (instant: string) => string;
};

/** One page of the check-ins, the newest first. */
export function CheckInTable({
  career,
  points,
  readinessOf,
  page,
  readinessNow,
  momentOf,
}: CheckInTableProps) {
  const end = points.length - (page - 1) * ROWS_PER_PAGE;
  const start = Math.max(0, end - ROWS_PER_PAGE);
  const shown = points
    .slice(start, end)
    .map((point, index) => ({ ...point, moved: listMoved(career, points[start + index - 1], point) }))
    .reverse();
  return (
    <div className="card">
      <div className="overflow-x-auto">
        <table aria-label="Check-ins" className="stacked sm:min-w-[38rem]">
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
          <tbody data-rows="">
            {shown.map(({ checkIn, corrections, holding, moved }) => (
              <tr key={checkIn.id}>
                <th scope="row" className="font-normal whitespace-nowrap">
                  <a href={checkInPath(checkIn.id)}>{momentOf(checkIn.takenAt)}</a>
                  {corrections.length > 0 ? <span className="hint block">corrected</span> : null}
                </th>
                <td data-label="Rose">{moved.map(describeRise).filter(Boolean).join(', ') || '–'}</td>
                <td data-label="Fell">{moved.map(describeFall).filter(Boolean).join(', ') || '–'}</td>
                <td className="number" data-label="Readiness then">{`${readinessOf(holding)}%`}</td>
                <td className="number" data-label="Readiness now">{`${readinessNow}%`}</td>
                <td data-label="Compare">
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

/** What a check-in moved against the one before it, by skill. */
function listMoved(career: Career, before: Point | undefined, { holding }: Point): SkillChange[] {
  if (holding === before?.holding) return [];
  return listSkillChanges(career, {
    before: collectRatings(Object.values(before?.holding ?? {})),
    after: collectRatings(Object.values(holding)),
  });
}

const describeRise = (change: SkillChange): string => {
  const { skill, before, after, gained } = change;
  if (before === null) return `${skill.name} first rated ${after}`;
  if (after !== null && after > before) return `${skill.name} ${before} to ${after}`;
  return before === after && gained.length > 0
    ? `${skill.name} +${formatCount(gained.length, 'can-do')}`
    : '';
};

const describeFall = ({ skill, before, after, lost }: SkillChange): string => {
  if (before !== null && after !== null && after < before) return `${skill.name} ${before} to ${after}`;
  return before === after && lost.length > 0 ? `${skill.name} −${formatCount(lost.length, 'can-do')}` : '';
};
