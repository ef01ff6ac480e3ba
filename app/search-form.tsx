import { LONGEST_SEARCH } from '@/lib/domain/career/longest-search';

/** The field of the search, as a form that a browser sends itself. It takes the focus as soon as it shows. */
export function SearchForm({ id, text }: { id: string; text: string }) {
  return (
    <search>
      <form action="/search" method="get" className="flex flex-wrap items-end gap-3">
        <div className="field min-w-0 flex-1">
          <label htmlFor={id}>Search Rung</label>
          <span id={`${id}-hint`} className="hint">
            Steps, skills, roles, what one can do, and your plan
          </span>
          <input
            id={id}
            name="q"
            type="search"
            className="input"
            maxLength={LONGEST_SEARCH}
            defaultValue={text}
            autoComplete="off"
            // biome-ignore lint/a11y/noAutofocus: who opens the search is about to type.
            autoFocus={text === ''}
            aria-describedby={`${id}-hint`}
          />
        </div>
        <button type="submit" className="button">
          Search
        </button>
      </form>
    </search>
  );
}
