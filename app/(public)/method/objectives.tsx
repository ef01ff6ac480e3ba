import { computeWindow, listMeasures } from '@/lib/domain/climb/search/optimise';
import { OBJECTIVES } from '@/lib/domain/lists';
import { formatCount } from '@/lib/wording/format';
import { OBJECTIVE_LABELS } from '@/lib/wording/plan-settings';

const MEASURES = {
  weeks: 'weeks',
  burden: 'cost and effort',
  pence: 'cost',
  hours: 'your hours',
  steps: 'steps',
  end: 'the week it ends in',
} as const;
const EXAMPLE_WEEKS = 100;

/** What each wish compares, and how long a plan may be for it, worked out by the rules themselves. */
export function Objectives() {
  return (
    <div className="max-w-[44rem] overflow-x-auto">
      <table aria-label="What each wish compares">
        <thead>
          <tr>
            <th scope="col">Optimise for</th>
            <th scope="col">Where the fastest takes {EXAMPLE_WEEKS} weeks</th>
            <th scope="col">Compared by</th>
          </tr>
        </thead>
        <tbody>
          {OBJECTIVES.map((objective) => (
            <tr key={objective}>
              <th scope="row">{OBJECTIVE_LABELS[objective]}</th>
              <td>at most {formatCount(computeWindow(objective, EXAMPLE_WEEKS), 'week')}</td>
              <td>
                {listMeasures(objective)
                  .map((measure) => MEASURES[measure])
                  .join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
