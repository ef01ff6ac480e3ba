const SCALE_END = 5;
const UNIT = 20;

/**
 * A bar from 0 to 5 that shows a level against a target: filled to the level, dashed from there to the
 * target, with a mark at the target. It is decoration: the figures must stand beside it in words.
 */
export function LevelBar({
  level,
  target,
  className = 'h-4 w-full',
}: {
  level: number;
  target: number;
  className?: string;
}) {
  const width = SCALE_END * UNIT;
  return (
    <svg viewBox={`0 0 ${width} 16`} preserveAspectRatio="none" className={className} aria-hidden="true">
      <rect className="bar-track" x="0" y="3.5" width={width} height="9" vectorEffect="non-scaling-stroke" />
      {level < target ? (
        <rect
          className="bar-missing"
          x={level * UNIT}
          y="3.5"
          width={(target - level) * UNIT}
          height="9"
          vectorEffect="non-scaling-stroke"
        />
      ) : null}
      <rect className="bar-reached" x="0" y="3" width={level * UNIT} height="10" />
      {target > 0 ? (
        <rect className="bar-target" x={target * UNIT - 1.2} y="0" width="1.2" height="16" />
      ) : null}
    </svg>
  );
}
