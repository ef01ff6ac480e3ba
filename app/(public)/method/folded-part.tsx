import type { ReactNode } from 'react';
import { Fold } from '../fold';

/** A part of the explanation, folded to its title and the one sentence that says it. */
export function FoldedPart({
  id,
  title,
  short,
  children,
}: {
  id: string;
  title: string;
  short: string;
  children: ReactNode;
}) {
  return (
    <Fold id={id} summary={<h3>{title}</h3>} note={<span className="max-sm:hidden">{short}</span>}>
      <p className="font-semibold sm:hidden">{short}</p>
      {children}
    </Fold>
  );
}

/** Parts that belong together, under one heading. */
export function Parts({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-1">
        {title}
      </h2>
      {children}
    </section>
  );
}
