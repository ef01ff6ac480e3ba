import { OBJECTIVES } from '@/lib/domain/climb/profile';
import { computeWindow, listMeasures } from '@/lib/domain/climb/search/optimise';
import { formatCount } from '@/lib/wording/format';

const NAMES: Readonly<Record<(typeof OBJECTIVES)[number], string>> = {
  balanced: 'Balanced',
  fastest: 'Fastest',
  cheapest: 'Cheapest',
  fewest: 'Fewest steps',
  lightest: 'Lightest',
};
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
              <th scope="row">{NAMES[objective]}</th>
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
