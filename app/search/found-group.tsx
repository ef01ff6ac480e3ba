import { formatCount } from '@/lib/wording/format';
import type { FoundGroupView } from './list-groups';

/** What was found of one kind, a line each. */
export function FoundGroup({ group }: { group: FoundGroupView }) {
  const { id, title, lines, count, more } = group;
  const left = count - lines.length;
  return (
    <section aria-labelledby={`found-${id}`} className="min-w-0">
      <h2 id={`found-${id}`} className="flex items-baseline justify-between gap-4 text-xl">
        <span>{title}</span>
        <span className="hint font-normal">{`${count} found`}</span>
      </h2>
      <ol data-rows="">
        {lines.map((line) => (
          <li key={line.key} className="border-t border-line py-1">
            <a href={line.href} className="inline-flex min-h-8 items-center">
              {line.title}
            </a>{' '}
            <span className="hint">{line.note}</span>
          </li>
        ))}
      </ol>
      {left > 0 ? (
        <p className="border-t border-line py-1">
          {more ? (
            <a
              href={more}
              className="inline-flex min-h-11 items-center"
            >{`All ${formatCount(count, 'step')}`}</a>
          ) : (
            <span className="hint">{`${left} more: use more words to see them.`}</span>
          )}
        </p>
      ) : null}
    </section>
  );
}
