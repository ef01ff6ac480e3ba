import type { StepKind } from '@/lib/domain/catalogue';
import type { Day } from '@/lib/domain/day';
import type { Chart, ChartBar } from '@/lib/domain/plan/glance/chart';
import { formatDay, formatMonth } from '@/lib/wording/format';

const HEIGHT = 190;
const AXIS_HEIGHT = 22;
const MOST_LANE_HEIGHT = 30;
const MOST_LABELS = 6;
/** From here on a month's name would run over the edge. */
const LABELS_END = 0.88;
/** What fits into a bar on the narrowest screen that shows titles, in letters. */
const LETTERS_ACROSS = 70;
const LEAST_LETTERS = 6;

const BAR_CLASSES: Readonly<Record<StepKind, string>> = {
  degree: 'timeline-occupation',
  'entry-role': 'timeline-occupation',
  certification: 'timeline-certification',
  course: 'timeline-study',
  project: 'timeline-study',
  practice: 'timeline-practice',
};

const KEY = [
  { className: 'timeline-study', text: 'course or project' },
  { className: 'timeline-certification', text: 'certification' },
  { className: 'timeline-practice', text: 'practice, or at work' },
  { className: 'timeline-occupation', text: 'degree' },
] as const;

const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`;

/** The plan in time. The lists beside it say the same, so that it is only looked at. */
export function ClimbChart({ chart, today }: { chart: Chart; today: Day }) {
  if (chart.lanes.length === 0) return null;
  const laneHeight = Math.min(MOST_LANE_HEIGHT, (HEIGHT - AXIS_HEIGHT) / chart.lanes.length);
  const every = Math.max(1, Math.ceil(chart.months.length / MOST_LABELS));
  return (
    <figure className="climb-chart no-print" aria-hidden="true">
      <svg width="100%" height={HEIGHT} overflow="visible" aria-hidden="true">
        {chart.months
          .filter((_, index) => index % every === 0)
          .map(({ day, position }, index) => (
            <g key={day}>
              <line
                className="timeline-grid"
                x1={percent(position)}
                x2={percent(position)}
                y1="0"
                y2={HEIGHT}
              />
              {position < LABELS_END ? (
                <text
                  className={index % 2 === 0 ? 'timeline-month' : 'timeline-month climb-odd'}
                  x={percent(position)}
                  dx="5"
                  y="14"
                >
                  {formatMonth(day)}
                </text>
              ) : null}
            </g>
          ))}
        {chart.stages.map(({ position }) => (
          <line
            key={position}
            className="climb-stage"
            x1={percent(position)}
            x2={percent(position)}
            y1={AXIS_HEIGHT - 4}
            y2={HEIGHT}
          />
        ))}
        {chart.lanes.map((lane, index) =>
          lane.map((bar) => (
            <Bar
              key={bar.id}
              bar={bar}
              weeks={chart.weeks}
              y={AXIS_HEIGHT + index * laneHeight}
              height={laneHeight - 3}
            />
          )),
        )}
        {chart.today === null ? null : (
          <line
            className="timeline-today"
            x1={percent(chart.today)}
            x2={percent(chart.today)}
            y1="0"
            y2={HEIGHT}
          />
        )}
      </svg>
      <ChartKey chart={chart} />
      {chart.today === null ? null : (
        <figcaption className="sr-only">{`The dashed line is today, ${formatDay(today)}.`}</figcaption>
      )}
    </figure>
  );
}

/** What the bars and lines that are there mean. */
function ChartKey({ chart }: { chart: Chart }) {
  const bars = chart.lanes.flat();
  const classOf = ({ isAtWork, kind }: ChartBar) => (isAtWork ? 'timeline-practice' : BAR_CLASSES[kind]);
  const used = new Set(bars.map(classOf));
  return (
    <p className="climb-key">
      {KEY.filter(({ className }) => used.has(className)).map(({ className, text }) => (
        <span key={className}>
          <svg width="18" height="12" aria-hidden="true">
            <rect className={className} x="1" y="1" width="16" height="10" rx="3" />
          </svg>
          <span>{text}</span>
        </span>
      ))}
      {chart.stages.length > 0 ? <KeyLine className="climb-stage" text="a new post begins" /> : null}
      {chart.today === null ? null : <KeyLine className="timeline-today" text="today" />}
    </p>
  );
}

function KeyLine({ className, text }: { className: string; text: string }) {
  return (
    <span>
      <svg width="6" height="12" aria-hidden="true">
        <line className={className} x1="3" x2="3" y1="0" y2="12" />
      </svg>
      <span>{text}</span>
    </span>
  );
}

function Bar({ bar, weeks, y, height }: { bar: ChartBar; weeks: number; y: number; height: number }) {
  const letters = Math.floor((bar.weeks / weeks) * LETTERS_ACROSS) - String(bar.order).length - 2;
  const isNarrow = letters < LEAST_LETTERS;
  const place = isNarrow ? ({ x: '50%', textAnchor: 'middle' } as const) : { x: 7 };
  const classes = ['timeline-bar', bar.isAtWork ? 'timeline-practice' : BAR_CLASSES[bar.kind]];
  if (bar.isOver) classes.push('timeline-done');
  return (
    <a href={`#${bar.id}`} tabIndex={-1} className="no-underline">
      <svg
        x={percent(bar.startWeek / weeks)}
        y={y}
        width={percent(bar.weeks / weeks)}
        height={height}
        overflow="visible"
      >
        <title>{`${bar.order}. ${bar.title}`}</title>
        <rect className={classes.join(' ')} x="1" y="0.5" height={height - 1} rx="5" />
        <text className="climb-label" y={height / 2 + 4} {...place}>
          <tspan>{bar.order}</tspan>
          {isNarrow ? null : <tspan className="climb-letters">{`  ${shorten(bar.title, letters)}`}</tspan>}
        </text>
      </svg>
    </a>
  );
}

function shorten(title: string, letters: number): string {
  return title.length <= letters ? title : `${title.slice(0, letters - 1).trimEnd()}…`;
}
