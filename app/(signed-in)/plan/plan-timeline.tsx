import type { Career, StepKind } from '@/lib/domain/catalogue';
import type { Day } from '@/lib/domain/day';
import { orderPlanSteps } from '@/lib/domain/plan/sections';
import { buildTimeline, computePosition, type Timeline, type TimelineBar } from '@/lib/domain/plan/timeline';
import type { PlanDocument, PlanStep } from '@/lib/domain/planner/document';
import type { StepProgress } from '@/lib/queries/step-progress';
import { formatCount, formatDay, formatMonth } from '@/lib/wording/format';
import { STEP_KIND_LABELS } from '@/lib/wording/step-kinds';
import { STEP_STATUS_LABELS } from '@/lib/wording/step-statuses';

const LANE_HEIGHT = 40;
const BAR_HEIGHT = 32;
const AXIS_HEIGHT = 28;
const MOST_LABELS = 8;
/** From here on a month's name would run over the edge. */
const LABELS_END = 0.9;
/** What fits into a bar on the narrowest screen that shows the chart, in letters. */
const LETTERS_ACROSS = 88;
const LEAST_LETTERS = 6;

const BAR_CLASSES: Readonly<Record<StepKind, string>> = {
  degree: 'timeline-occupation',
  'entry-role': 'timeline-occupation',
  certification: 'timeline-certification',
  course: 'timeline-study',
  project: 'timeline-study',
  practice: 'timeline-practice',
};

const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`;

/** The plan in time: rows of bars on a wide screen, and a dated list that says the same on a narrow one. */
export function PlanTimeline({
  career,
  plan,
  progress,
  today,
}: {
  career: Career;
  plan: PlanDocument;
  progress: readonly StepProgress[];
  today: Day;
}) {
  if (plan.steps.length === 0) return null;
  const standings = new Map(progress.map(({ step, status }) => [step, status]));
  const statusOf = ({ id, status }: PlanStep) =>
    status === 'again' ? 'todo' : (standings.get(id) ?? 'todo');
  const done = new Set(plan.steps.filter((step) => statusOf(step) === 'done').map(({ id }) => id));
  const timeline = buildTimeline(career, plan);
  const { start } = plan.profile.preferences;
  const now = computePosition({ day: today, start, weeks: timeline.weeks });
  return (
    <section aria-labelledby="timeline" className="flex flex-col gap-4">
      <h2 id="timeline">When</h2>
      <div className="card timeline-chart">
        <TimelineChart timeline={timeline} now={now} done={done} />
        {now === null ? null : (
          <p className="hint mt-2">{`The dashed line is today, ${formatDay(today)}.${done.size > 0 ? ' Finished steps are faint.' : ''}`}</p>
        )}
      </div>
      <ol className="timeline-list card">
        {orderPlanSteps(plan).map((step, index) => (
          <li
            key={step.id}
            className="grid grid-cols-[2rem_minmax(0,1fr)] border-t border-line py-2 first:border-t-0"
          >
            <span className="figure pt-1 text-base">{index + 1}</span>
            <span>
              <a href={`#${step.id}`}>{step.title}</a>
              <span className="hint block">{`${STEP_KIND_LABELS[step.kind]}, ${formatDay(step.start)} to ${formatDay(step.finish)}, ${formatCount(step.weeks, 'week')}${statusOf(step) === 'todo' ? '' : ` · ${STEP_STATUS_LABELS[statusOf(step)]}`}`}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function TimelineChart({
  timeline,
  now,
  done,
}: {
  timeline: Timeline;
  now: number | null;
  done: ReadonlySet<string>;
}) {
  const height = AXIS_HEIGHT + timeline.lanes.length * LANE_HEIGHT;
  const every = Math.max(1, Math.ceil(timeline.months.length / MOST_LABELS));
  return (
    <svg width="100%" height={height} aria-hidden="true">
      {timeline.months
        .filter((_, index) => index % every === 0)
        .map(({ day, position }) => (
          <g key={day}>
            <line
              className="timeline-grid"
              x1={percent(position)}
              x2={percent(position)}
              y1="0"
              y2={height}
            />
            {position < LABELS_END ? (
              <text className="timeline-month" x={percent(position)} dx="5" y="15">
                {formatMonth(day)}
              </text>
            ) : null}
          </g>
        ))}
      {timeline.lanes.map((lane, row) =>
        lane.bars.map((bar) => (
          <Bar
            key={bar.id}
            bar={bar}
            weeks={timeline.weeks}
            y={AXIS_HEIGHT + row * LANE_HEIGHT}
            isDone={done.has(bar.id)}
          />
        )),
      )}
      {now === null ? null : (
        <line className="timeline-today" x1={percent(now)} x2={percent(now)} y1="0" y2={height} />
      )}
    </svg>
  );
}

function Bar({ bar, weeks, y, isDone }: { bar: TimelineBar; weeks: number; y: number; isDone: boolean }) {
  const letters = Math.floor((bar.weeks / weeks) * LETTERS_ACROSS) - String(bar.order).length - 2;
  // A bar without its title may be narrower than its number, which then stands over both its edges.
  const place = letters < LEAST_LETTERS ? ({ x: '50%', textAnchor: 'middle' } as const) : { x: 9 };
  return (
    <a href={`#${bar.id}`} tabIndex={-1} className="no-underline">
      <svg
        x={percent(bar.startWeek / weeks)}
        y={y}
        width={percent(bar.weeks / weeks)}
        height={BAR_HEIGHT}
        overflow="visible"
      >
        <title>{`${bar.order}. ${bar.title}`}</title>
        <rect
          className={`timeline-bar ${BAR_CLASSES[bar.kind]}${isDone ? ' timeline-done' : ''}`}
          x="1"
          y="0.5"
          height={BAR_HEIGHT - 1}
          rx="6"
        />
        <text
          className="timeline-label"
          y="21"
          {...place}
        >{`${bar.order}  ${letters < LEAST_LETTERS ? '' : shorten(bar.title, letters)}`}</text>
      </svg>
    </a>
  );
}

function shorten(title: string, letters: number): string {
  return title.length <= letters ? title : `${title.slice(0, letters - 1).trimEnd()}…`;
}
