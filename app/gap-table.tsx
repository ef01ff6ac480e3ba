import type { GapRow } from '@/lib/domain/gap';

/** What a chart or a table needs to know of a row. */
export type SkillGap = Omit<GapRow, 'skill'> & { skill: Pick<GapRow['skill'], 'id' | 'name'> };

/** The figures of a gap, skill by skill. Where a chart shows them too, this stands beside it. */
export function GapTable({ rows }: { rows: readonly SkillGap[] }) {
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
          {rows.map((row) => (
            <tr key={row.skill.id}>
              <th scope="row" className="font-normal">
                {row.skill.name}
              </th>
              <td className="number">
                {/* The digits stand below one another, whatever is said beside them. */}
                <span className="inline-flex flex-row-reverse gap-2 whitespace-nowrap">
                  <span>{row.isRated ? row.level : `${row.level} `}</span>
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
