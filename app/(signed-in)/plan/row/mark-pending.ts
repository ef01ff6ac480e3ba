const PENDING = 'data-pending';
/** Shown in the room of the answer until that is there. */
const WORDS = 'data-pending-words';

/**
 * Keeps the room of an answer free in the row where an act was pressed, and takes away the answer of the act before: what
 * stands below moves as one presses, and not once the server has answered.
 */
export function markPending(pressed: Element | null): void {
  clearPending();
  const act = pressed instanceof HTMLButtonElement ? pressed.value.split(' ')[0] : undefined;
  const row = pressed?.closest('.plan-row');
  row?.setAttribute(PENDING, act ?? '');
  row?.setAttribute(WORDS, act === 'drop' ? 'Dropping…' : 'One moment…');
}

/** To be called once the answer stands there, and where none comes. */
export function clearPending(): void {
  for (const row of document.querySelectorAll(`.plan-row[${PENDING}]`)) {
    row.removeAttribute(PENDING);
    row.removeAttribute(WORDS);
  }
}
