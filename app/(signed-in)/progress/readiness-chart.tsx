import { formatDay } from '@/lib/wording/format';
import { type ChartFrame, StepChart, type StepValue } from './step-chart';

const MOST_YEAR_LABELS = 6;

/** Readiness for one role over time. The table of check-ins beside it holds the same figures. */
export function ReadinessChart({
  frame,
  steps,
  events,
  roleTitle,
  firstDay,
}: {
  frame: ChartFrame;
  steps: readonly StepValue[];
  events: readonly number[];
  roleTitle: string;
  firstDay: string;
}) {
  const last = steps.at(-1)?.value ?? 0;
  return (
    <figure className="card">
      <figcaption className="mb-4 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
        <strong>{`Readiness for ${roleTitle}`}</strong>
        <span className="hint">Each value holds until the next check-in.</span>
      </figcaption>
      <div className="grid grid-cols-[2.6rem_minmax(0,1fr)] gap-x-2">
        <span className="hint flex h-44 flex-col justify-between text-right text-[0.82rem] leading-none sm:h-56">
          <span>100%</span>
          <span>50%</span>
          <span>0%</span>
        </span>
        <StepChart
          label={`Readiness for ${roleTitle} over time, ${last}% now`}
          className="h-44 sm:h-56"
          frame={frame}
          steps={steps}
          gridValues={[0, 25, 50, 75, 100]}
          events={events}
          isFilled
        />
        <span />
        <TimeAxis frame={frame} firstDay={firstDay} />
      </div>
    </figure>
  );
}

/** The years that begin within the chart, or else its first day and today. */
function TimeAxis({ frame, firstDay }: { frame: ChartFrame; firstDay: string }) {
  const years = listYears(frame);
  if (years.length < 2)
    return (
      <span className="hint mt-1 flex justify-between text-[0.82rem]">
        <span>{firstDay}</span>
        <span>Today</span>
      </span>
    );
  return (
    <svg className="mt-1 h-5 w-full overflow-visible" aria-hidden="true">
      {years.map((year) => (
        <text
          key={year}
          className="chart-label"
          x={`${computeShare(year, frame)}%`}
          y="14"
          textAnchor="middle"
        >
          {year}
        </text>
      ))}
    </svg>
  );
}

function computeShare(year: number, { start, end }: ChartFrame): number {
  return Math.round((1000 * (Date.UTC(year, 0, 1) - start)) / (end - start)) / 10;
}

function listYears({ start, end }: ChartFrame): number[] {
  const first = new Date(start).getUTCFullYear() + 1;
  const last = new Date(end).getUTCFullYear();
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  const every = Math.ceil(years.length / MOST_YEAR_LABELS);
  return years.filter((_, index) => (years.length - 1 - index) % every === 0);
}

/** What changed the meaning of the line, and when. */
export function ChangeList({ changes }: { changes: readonly { at: string; text: string }[] }) {
  if (changes.length === 0) return null;
  return (
    <div className="card">
      <h3>Marked in the chart</h3>
      <ul className="mt-2 flex flex-col gap-1">
        {changes.map(({ at, text }) => (
          <li key={`${at} ${text}`}>
            <strong>{`${formatDay(at)}.`}</strong> <span>{text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
