import type { Source } from '@/lib/domain/career/schema-parts';
import { formatPartialDate } from '@/lib/wording/format';

/** Where the facts of a page come from, each with its date. Titles can repeat, so the place in the list is the key. */
export function SourceList({ sources }: { sources: readonly Source[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {sources.map((source) => (
        <li key={JSON.stringify(source)} className="hint max-w-[80ch] [overflow-wrap:anywhere]">
          <SourceTitle source={source} />
          {source.repository ? `, ${source.repository}: ${source.path}` : ''}
          {source.seen ? `. Dated or seen ${formatPartialDate(source.seen)}.` : '. Date not known.'}
        </li>
      ))}
    </ul>
  );
}

function SourceTitle({ source }: { source: Source }) {
  const href = source.url ?? (source.repository ? `https://github.com/${source.repository}` : null);
  return href ? <a href={href}>{source.title}</a> : source.title;
}
