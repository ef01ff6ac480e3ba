import type { Career, Role } from '@/lib/domain/catalogue';
import { formatCount } from '@/lib/format';
import type { Point } from './load-history';
import { type ChartFrame, StepChart, type StepValue } from './step-chart';

const CHANGES_SHOWN = 20;
const LEVEL_LINES = [0, 1, 2, 3, 4, 5];

type SkillChartsProps = {
  career: Career;
  role: Role;
  points: readonly Point[];
  frame: ChartFrame;
  dayOf: (instant: string) => string;
};

/** One small chart a skill, all on one scale and one time axis, and below them a table each with the same figures. */
export function SkillCharts({ career, role, points, frame, dayOf }: SkillChartsProps) {
  const series = buildSeries(points);
  return (
    <>
      <ul className="grid grid-cols-2 gap-2 md:grid-cols-5 lg:gap-4">
        {career.skills.map((skill) => (
          <SkillChart
            key={skill.id}
            name={skill.name}
            target={role.targets[skill.id] ?? 0}
            series={series.get(skill.id) ?? []}
            frame={{ ...frame, top: 5 }}
          />
        ))}
      </ul>
      <details>
        <summary>The figures of these charts</summary>
        <div className="mt-3 grid gap-4 md:grid-cols-2">
          {career.skills.map((skill) => (
            <SkillFigures
              key={skill.id}
              name={skill.name}
              series={series.get(skill.id) ?? []}
              dayOf={dayOf}
            />
          ))}
        </div>
      </details>
    </>
  );
}

/** A rating of one skill as a chart shows it: its level from an instant on. */
type SeriesEntry = StepValue & { takenAt: string; value: number; hasEvidence: boolean; isUnsure: boolean };

/** The ratings of each skill from the earliest on, in one pass. */
function buildSeries(points: readonly Point[]): Map<string, SeriesEntry[]> {
  const series = new Map<string, SeriesEntry[]>();
  for (const { checkIn, ratings } of points) {
    const at = Date.parse(checkIn.takenAt);
    for (const { skill, level, evidence, sure } of ratings) {
      const entry = {
        at,
        takenAt: checkIn.takenAt,
        value: level,
        hasEvidence: evidence !== null,
        isUnsure: sure === 'low',
      };
      const entries = series.get(skill);
      if (entries) entries.push(entry);
      else series.set(skill, [entry]);
    }
  }
  return series;
}

type SkillChartProps = {
  name: string;
  target: number;
  series: readonly SeriesEntry[];
  frame: ChartFrame;
};

function SkillChart({ name, target, series, frame }: SkillChartProps) {
  const now = series.at(-1)?.value;
  const standing = now === undefined ? 'not rated' : `${now} of ${target}`;
  return (
    <li className="card flex flex-col p-2.5 sm:p-4">
      <h3 className="text-[0.98rem] leading-tight md:max-lg:text-[0.85rem]">{name}</h3>
      <p className="hint mb-2 leading-tight">{standing}</p>
      <div className="mt-auto grid grid-cols-[0.6rem_minmax(0,1fr)] gap-x-1.5">
        <span className="hint flex flex-col justify-between text-[0.75rem] leading-none" aria-hidden="true">
          <span>5</span>
          <span>0</span>
        </span>
        <StepChart
          label={`${name} over time: ${standing}`}
          className="h-12 sm:h-16"
          frame={frame}
          steps={series}
          gridValues={LEVEL_LINES}
          target={target}
          evidence={series.filter((entry) => entry.hasEvidence)}
          unsure={series.filter((entry) => entry.isUnsure)}
        />
      </div>
    </li>
  );
}

/** The steps of the line, the newest first: a rating that repeats the level before it adds to that row. */
function SkillFigures({
  name,
  series,
  dayOf,
}: Pick<SkillChartProps, 'name' | 'series'> & Pick<SkillChartsProps, 'dayOf'>) {
  const steps = buildFigureRows(series);
  const shown = steps.slice(-CHANGES_SHOWN).reverse();
  return (
    <div className="card">
      <table className="text-[0.93rem]">
        <caption>{name}</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col" className="number">
              Level
            </th>
            <th scope="col">Marks</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.takenAt}>
              <td>{dayOf(row.takenAt)}</td>
              <td className="number">{row.level}</td>
              <td>{describeMarks(row)}</td>
            </tr>
          ))}
          {shown.length === 0 ? (
            <tr>
              <td colSpan={3}>Not rated yet.</td>
            </tr>
          ) : null}
        </tbody>
      </table>
      {steps.length > shown.length ? (
        <p className="hint mt-2">
          {formatCount(steps.length - shown.length, 'earlier change')}:{' '}
          <a href="/settings/ratings" download>
            all as CSV
          </a>
        </p>
      ) : null}
    </div>
  );
}

function describeMarks({ evidenceCount, unsureCount }: FigureRow): string {
  const marks = [
    evidenceCount > 0 ? `${evidenceCount} with evidence` : '',
    unsureCount > 0 ? `${unsureCount} unsure` : '',
  ];
  return marks.filter(Boolean).join(', ') || '–';
}

type FigureRow = { takenAt: string; level: number; evidenceCount: number; unsureCount: number };

function buildFigureRows(series: readonly SeriesEntry[]): FigureRow[] {
  const rows: FigureRow[] = [];
  for (const { takenAt, value: level, hasEvidence, isUnsure } of series) {
    let row = rows.at(-1);
    if (row?.level !== level) {
      row = { takenAt, level, evidenceCount: 0, unsureCount: 0 };
      rows.push(row);
    }
    if (hasEvidence) row.evidenceCount += 1;
    if (isUnsure) row.unsureCount += 1;
  }
  return rows;
}
