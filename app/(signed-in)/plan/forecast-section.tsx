import type { Career } from '@/lib/domain/career/career';
import { nameRole } from '@/lib/domain/career/names';
import type { Forecast } from '@/lib/domain/climb/follow/forecast';
import { computeDayInZone, computeDaysBetween, type Day } from '@/lib/domain/day';
import type { KeptForecast } from '@/lib/queries/forecasts';
import { describeForecast } from '@/lib/wording/forecast';
import { formatCount, formatDay } from '@/lib/wording/format';

type ForecastSectionProps = {
  career: Career;
  /** The last day of the plan as it was made. */
  plannedFor: Day | null;
  forecast: Forecast | null;
  /** Why there is no forecast now, where the planner had no place or time for it. */
  refused: string | null;
  earlier: readonly KeptForecast[];
  /** The day on which the last step was finished; null while some are left. */
  finishedOn: Day | null;
  timeZone: string;
};

/** When the plan will be finished, always as two dates, and how earlier forecasts fared against today's. */
export function ForecastSection({
  career,
  plannedFor,
  forecast,
  refused,
  earlier,
  finishedOn,
  timeZone,
}: ForecastSectionProps) {
  const [latest, ...before] = earlier;
  const past = latest && forecast && latest.evenOn === forecast.evenOn ? before : earlier;
  return (
    <details>
      <summary>Forecast</summary>
      <div className="flex flex-col gap-3 pb-3">
        <p className="max-w-[68ch]">
          {forecast
            ? `${describeForecast(forecast)}. Both start from today and are estimates.${describeDelay(forecast, plannedFor)}`
            : finishedOn
              ? `Nothing is left to forecast: the last step was finished on ${formatDay(finishedOn)}.`
              : (refused ??
                'What is left of this plan cannot be scheduled as it stands, so there is no forecast.')}
        </p>
        {forecast?.basis === 'catalogue' ? (
          <p className="hint max-w-[68ch]">
            Enter the hours spent on the steps you finish: from the third on, the forecast is drawn from your
            own pace.
          </p>
        ) : null}
        {past.length > 0 ? (
          <details>
            <summary>Earlier forecasts and how they fared</summary>
            <div className="mt-2 overflow-x-auto">
              <table aria-label="Earlier forecasts">
                <thead>
                  <tr>
                    <th scope="col">Made on</th>
                    <th scope="col">Role</th>
                    <th scope="col">First date</th>
                    <th scope="col">Second date</th>
                    <th scope="col">How it fared</th>
                  </tr>
                </thead>
                <tbody>
                  {past.map((kept) => (
                    <tr key={kept.id}>
                      <th scope="row" className="font-normal whitespace-nowrap">
                        {formatDay(computeDayInZone({ instant: new Date(kept.madeAt), timeZone }))}
                      </th>
                      <td>{nameRole(career, kept.role)}</td>
                      <td className="whitespace-nowrap">{formatDay(kept.evenOn)}</td>
                      <td className="whitespace-nowrap">{formatDay(kept.likelyOn)}</td>
                      <td>{describeFate(kept, forecast?.evenOn ?? null, finishedOn)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        ) : null}
      </div>
    </details>
  );
}

function describeDelay({ evenOn }: Forecast, plannedFor: Day | null): string {
  const days = plannedFor ? computeDaysBetween({ from: plannedFor, to: evenOn }) : 0;
  const weeks = Math.ceil(days / 7);
  return plannedFor && weeks > 0 ? ` You are ${formatCount(weeks, 'week')} behind.` : '';
}

function describeFate(kept: KeptForecast, now: Day | null, finishedOn: Day | null): string {
  const end = finishedOn ?? now;
  if (!end) return 'Nothing to compare with.';
  const days = computeDaysBetween({ from: kept.evenOn, to: end });
  const far = `${formatCount(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'sooner'}`;
  const beyond = end > kept.likelyOn ? ', beyond its second date' : '';
  if (finishedOn) return days === 0 ? 'You finished on its first date.' : `You finished ${far}${beyond}.`;
  return days === 0 ? 'The first date still stands.' : `The first date is now ${far}${beyond}.`;
}
