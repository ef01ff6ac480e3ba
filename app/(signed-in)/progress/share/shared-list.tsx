import { OnePressForm } from '@/components/one-press-form';
import type { Opening, SharedPage } from '@/lib/queries/shared-pages';
import { formatCount, formatDay, formatList } from '@/lib/wording/format';
import { SHARED_KIND_LABELS, SHARED_PART_NAMES } from '@/lib/wording/share';
import { closeSharedPageAction } from './actions';

const DAYS_SHOWN = 14;

/** A page with the days on which it was opened, the latest first. */
export type ListedPage = SharedPage & { openings: readonly Opening[]; isOpen: boolean };

export function SharedList({ pages }: { pages: readonly ListedPage[] }) {
  return (
    <ul className="flex flex-col gap-4">
      {pages.map((page) => (
        <li key={page.id} className="card flex flex-col gap-2">
          <h3 className="written text-lg">{page.name}</h3>
          <p>{describePage(page)}</p>
          <p className="hint">{describeTime(page)}</p>
          <Openings page={page} />
          {page.isOpen ? (
            <OnePressForm
              action={closeSharedPageAction}
              entries={{ id: page.id }}
              label={`End the link for ${page.name}`}
            >
              End the link
            </OnePressForm>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function describePage({ kind, parts, since }: ListedPage): string {
  const period = since ? `, new since ${formatDay(since)}` : '';
  const shown = formatList(parts.map((part) => SHARED_PART_NAMES[part]));
  return `${SHARED_KIND_LABELS[kind]}${period}${shown === '' ? '' : `, with ${shown}`}.`;
}

function describeTime({ isOpen, until, closedAt }: ListedPage): string {
  if (isOpen) return `The link works until ${formatDay(until)}.`;
  return closedAt === null ? 'The link has ended.' : 'You ended the link.';
}

function Openings({ page: { name, openings } }: { page: ListedPage }) {
  if (openings.length === 0) return <p>Not opened yet.</p>;
  const times = openings.reduce((sum, { count }) => sum + count, 0);
  const shown = openings.slice(0, DAYS_SHOWN);
  return (
    <details>
      <summary>{`Opened ${formatCount(times, 'time')} on ${formatCount(openings.length, 'day')}`}</summary>
      <table className="mt-2">
        <caption className="sr-only">{`Days on which the page for ${name} was opened`}</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col" className="number">
              Times
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ day, count }) => (
            <tr key={day}>
              <td>{formatDay(day)}</td>
              <td className="number">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {openings.length > shown.length ? (
        <p className="hint">
          <span>{`${formatCount(openings.length - shown.length, 'earlier day')}: all of them are in `}</span>
          <a href="/settings#your-data">your data</a>.
        </p>
      ) : null}
    </details>
  );
}
