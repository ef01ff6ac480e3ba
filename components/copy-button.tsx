'use client';

import { useState } from 'react';

/** Copies a text to the clipboard and says so. Without script the text beside it can be selected by hand. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [outcome, setOutcome] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome('Copied.'),
      () => setOutcome('Your browser refused: select the text and copy it by hand.'),
    );
  return (
    <span className="needs-script flex flex-wrap items-center gap-3">
      <button type="button" className="button" data-look="quiet" onClick={copy}>
        {label}
      </button>
      <span role="status" className="hint">
        {outcome}
      </span>
    </span>
  );
}
