import type { Gap } from '@/lib/domain/gap';

/** The figures of a gap, skill by skill. Where a chart shows them too, this stands beside it. */
export function GapTable({ gap }: { gap: Gap }) {
  return (
    <div className="card overflow-x-auto">
      <table aria-label="Gap by skill">
        <thead>
          <tr>
            <th scope="col">Skill</th>
            <th scope="col" className="number">
              Your level
            </th>
            <th scope="col" className="number">
              Target
            </th>
            <th scope="col" className="number">
              Gap
            </th>
          </tr>
        </thead>
        <tbody>
          {gap.rows.map((row) => (
            <tr key={row.skill.id}>
              <th scope="row" className="font-normal">
                {row.skill.name}
              </th>
              <td className="number">
                {/* The digits stand below one another, whatever is said beside them. */}
                <span className="inline-flex flex-row-reverse gap-2 whitespace-nowrap">
                  {row.isRated ? row.level : `${row.level} `}
                  {row.isRated ? null : <span className="hint">(not rated)</span>}
                </span>
              </td>
              <td className="number">{row.target}</td>
              <td className="number">{row.gap}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
