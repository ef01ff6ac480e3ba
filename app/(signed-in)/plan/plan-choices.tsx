import type { Career } from '@/lib/domain/career/career';
import type { Followed } from '@/lib/domain/climb/follow/followed';
import type { Preferences } from '@/lib/domain/climb/profile';
import { liftDate } from '@/lib/domain/plan/choose-step';
import { describeDate } from '@/lib/wording/plan-move';
import { buildWhatIfPath } from './what-if/link';

type Settings = {
  preferences: Preferences;
  holdings: readonly string[];
  leavePost: boolean;
  basedOn: string | null;
};

/** The steps that a person pinned, left out or gave a date by hand, each with the way to lift that choice. */
export function PlanChoices({
  career,
  plan,
  settings,
}: {
  career: Career;
  plan: Followed;
  settings: Settings;
}) {
  const { pinned, excluded, dates = [] } = settings.preferences;
  const count = pinned.length + excluded.length + dates.length;
  if (count === 0) return null;
  const begins = new Map(plan.steps.map(({ id, start }) => [id, start]));
  const lists = [
    { title: 'Pinned', name: 'pinned', ids: pinned, label: 'Unpin' },
    { title: 'Left out', name: 'excluded', ids: excluded, label: 'Allow again' },
  ] as const;
  return (
    <details id="choices" className="no-print">
      <summary>{`Your choices, ${count}`}</summary>
      <p className="hint">Each link first shows what lifting the choice would do to your plan.</p>
      <div className="mt-3 grid gap-x-10 gap-y-5 sm:grid-cols-2">
        {lists
          .filter(({ ids }) => ids.length > 0)
          .map(({ title, name, ids, label }) => (
            <div key={name}>
              <h3 id={`choices-${name}`}>{title}</h3>
              <ul aria-labelledby={`choices-${name}`}>
                {ids.map((id) => (
                  <li key={id} className="flex flex-wrap items-center justify-between gap-x-4">
                    <span>{career.stepById.get(id)?.title ?? id}</span>
                    <a
                      href={buildWhatIfPath({
                        ...settings,
                        preferences: {
                          ...settings.preferences,
                          [name]: ids.filter((other) => other !== id),
                        },
                      })}
                      className="inline-flex min-h-11 items-center"
                      aria-label={`${label}: ${career.stepById.get(id)?.title ?? id}`}
                    >
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        {dates.length > 0 ? (
          <div>
            <h3 id="choices-dates">Dates by hand</h3>
            <ul aria-labelledby="choices-dates">
              {dates.map(({ step, on }) => (
                <li key={step} className="flex flex-wrap items-center justify-between gap-x-4">
                  <span>
                    <span>{career.stepById.get(step)?.title ?? step}</span>{' '}
                    <span className="hint">{describeDate(on, begins.get(step))}</span>
                  </span>
                  <a
                    href={buildWhatIfPath({
                      ...settings,
                      preferences: liftDate(settings.preferences, step),
                    })}
                    className="inline-flex min-h-11 items-center"
                    aria-label={`Lift the date: ${career.stepById.get(step)?.title ?? step}`}
                  >
                    Lift the date
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </details>
  );
}
