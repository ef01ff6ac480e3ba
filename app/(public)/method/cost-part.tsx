import type { Career } from '@/lib/domain/career/career';
import { formatMoney } from '@/lib/wording/format';
import { Formula, Points } from '../prose';
import { FoldedPart } from './folded-part';

/** How costs are counted and converted, with the rates in use. */
export function CostPart({ career }: { career: Career }) {
  const { rates } = career;
  const foreign = Object.entries(rates.perUnit).filter(([currency]) => currency !== rates.base);
  return (
    <FoldedPart id="cost" title="Cost" short="In your currency, estimates named.">
      <Points>
        <li>A total price is counted as it is.</li>
        <li>A price by the year is multiplied by the planned weeks and divided by 52.</li>
        <li>A price by the month is counted for each month begun: weeks × 12 ÷ 52, rounded up.</li>
        <li>
          Where no price is confirmed the catalogue may hold an estimate. The plan then names the step as
          estimated. What nobody charges for costs nothing.
        </li>
        <li>
          Each step is converted to your currency and rounded to the penny, half a penny up, and then added.
          Your currency is your budget’s, or else pounds, or dollars in the US.
        </li>
      </Points>
      <p>{rates.note}</p>
      <div className="card max-w-[30rem]">
        <table aria-label="Exchange rates in use">
          <thead>
            <tr>
              <th scope="col">Currency</th>
              <th scope="col" className="number">
                In {rates.base}
              </th>
            </tr>
          </thead>
          <tbody>
            {foreign.map(([currency, rate]) => (
              <tr key={currency}>
                <th scope="row">1 {currency}</th>
                <td className="number">{rate.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Formula>
        an example: {formatMoney({ amount: 445, currency: 'USD' })} is 445 × {rates.perUnit.USD.toFixed(2)} ={' '}
        {formatMoney({ amount: 445 * rates.perUnit.USD, currency: 'GBP' })}, shown as approximate
      </Formula>
      <p>
        Pages that are the same for everybody, such as this one, write dates and money the British way, with
        US$ for US dollars. Pages made for you write them as in the country that your browser’s language
        names, if it is an English-speaking one. A month is always named, so that nobody takes a day for a
        month.
      </p>
    </FoldedPart>
  );
}
