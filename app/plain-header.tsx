import { Logo } from '@/components/logo';
import { SearchBox } from './search-box';

/** The name and the way back to the first page, on pages that lead nowhere else. */
export function PlainHeader() {
  return (
    <header className="site">
      <div className="mx-auto flex w-full max-w-[75rem] items-center justify-between px-[clamp(1rem,4vw,2.5rem)] py-4">
        <a href="/" className="flex min-h-11 items-center gap-2 text-xl font-extrabold text-ink no-underline">
          <Logo /> Rung
        </a>
        <SearchBox />
      </div>
    </header>
  );
}
