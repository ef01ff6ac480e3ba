import type { Career } from '@/lib/domain/career/career';
import type { AgreedRating } from '@/lib/queries/agreed-ratings';
import type { Point } from './load-history';
import { SkillFigures } from './skill-figures';
import {
  type AgreedLevel,
  buildAgreed,
  buildSeries,
  formatStrength,
  NO_RATINGS,
  type Series,
} from './skill-series';
import { type ChartFrame, StepChart } from './step-chart';

const LEVEL_LINES = [0, 1, 2, 3, 4, 5];

type SkillChartsProps = {
  career: Career;
  role: { targets: Readonly<Record<string, number>> };
  points: readonly Point[];
  /** What was agreed with others, of whichever skill, the earliest first: a series of its own. */
  agreed: readonly AgreedRating[];
  frame: ChartFrame;
  momentOf: (instant: string) => string;
};

/** One small chart a skill, all on one scale and one time axis, and below them a table each with the same figures. */
export function SkillCharts({ career, role, points, agreed, frame, momentOf }: SkillChartsProps) {
  const series = buildSeries(career, points);
  const agreedOf = buildAgreed(career, agreed);
  return (
    <>
      <ul className="grid grid-cols-2 gap-2 md:grid-cols-5 lg:gap-4">
        {career.skills.map((skill) => (
          <SkillChart
            key={skill.id}
            name={skill.name}
            target={role.targets[skill.id] ?? 0}
            series={series.get(skill.id) ?? NO_RATINGS}
            agreed={agreedOf.get(skill.id) ?? []}
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
              agreed={agreedOf.get(skill.id) ?? []}
              momentOf={momentOf}
            />
          ))}
        </div>
      </details>
    </>
  );
}

type SkillChartProps = {
  name: string;
  target: number;
  series: Series;
  agreed: readonly AgreedLevel[];
  frame: ChartFrame;
};

function SkillChart({ name, target, series, agreed, frame }: SkillChartProps) {
  const now = series.rows.at(-1)?.value;
  const standing = now === undefined ? 'not rated' : `${formatStrength(now)} of ${target}`;
  return (
    <li className="card flex flex-col p-2.5 sm:p-4 md:max-lg:p-2.5">
      <h3 className="text-[0.98rem] leading-tight md:max-lg:text-[0.85rem]">{name}</h3>
      <p className="hint mb-2 leading-tight">{standing}</p>
      <div className="mt-auto grid grid-cols-[0.6rem_minmax(0,1fr)] gap-x-1.5">
        <span className="hint flex flex-col justify-between text-[0.75rem] leading-none" aria-hidden="true">
          <span>5</span>
          <span>0</span>
        </span>
        <StepChart
          label={`${name} over time: ${standing}${describeAgreedNow(agreed)}`}
          className="h-12 sm:h-16"
          frame={frame}
          steps={series.rows}
          gridValues={LEVEL_LINES}
          target={target}
          agreed={agreed}
          evidence={series.evidence}
          unsure={series.unsure}
        />
      </div>
    </li>
  );
}

function describeAgreedNow(agreed: readonly AgreedLevel[]): string {
  const last = agreed.at(-1);
  return last ? `; agreed with ${last.name}: ${formatStrength(last.value)}` : '';
}
