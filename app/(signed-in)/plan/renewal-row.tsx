import type { Career } from '@/lib/domain/career/career';
import type { Lapse } from '@/lib/domain/certificate';
import { addDays, type Day } from '@/lib/domain/day';
import { formatDay } from '@/lib/wording/format';

/** Most renewals are a short exam or a form, which a month is enough for. */
const NOW_DAYS = 30;

/** In which list of the plan a renewal stands: as near to it as what lapses. */
export function placeRenewal({ when, expiresOn }: Lapse, today: Day): 'now' | 'next' | 'later' {
  if (when === 'lapsed' || expiresOn <= addDays(today, NOW_DAYS)) return 'now';
  return when === 'soon' ? 'next' : 'later';
}

/** A certificate to renew, as a row of the plan that it lapses in. */
export function RenewalRow({ career, lapse }: { career: Career; lapse: Lapse }) {
  const { step, expiresOn, when, isHeld } = lapse;
  const title = career.stepById.get(step)?.title ?? step;
  const day = formatDay(expiresOn);
  const id = `renewal-${step}`;
  return (
    <li id={id} className="plan-row" aria-labelledby={`row-${id}`}>
      <details>
        <summary>
          <span className="row-order" aria-hidden="true">
            ↻
          </span>
          <span className="row-title" id={`row-${id}`}>{`Renew ${title}`}</span>
          <span className="row-facts">
            <span>Renewal</span>
            {when === 'lapsed' ? (
              <strong className="row-late">{`lapsed ${day}`}</strong>
            ) : (
              <span>{isHeld ? `by ${day}` : `by ${day} (estimate)`}</span>
            )}
          </span>
        </summary>
        <div className="row-open">
          <p>{describeLapse(lapse, { title, day })}</p>
          <p className="hint">
            The plan counts neither hours nor money for it.{' '}
            {career.stepById.has(step) ? <a href={`/steps/${step}`}>What is known of it</a> : null}
          </p>
        </div>
      </details>
    </li>
  );
}

function describeLapse({ when, isHeld }: Lapse, { title, day }: { title: string; day: string }): string {
  if (!isHeld)
    return `Earned when planned, it would lapse on ${day} (estimate), before you reach your target.`;
  if (when === 'lapsed') return `${title} lapsed on ${day}. Renew it to be able to show it again.`;
  return when === 'before-target'
    ? `${title} lapses on ${day}, before your plan reaches its target.`
    : `${title} lapses on ${day}.`;
}
