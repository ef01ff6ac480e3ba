const WIDTH = 1000;
const HEIGHT = 100;
const MARK_SPACING = 40;

/** A value that holds from an instant (in milliseconds) on; null while there is none yet. */
export type StepValue = { at: number; value: number | null };

/** Where on the time axis the chart begins and ends, and the value at its top. */
export type ChartFrame = { start: number; end: number; top: number };

type StepChartProps = {
  label: string;
  className: string;
  frame: ChartFrame;
  steps: readonly StepValue[];
  /** Values with a line across the chart. */
  gridValues: readonly number[];
  target?: number;
  /** A series of another kind, drawn apart from the line. */
  agreed?: readonly StepValue[];
  evidence?: readonly StepValue[];
  unsure?: readonly StepValue[];
  /** Instants with a line down the chart. */
  events?: readonly number[];
  isFilled?: boolean;
};

/**
 * A line that holds each value until the next one: nothing between two entries is made up. It stretches to its place;
 * the same figures must stand in a table beside it.
 */
export function StepChart({ label, className, frame, steps, gridValues, target, ...marks }: StepChartProps) {
  const { agreed = [], evidence = [], unsure = [], events = [], isFilled = false } = marks;
  const line = buildStepPath(steps, frame);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={`chart ${className}`}
      role="img"
      aria-label={label}
    >
      {isFilled && line.path !== '' ? (
        <path className="chart-area" d={`${line.path} V${HEIGHT} H${line.startX} Z`} />
      ) : null}
      <path
        className="chart-grid"
        d={gridValues.map((value) => `M0 ${computeY(value, frame)}H${WIDTH}`).join('')}
      />
      {events.length > 0 ? (
        <path
          className="chart-event"
          d={events.map((at) => `M${computeX(at, frame)} 0V${HEIGHT}`).join('')}
        />
      ) : null}
      {target === undefined ? null : (
        <path className="chart-target" d={`M0 ${computeY(target, frame)}H${WIDTH}`} />
      )}
      <path className="chart-line" d={line.path} />
      {agreed.length > 0 ? <path className="chart-agreed" d={buildStepPath(agreed, frame).path} /> : null}
      <path className="chart-unsure" d={buildDots(unsure, frame)} />
      <path className="chart-evidence" d={buildDots(evidence, frame)} />
    </svg>
  );
}

function computeX(at: number, { start, end }: ChartFrame): number {
  return Math.round((WIDTH * (at - start)) / Math.max(1, end - start));
}

function computeY(value: number, { top }: ChartFrame): number {
  return Math.round(HEIGHT * (1 - value / top) * 10) / 10;
}

/** One command a change of value, so that the length does not grow with check-ins that changed nothing. */
function buildStepPath(steps: readonly StepValue[], frame: ChartFrame): { path: string; startX: number } {
  let path = '';
  let last: number | null = null;
  let startX = 0;
  for (const { at, value } of steps) {
    if (value === null || value === last) continue;
    const [x, y] = [computeX(at, frame), computeY(value, frame)];
    if (last === null) startX = x;
    path += last === null ? `M${x} ${y}` : `H${x}V${y}`;
    last = value;
  }
  return { path: path === '' ? '' : `${path}H${WIDTH}`, startX };
}

/** Of dots that would cover one another the first is drawn. */
function buildDots(values: readonly StepValue[], frame: ChartFrame): string {
  let path = '';
  const taken = new Set<string>();
  for (const { at, value } of values) {
    if (value === null) continue;
    const x = computeX(at, frame);
    const place = `${Math.floor(x / MARK_SPACING)} ${value}`;
    if (taken.has(place)) continue;
    taken.add(place);
    path += `M${x} ${computeY(value, frame)}h0`;
  }
  return path;
}
