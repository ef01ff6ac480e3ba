import type { Gap } from '@/lib/domain/gap';

export function TrialGap({ gap }: { gap: Gap }) {
  return (
    <section aria-labelledby="gap" className="flex flex-col gap-4">
      <h2 id="gap">Your gap to {gap.role.title}</h2>
      <p className="figure text-4xl">Readiness {gap.readiness}%</p>
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
                <td className="number">{row.isRated ? row.level : `${row.level} (not rated)`}</td>
                <td className="number">{row.target}</td>
                <td className="number">{row.gap}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
