'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** What was asked to be shown in a row. It takes the focus, on its first field where it has one, so that it is read next. */
export function ShownHere({ label, children }: { label: string; children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A whole page load has led it to what its address names already.
    if (ref.current?.contains(document.activeElement)) return;
    const field = ref.current?.querySelector<HTMLElement>('input:not([type="hidden"])');
    (field ?? ref.current)?.focus({ preventScroll: false });
  }, []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of words and buttons, no set of fields.
    <div ref={ref} role="group" aria-label={label} tabIndex={-1} className="grid gap-3">
      {children}
    </div>
  );
}
