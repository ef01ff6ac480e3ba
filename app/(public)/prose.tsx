import type { ReactNode } from 'react';

/** A part of the explanation under its heading, with an address of its own. */
export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4">
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** A formula in words, set apart from the sentences around it. */
export function Formula({ children }: { children: ReactNode }) {
  return <p className="card max-w-[68ch] py-3 font-semibold tabular-nums">{children}</p>;
}

export function Points({ children }: { children: ReactNode }) {
  return <ul className="flex max-w-[68ch] list-disc flex-col gap-2 pl-6">{children}</ul>;
}
