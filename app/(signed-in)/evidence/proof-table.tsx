import type { Career } from '@/lib/domain/career/career';
import type { ProofState } from '@/lib/domain/proof/states';

const COLUMNS = ['claimed', 'shown', 'confirmed'] as const;

/** How many can-dos of each skill are only claimed, shown or confirmed. */
export function ProofTable({ career, states }: { career: Career; states: ReadonlyMap<string, ProofState> }) {
  const count = (skill: string, state: ProofState) =>
    [...states].filter(([id, one]) => one === state && career.canDoById.get(id)?.skill === skill).length;
  const rows = career.skills
    .map(({ id, name }) => ({ id, name, counts: COLUMNS.map((state) => count(id, state)) }))
    .filter(({ counts }) => counts.some((one) => one > 0));
  if (rows.length === 0) return null;
  return (
    <div className="card overflow-x-auto">
      <table className="max-sm:text-[0.85rem] max-sm:[&_td]:px-1 max-sm:[&_th]:px-1">
        <caption className="sr-only">Proof by skill</caption>
        <thead>
          <tr>
            <th scope="col">Skill</th>
            <th scope="col" className="number">
              By your rating alone
            </th>
            <th scope="col" className="number">
              Shown by evidence
            </th>
            <th scope="col" className="number">
              Somebody says so too
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, counts }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {COLUMNS.map((state, index) => (
                <td key={state} className="number">
                  {counts[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
