import type { ReactNode } from 'react';

/**
 * A part of a long page that is folded. Its address stands inside what it holds, because a browser that is asked for
 * an address opens the folds around it. Print shows every fold.
 */
export function Fold({
  id,
  summary,
  note,
  isOpen = false,
  children,
}: {
  id: string;
  summary: ReactNode;
  note?: ReactNode;
  isOpen?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="fold" open={isOpen}>
      <summary>
        <span className="fold-summary">
          <span>{summary}</span>
          {note ? <span className="hint font-normal">{note}</span> : null}
        </span>
      </summary>
      <div id={id} className="fold-content">
        {children}
      </div>
    </details>
  );
}
