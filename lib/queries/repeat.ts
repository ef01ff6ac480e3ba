/** The same content again within this time is one form that was sent twice, as by a double click or after a lost answer. */
const REPEAT_MS = 60_000;

export function computeRepeatSince(now: Date): string {
  return new Date(now.getTime() - REPEAT_MS).toISOString();
}

/** Whether a stored thing has all that an entry says, and so came from the same form. */
export function isRepeat<Entry extends object>(
  entry: Entry,
  stored: Partial<Record<keyof Entry, unknown>>,
): boolean {
  const names = Object.keys(entry) as (keyof Entry)[];
  return names.every((name) => JSON.stringify(entry[name] ?? null) === JSON.stringify(stored[name] ?? null));
}
