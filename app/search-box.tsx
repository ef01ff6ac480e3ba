import { SearchForm } from './search-form';

/** The one search, in the header of every page: a button that opens its field, without script too. */
export function SearchBox() {
  return (
    <>
      <button
        type="button"
        className="header-place search-button"
        popoverTarget="search"
        title="Search, or press /"
      >
        <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
          <circle cx="10.5" cy="10.5" r="6.5" fill="none" stroke="currentColor" strokeWidth="2.5" />
          <path d="m15.5 15.5 5.5 5.5" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
        </svg>
        <span className="sr-only">Search</span>
      </button>
      <div id="search" popover="auto" className="card search-box">
        <SearchForm id="search-words" text="" />
      </div>
    </>
  );
}
