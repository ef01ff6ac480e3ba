import { formatDay } from '@/lib/wording/format';
import { SHARED_LEVEL_LABELS } from '@/lib/wording/second-look';
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
      <div className="card overflow-x-auto">
        <table>
          <caption className="sr-only">Gap by skill</caption>
          <thead>
            <tr>
              <th scope="col">Skill</th>
              <th scope="col">Level</th>
              <th scope="col" className="number">
                Target
              </th>
              <th scope="col">Missing</th>
              <th scope="col">What is true of it</th>
            </tr>
          </thead>
          <tbody>
            {gap.rows.map(({ id, name, level, target, summary, missing, proof }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{level}</td>
                <td className="number">{target}</td>
                <td>
                  <span>{summary}</span>
                  {missing ? <span className="hint block">{missing}</span> : null}
                </td>
                <td>{proof || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
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
              <li key={item.id} className="written">
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
