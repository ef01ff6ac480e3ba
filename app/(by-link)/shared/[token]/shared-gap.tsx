import { formatDay } from '@/lib/wording/format';
import { SHARED_LEVEL_LABELS } from '@/lib/wording/level-kinds';
import type { SharedGapView } from './build-shared-gap';

/** Levels, targets and what is missing, skill by skill. */
export function SharedGap({ gap }: { gap: SharedGapView }) {
  return (
    <>
      <p className="text-lg">
        <strong>{`Readiness ${gap.readiness}%`}</strong>{' '}
        <span>{`${gap.skillsMet} of ${gap.skillsAsked} skills met.`}</span>{' '}
        <span>{SHARED_LEVEL_LABELS[gap.levelKind]}</span>
      </p>
      <ul className="card flex flex-col" aria-label="Gap by skill">
        {gap.rows.map(({ id, name, level, target, summary, missing, proof }) => (
          <li key={id} className="border-t border-line py-2 first:border-t-0">
            <span className="flex flex-wrap items-baseline justify-between gap-x-4">
              <strong>{name}</strong>
              <span>{`${level}, target ${target}`}</span>
            </span>
            <span className="block">{summary}</span>
            {missing ? <span className="hint block">{`Missing: ${missing}`}</span> : null}
            {proof ? <span className="hint block">{`What is true: ${proof}`}</span> : null}
          </li>
        ))}
      </ul>
      <Evidence rows={gap.rows} />
    </>
  );
}

function Evidence({ rows }: { rows: SharedGapView['rows'] }) {
  const shown = rows.filter(({ evidence }) => evidence.length > 0);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="evidence" className="flex flex-col gap-3">
      <h2 id="evidence">Evidence</h2>
      {shown.map(({ id, name, evidence }) => (
        <div key={id}>
          <h3 className="text-lg">{name}</h3>
          <ul className="list-disc pl-5">
            {evidence.map((item) => (
              <li key={item.id} className="[overflow-wrap:anywhere]">
                <span>{`${formatDay(item.day)}: ${item.title}`}</span>
                {item.url ? (
                  <span className="block">
                    <a href={item.url} rel="noreferrer nofollow">
                      {item.url}
                    </a>
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
