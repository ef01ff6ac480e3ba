import { LevelBar } from '@/app/level-bar';
import type { SkillGap } from '../../gap-table';

/** Bars from 0 to 5 with targets. The table below it holds the same figures. */
export function GapChart({ rows }: { rows: readonly SkillGap[] }) {
  return (
    <figure className="card">
      <figcaption className="mb-4 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
        <strong>Your levels against the targets</strong>
        <span className="hint flex flex-wrap gap-x-5">
          <Key className="bar-reached" text="reached" />
          <Key className="bar-missing" text="still to climb" />
          <Key className="bar-target" text="target" isNarrow />
        </span>
      </figcaption>
      <ul className="grid gap-x-4 gap-y-2">
        {rows.map((row) => (
          <li
            key={row.skill.id}
            className="grid items-center gap-x-4 sm:grid-cols-[15rem_minmax(0,1fr)_6.5rem]"
          >
            <span className="text-[0.98rem]">{row.skill.name}</span>
            <LevelBar level={row.level} target={row.target} />
            <span className="number hint max-sm:text-left">
              {`${row.level} of ${row.target}${row.gap === 0 ? ', met' : ''}`}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

function Key({ className, text, isNarrow = false }: { className: string; text: string; isNarrow?: boolean }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg viewBox="0 0 16 12" width="16" height="12" aria-hidden="true">
        <rect className={className} x={isNarrow ? 7 : 1} y="1" width={isNarrow ? 3 : 14} height="10" />
      </svg>
      <span>{text}</span>
    </span>
  );
}
