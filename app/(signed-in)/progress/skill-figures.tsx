import { formatCount } from '@/lib/wording/format';
import { type AgreedLevel, formatStrength, type LevelRow, type Series } from './skill-series';

const CHANGES_SHOWN = 20;

type FiguresProps = {
  name: string;
  series: Series;
  agreed: readonly AgreedLevel[];
  momentOf: (instant: string) => string;
};

/** The steps of the line, the newest first, and what was agreed in a table of its own. */
export function SkillFigures({ name, series, agreed, momentOf }: FiguresProps) {
  const { rows } = series;
  const shown = rows.slice(-CHANGES_SHOWN).reverse();
  return (
    <div className="card">
      <table className="text-[0.93rem]">
        <caption>{name}</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col" className="number">
              Level
            </th>
            <th scope="col">Marks</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.takenAt}>
              <td>{momentOf(row.takenAt)}</td>
              <td className="number">{formatStrength(row.value)}</td>
              <td>{describeMarks(row)}</td>
            </tr>
          ))}
          {shown.length === 0 ? (
            <tr>
              <td colSpan={3}>Not rated yet.</td>
            </tr>
          ) : null}
        </tbody>
      </table>
      {rows.length > shown.length ? (
        <p className="hint mt-2">
          <span>{formatCount(rows.length - shown.length, 'earlier change')}</span>:{' '}
          <a href="/settings/ratings" download>
            all as CSV
          </a>
        </p>
      ) : null}
      {agreed.length > 0 ? <AgreedFigures name={name} agreed={agreed} momentOf={momentOf} /> : null}
    </div>
  );
}

function AgreedFigures({ name, agreed, momentOf }: Omit<FiguresProps, 'series'>) {
  return (
    <table className="mt-4 text-[0.93rem]">
      <caption>{`${name}, agreed with others`}</caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col" className="number">
            Level
          </th>
          <th scope="col">With</th>
        </tr>
      </thead>
      <tbody>
        {agreed
          .slice(-CHANGES_SHOWN)
          .toReversed()
          .map(({ agreedAt, value, name: other }) => (
            <tr key={agreedAt}>
              <td>{momentOf(agreedAt)}</td>
              <td className="number">{formatStrength(value)}</td>
              <td className="written">{other}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function describeMarks({ evidenceCount, unsureCount }: LevelRow): string {
  const marks = [
    evidenceCount > 0 ? `${evidenceCount} with evidence` : '',
    unsureCount > 0 ? `${unsureCount} unsure` : '',
  ];
  return marks.filter(Boolean).join(', ') || '–';
}
