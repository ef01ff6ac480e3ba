'use client';

import { useEffect, useRef } from 'react';

const KEYS = [
  { key: 'J', does: 'the next step' },
  { key: 'K', does: 'the step before' },
  { key: 'S', does: 'start the step' },
  { key: 'H', does: 'log hours' },
  { key: 'D', does: 'the step is done' },
  { key: '?', does: 'these keys' },
] as const;
const BUTTONS: Readonly<Record<string, string>> = { s: 'start ', h: 'log', d: 'done ' };

/**
 * Keys for who follows a plan by keyboard. They work from the page itself and from within the lists, never in a field, and
 * none with a modifier, so that no key of the browser or of a screen reader is taken.
 */
export function PlanKeys() {
  const help = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target instanceof HTMLElement ? event.target : document.body;
      const isHere = target === document.body || target.closest('.plan-lists') !== null;
      if (!isHere || target.closest('input, select, textarea, [contenteditable]')) return;
      const key = event.key.toLowerCase();
      if (key === 'j' || key === 'k') moveFocus(target, key === 'j' ? 1 : -1);
      else if (key === '?') help.current?.togglePopover();
      else if (key in BUTTONS) findButton(target, BUTTONS[key] ?? '')?.click();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <div ref={help} popover="auto" className="card plan-keys">
      <h2 className="plan-heading">Keys</h2>
      <dl className="row-dl">
        {KEYS.map(({ key, does }) => (
          <div key={key} className="contents">
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function moveFocus(from: HTMLElement, by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.plan-lists .plan-row')].filter(
    (row) => row.offsetParent !== null,
  );
  const place = rows.findIndex((row) => row.contains(from));
  const next = place < 0 ? rows[by > 0 ? 0 : rows.length - 1] : rows[place + by];
  next?.querySelector('summary')?.focus();
}

function findButton(from: HTMLElement, what: string): HTMLButtonElement | null {
  const row = from.closest('.plan-row');
  const buttons = [...(row?.querySelectorAll<HTMLButtonElement>('.row-acts > button') ?? [])];
  return buttons.find(({ name, value }) => name === what || value.startsWith(what)) ?? null;
}
