import type { Metadata } from 'next';
import { findChanges } from '@/app/(signed-in)/progress/find-changes';
import { PageTitle, TITLE_OF_ITS_OWN } from '@/app/page-title';
import { Notice } from '@/components/notice';
import { OnePressForm } from '@/components/one-press-form';
import { readPage } from '@/components/page-links';
import { requireUser } from '@/lib/auth/session';
import { DEFAULT_CAREER } from '@/lib/catalogue';
import { computeDayInZone } from '@/lib/domain/day';
import { listAgreedRatings } from '@/lib/queries/agreed-ratings';
import { listCheckInsAhead } from '@/lib/queries/check-ins';
import { listGoals } from '@/lib/queries/goals';
import { formatCount } from '@/lib/wording/format';
import { LEVEL_KIND_LABELS } from '@/lib/wording/level-kinds';
import { titleProgress } from '@/lib/wording/titles';
import { restoreCheckInAction } from './actions';
import { AheadNotice } from './ahead-notice';
import { CheckInTable, ROWS_PER_PAGE } from './check-in-table';
import { CompareForm } from './compare-form';
import { Comparison } from './comparison';
import { type History, loadHistory, type Point } from './load-history';
import { ChangeList, ReadinessChart } from './readiness-chart';
import { SkillCharts } from './skill-charts';

export const metadata: Metadata = TITLE_OF_ITS_OWN;

type Search = Partial<Record<'page' | 'from' | 'to' | 'deleted' | 'restored', string | string[]>>;

export default async function ProgressPage({ searchParams }: { searchParams: Promise<Search> }) {
  const user = await requireUser('/progress');
  const [search, history, ahead, talks] = await Promise.all([
    searchParams,
    loadHistory(user.id),
    listCheckInsAhead(user.id, DEFAULT_CAREER),
    listAgreedRatings(user.id, DEFAULT_CAREER),
  ]);
  const { career, role } = history.standing;
  const { points, readinessOf } = history;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last)
    return (
      <>
        <PageTitle>Your progress</PageTitle>
        <DeletionNotice search={search} />
        <AheadNotice checkIns={ahead} momentOf={history.momentOf} />
        <Empty />
      </>
    );
  const readinessNow = readinessOf(last.holding);
  const changes = findChanges({ history, goals: await listGoals(user.id, career.id) });
  const start = Date.parse(first.checkIn.takenAt);
  // The server's clock may lag a moment behind the last check-in's.
  const end = Math.max(Date.now(), Date.parse(last.checkIn.takenAt) + 1);
  const frame = { start, end, top: 100 };
  return (
    <div className="flex flex-col gap-10">
      <PageTitle>{titleProgress(role.title, readinessNow)}</PageTitle>
      <header>
        <DeletionNotice search={search} />
        <AheadNotice checkIns={ahead} momentOf={history.momentOf} />
        <h1>Your progress</h1>
        <p className="mt-3 text-lg text-soft">{summarise(history, readinessNow)}</p>
        <p className="mt-1 flex max-w-none flex-wrap items-center gap-x-5">
          <span>{LEVEL_KIND_LABELS.own}</span>
          <a href="/progress/second-look" className="inline-flex min-h-11 items-center">
            Ask somebody for a second look
          </a>
          <a href="/progress/export" className="inline-flex min-h-11 items-center">
            Skills record
          </a>
          <a href="/progress/share" className="inline-flex min-h-11 items-center">
            Share a page
          </a>
          <a href="/evidence" className="inline-flex min-h-11 items-center">
            Evidence
          </a>
        </p>
      </header>
      <section className="flex flex-col gap-4" aria-labelledby="readiness">
        <h2 id="readiness">Readiness</h2>
        <ReadinessChart
          frame={frame}
          steps={points
            .filter((point, index) => point.holding !== points[index - 1]?.holding)
            .map(({ checkIn, holding }) => ({
              at: Date.parse(checkIn.takenAt),
              value: readinessOf(holding),
            }))}
          events={changes.map(({ at }) => Date.parse(at)).filter((at) => at >= start && at <= end)}
          roleTitle={role.title}
          firstDay={history.dayOf(first.checkIn.takenAt)}
        />
        <p className="hint">
          The whole line is worked out for your goal of today and its targets of today, so that it means one
          thing. The figures are in the table of check-ins.
        </p>
        <ChangeList changes={changes.map(({ at, text }) => ({ at: toDay(history, at), text }))} />
      </section>
      <section className="flex flex-col gap-4" aria-labelledby="skills">
        <h2 id="skills">Skill by skill</h2>
        <p className="hint flex flex-wrap gap-x-5 gap-y-1">
          <Key className="chart-line" text="your own rating, parts of a level included" />
          <Key className="chart-target" text="target" />
          {talks.length > 0 ? <Key className="chart-agreed" text="agreed with somebody" /> : null}
          <Key className="chart-evidence" text="evidence given" isDot />
          <Key className="chart-unsure" text="not sure" isDot />
        </p>
        <SkillCharts
          career={career}
          role={role}
          points={points}
          agreed={talks.toReversed()}
          frame={frame}
          momentOf={history.momentOf}
        />
      </section>
      <section className="flex flex-col gap-4" aria-labelledby="check-ins">
        <h2 id="check-ins">Check-ins</h2>
        <CheckInTable
          career={career}
          points={points}
          readinessOf={readinessOf}
          page={readPage(search.page, { count: points.length, perPage: ROWS_PER_PAGE }).page}
          readinessNow={readinessNow}
          momentOf={history.momentOf}
        />
      </section>
      <CompareSection history={history} search={search} first={first} last={last} />
    </div>
  );
}

function Empty() {
  return (
    <>
      <h1>Your progress</h1>
      <p className="mt-3 mb-6 text-lg text-soft">
        Nothing to draw yet. Your first check-in sets the baseline; each later one shows what moved.
      </p>
      <a href="/rate" className="button">
        Rate your skills
      </a>
    </>
  );
}

function summarise({ points, standing, readinessOf, dayOf }: History, readinessNow: number): string {
  const [first] = points;
  if (!first) return '';
  const since = dayOf(first.checkIn.takenAt);
  const then = readinessOf(first.holding);
  if (points.length === 1)
    return `One check-in so far, on ${since}: readiness ${then}%. The next one will show what moved.`;
  const moved = then === readinessNow ? `unchanged at ${then}%` : `from ${then}% to ${readinessNow}%`;
  return `${formatCount(points.length, 'check-in')} since ${since}: readiness for ${standing.role.title} ${moved}.`;
}

function DeletionNotice({ search }: { search: Search }) {
  if (typeof search.deleted === 'string')
    return (
      <div className="mb-6">
        <Notice>
          <p className="mb-3">The check-in is deleted, and with it what it changed.</p>
          <OnePressForm action={restoreCheckInAction} entries={{ id: search.deleted }}>
            Undo
          </OnePressForm>
        </Notice>
      </div>
    );
  return search.restored ? (
    <div className="mb-6">
      <Notice>The check-in is back.</Notice>
    </div>
  ) : null;
}

function Key({ className, text, isDot = false }: { className: string; text: string; isDot?: boolean }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg viewBox="0 0 24 12" width="24" height="12" aria-hidden="true">
        <path className={className} d={isDot ? 'M12 6h0' : 'M1 6H23'} />
      </svg>
      <span>{text}</span>
    </span>
  );
}

function CompareSection({
  history,
  search,
  first,
  last,
}: {
  history: History;
  search: Search;
  first: Point;
  last: Point;
}) {
  const from = findPoint(history, search.from);
  const to = findPoint(history, search.to) ?? last;
  return (
    <section className="card flex flex-col gap-5" aria-labelledby="compare">
      <h2 id="compare">Compare two check-ins</h2>
      <CompareForm
        first={toDay(history, first.checkIn.takenAt)}
        last={history.standing.today}
        from={toDay(history, (from ?? first).checkIn.takenAt)}
        to={toDay(history, to.checkIn.takenAt)}
      />
      {from ? <Comparison history={history} from={from} to={to} /> : null}
    </section>
  );
}

/** The check-in of an id, or the latest one by the end of a day; a day before the first gives the first. */
function findPoint(history: History, asked: string | string[] | undefined): Point | null {
  if (typeof asked !== 'string' || asked === '') return null;
  const named = history.points.find((point) => point.checkIn.id === asked);
  if (named || !/^\d{4}-\d{2}-\d{2}$/.test(asked)) return named ?? null;
  const before = history.points.findLast((point) => toDay(history, point.checkIn.takenAt) <= asked);
  return before ?? history.points[0] ?? null;
}

function toDay({ standing }: History, instant: string): string {
  return computeDayInZone({ instant: new Date(instant), timeZone: standing.account.timeZone });
}
