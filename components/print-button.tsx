'use client';

/** Opens the browser's own print window. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" className="needs-script button" data-look="quiet" onClick={() => window.print()}>
      {label}
    </button>
  );
}
