import type { GapView } from './build-gap-view';

type Rung = GapView['rungs'][number];

/** The ladder with the top above. Per cent stand in columns of their own, one for each side. */
export function GapLadder({ rungs }: { rungs: readonly Rung[] }) {
  return (
    <table className="gap-ladder" aria-label="The ladder">
      <thead>
        <tr>
          <th scope="col" className="gap-ladder-title">
            The ladder
          </th>
          <th scope="col" className="number">
            Engineer
          </th>
          <th scope="col" className="number">
            Manager
          </th>
        </tr>
      </thead>
      <tbody>
        {rungs.map(({ id, title, isReached, sides: [engineer, manager] }) => (
          <tr key={id}>
            <th scope="row">
              <span>{title}</span>
              {isReached ? <span className="gap-goal ml-2">▸ You</span> : null}
            </th>
            <td className="number">
              <Side side={engineer} />
            </td>
            <td className="number">{manager ? <Side side={manager} /> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Side({ side }: { side: NonNullable<Rung['sides'][number]> }) {
  return (
    <a href={`/gap?role=${side.id}`} className="gap-side" aria-current={side.isShown ? 'page' : undefined}>
      <span className="sr-only">{`${side.title}: `}</span>
      {side.isGoal ? <span className="gap-goal">◎ Goal </span> : null}
      <span>{`${side.percent}%`}</span>
    </a>
  );
}
