import type { Career } from '@/lib/domain/career/career';
import { computeStrength } from '@/lib/domain/shares';
import { formatCount, formatNumber } from '@/lib/wording/format';
import type { Point } from './load-history';
import { type ChartFrame, StepChart, type StepValue } from './step-chart';

const CHANGES_SHOWN = 20;
const LEVEL_LINES = [0, 1, 2, 3, 4, 5];

type SkillChartsProps = {
  career: Career;
  role: { targets: Readonly<Record<string, number>> };
  points: readonly Point[];
  frame: ChartFrame;
  momentOf: (instant: string) => string;
};

/** One small chart a skill, all on one scale and one time axis, and below them a table each with the same figures. */
export function SkillCharts({ career, role, points, frame, momentOf }: SkillChartsProps) {
  const series = buildSeries(career, points);
  return (
    <>
      <ul className="grid grid-cols-2 gap-2 md:grid-cols-5 lg:gap-4">
        {career.skills.map((skill) => (
          <SkillChart
            key={skill.id}
            name={skill.name}
            target={role.targets[skill.id] ?? 0}
            series={series.get(skill.id) ?? NO_RATINGS}
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
              series={series.get(skill.id) ?? NO_RATINGS}
              momentOf={momentOf}
            />
          ))}
        </div>
      </details>
    </>
  );
}

/** A level of one skill from an instant on: a rating that repeats the level before it adds to that row. */
type LevelRow = StepValue & { takenAt: string; value: number; evidenceCount: number; unsureCount: number };

/** All ratings of one skill, from the earliest on, as its chart and its table show them. */
type Series = { rows: LevelRow[]; evidence: StepValue[]; unsure: StepValue[] };

const NO_RATINGS: Series = { rows: [], evidence: [], unsure: [] };

/** The ratings of each skill, in one pass. */
function buildSeries(career: Career, points: readonly Point[]): Map<string, Series> {
  const all = new Map<string, Series>();
  for (const { checkIn, ratings } of points) {
    const { takenAt } = checkIn;
    const at = Date.parse(takenAt);
    for (const rating of ratings) {
      const { skill, evidence, sure } = rating;
      const of = career.skillById.get(skill);
      const value = of ? computeStrength(of, rating) : rating.level;
      let series = all.get(skill);
      if (!series) {
        series = { rows: [], evidence: [], unsure: [] };
        all.set(skill, series);
      }
      let row = series.rows.at(-1);
      if (row?.value !== value) {
        row = { at, takenAt, value, evidenceCount: 0, unsureCount: 0 };
        series.rows.push(row);
      }
      if (evidence !== null) {
        row.evidenceCount += 1;
        series.evidence.push({ at, value });
      }
      if (sure === 'low') {
        row.unsureCount += 1;
        series.unsure.push({ at, value });
      }
    }
  }
  return all;
}

type SkillChartProps = {
  name: string;
  target: number;
  series: Series;
  frame: ChartFrame;
};

function SkillChart({ name, target, series, frame }: SkillChartProps) {
  const now = series.rows.at(-1)?.value;
  const standing = now === undefined ? 'not rated' : `${formatStrength(now)} of ${target}`;
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
          steps={series.rows}
          gridValues={LEVEL_LINES}
          target={target}
          evidence={series.evidence}
          unsure={series.unsure}
        />
      </div>
    </li>
  );
}

/** The steps of the line, the newest first. */
function SkillFigures({
  name,
  series,
  momentOf,
}: Pick<SkillChartProps, 'name' | 'series'> & Pick<SkillChartsProps, 'momentOf'>) {
  const { rows } = series;
  const shown = rows.slice(-CHANGES_SHOWN).reverse();
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
              <td>{momentOf(row.takenAt)}</td>
              <td className="number">{formatStrength(row.value)}</td>
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
      {rows.length > shown.length ? (
        <p className="hint mt-2">
          <span>{formatCount(rows.length - shown.length, 'earlier change')}</span>:{' '}
          <a href="/settings/ratings" download>
            all as CSV
          </a>
        </p>
      ) : null}
    </div>
  );
}

/** A level, and the part of the next with one figure. */
const formatStrength = (value: number): string => formatNumber(Math.round(value * 10) / 10);

function describeMarks({ evidenceCount, unsureCount }: LevelRow): string {
  const marks = [
    evidenceCount > 0 ? `${evidenceCount} with evidence` : '',
    unsureCount > 0 ? `${unsureCount} unsure` : '',
  ];
  return marks.filter(Boolean).join(', ') || '–';
}
