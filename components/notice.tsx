import type { ReactNode } from 'react';

/** A message that matters now. A problem is announced at once, other notices when the reader is free. */
export function Notice({
  tone = 'good',
  children,
}: {
  tone?: 'good' | 'problem' | 'attention';
  children: ReactNode;
}) {
  return (
    <div className="notice" data-tone={tone} role={tone === 'problem' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
