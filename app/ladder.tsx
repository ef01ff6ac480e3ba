import type { LadderRung } from '@/lib/domain/rungs';

const BAR_WIDTH = 100;

/**
 * A ladder with the first rung at the foot. Each rung fills from the left with how much of it is reached;
 * the goal is named in words beside its colour.
 */
export function Ladder({ rungs }: { rungs: readonly LadderRung[] }) {
  return (
    <ol className="ladder" aria-label="Rungs of the ladder, the top first" reversed>
      {rungs.toReversed().map((rung) => (
        <li key={rung.id} className="ladder-rung" data-goal={rung.isGoal}>
          <span className="ladder-title">
            <span>
              <span>{rung.href ? <a href={rung.href}>{rung.title}</a> : rung.title}</span>
              {rung.isGoal ? (
                <span className="tag ml-2" data-tone="goal">
                  Goal
                </span>
              ) : null}
            </span>
            {rung.percent === null ? null : (
              <span className="figure flex-none text-[0.95em]">{`${rung.percent}%`}</span>
            )}
          </span>
          {rung.note ? <span className="hint">{rung.note}</span> : null}
          <svg
            className="ladder-bar"
            viewBox={`0 0 ${BAR_WIDTH} 10`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <rect
              className={rung.percent === null ? 'ladder-wood' : 'bar-track'}
              x="0"
              y="0.5"
              width={BAR_WIDTH}
              height="9"
              vectorEffect="non-scaling-stroke"
            />
            <rect className="bar-reached" x="0" y="0" width={rung.percent ?? 0} height="10" />
            {rung.isGoal && rung.percent !== null ? (
              <rect
                className="bar-target"
                x={rung.percent}
                y="0"
                width={BAR_WIDTH - rung.percent}
                height="2.5"
              />
            ) : null}
          </svg>
        </li>
      ))}
    </ol>
  );
}
