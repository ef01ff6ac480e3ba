'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { clearPending } from './mark-pending';

/** What an act came to, in the row where it was pressed. It takes the focus, so that it is read once and next. */
export function RowAnswer({
  label,
  describedBy,
  children,
}: {
  label: string;
  /** The id of the sentence that says what came of the act. */
  describedBy?: string;
  children: ReactNode;
}) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    clearPending();
    const field = ref.current?.querySelector<HTMLElement>('input:not([type="hidden"])');
    (field ?? ref.current)?.focus({ preventScroll: false });
  }, []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of words and buttons, no set of fields.
    <div
      ref={ref}
      role="group"
      aria-label={label}
      aria-describedby={describedBy}
      tabIndex={-1}
      className="row-answer no-print"
    >
      {children}
    </div>
  );
}
