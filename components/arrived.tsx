'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** What came of a press, drawn in the page that stands there already. It takes the focus, so that it is read next. */
export function Arrived({ label, children }: { label: string; children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus({ preventScroll: false }), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: words and what they lead to, no set of fields.
    <div ref={ref} role="group" aria-label={label} tabIndex={-1}>
      {children}
    </div>
  );
}
