import type { GapRowWords } from '@/lib/wording/gap-rows';
import { LevelBar } from './level-bar';

/** The gap skill by skill, with a bar in each row. A row opens what is missing next. */
export function GapTable({ rows }: { rows: readonly GapRowWords[] }) {
  return (
    <div className="gap-frame">
      <table className="gap-table" aria-label="Gap by skill">
        <thead>
          <tr>
            <th scope="col">Skill</th>
            <th scope="col" className="number">
              Your level
            </th>
            <th scope="col" className="number">
              Target
            </th>
            <th scope="col">Missing</th>
          </tr>
        </thead>
        <tbody data-rows="">
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {row.isRated ? (
                <td className="number">{row.level}</td>
              ) : (
                <td className="number gap-unrated">{`${row.level} (not rated)`}</td>
              )}
              <td className="number">{row.target}</td>
              <td className="gap-missing">
                <LevelBar level={row.filled} target={row.target} className="gap-bar" />
                {row.opened ? <Missing row={row} opened={row.opened} /> : <Met row={row} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Met({ row: { name, summary, proof } }: { row: GapRowWords }) {
  if (proof === null) return <span>{summary}</span>;
  return (
    <details>
      <summary className="gap-summary" aria-label={`${name}: ${summary}`}>
        <span>{summary}</span>
      </summary>
      <div className="gap-opened">
        <Proof proof={proof} />
      </div>
    </details>
  );
}

function Proof({ proof }: { proof: string }) {
  return (
    <p className="hint">
      <span>{`Of what you can do already: ${proof}.`}</span> <a href="/evidence">Evidence</a>
    </p>
  );
}

function Missing({ row, opened }: { row: GapRowWords; opened: NonNullable<GapRowWords['opened']> }) {
  return (
    <details>
      <summary className="gap-summary">
        <span>{row.summary}</span>
        <span className="hint gap-short max-sm:sr-only">
          <span className="sr-only">; missing: </span>
          <span>{row.missing}</span>
        </span>
      </summary>
      <div className="gap-opened">
        {row.proof === null ? null : <Proof proof={row.proof} />}
        <p>{opened.next}</p>
        <dl className="gap-topics">
          {opened.topics.map(({ name, href, canDos }) => (
            <div key={href}>
              <dt>
                <a href={href} className="gap-link">
                  {name}
                </a>
              </dt>
              {canDos.map((text) => (
                <dd key={text}>{text}</dd>
              ))}
            </div>
          ))}
        </dl>
        {opened.after ? <p className="hint">{opened.after}</p> : null}
        {opened.steps.length > 0 ? (
          <>
            <p className="label">Steps that close most of it</p>
            <ul>
              {opened.steps.map(({ title, href, note }) => (
                <li key={href + title}>
                  <a href={href} className="gap-link">
                    {title}
                  </a>{' '}
                  <span className="hint">{note}</span>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p className="hint">No step that is open to you closes these.</p>
        )}
      </div>
    </details>
  );
}
