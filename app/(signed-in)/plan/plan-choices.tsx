import type { Career } from '@/lib/domain/career/career';
import type { Preferences } from '@/lib/domain/climb/profile';
import { buildWhatIfPath } from './what-if/link';

type Settings = {
  preferences: Preferences;
  holdings: readonly string[];
  leavePost: boolean;
  basedOn: string | null;
};

/** The steps that a person pinned or left out, each with the way to lift that choice. */
export function PlanChoices({ career, settings }: { career: Career; settings: Settings }) {
  const { pinned, excluded } = settings.preferences;
  if (pinned.length + excluded.length === 0) return null;
  const lists = [
    { title: 'Pinned', name: 'pinned', ids: pinned, label: 'Unpin' },
    { title: 'Left out', name: 'excluded', ids: excluded, label: 'Allow again' },
  ] as const;
  return (
    <details id="choices" className="no-print">
      <summary>{`Your choices, ${pinned.length + excluded.length}`}</summary>
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
      </div>
    </details>
  );
}
