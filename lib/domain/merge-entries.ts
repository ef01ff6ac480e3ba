/** The fields of a form by name; a repeated name gives a list. */
type Entries = { [name: string]: string | string[] };

/**
 * Merges what a form says with what has been saved since it was drawn: a field that the person left alone keeps what is
 * saved now, one that only they changed takes what they entered. `conflicts` names the fields that both changed,
 * each to something else; they keep what was entered.
 */
export function mergeEntries({
  drawn,
  entered,
  saved,
}: {
  drawn: Entries;
  entered: Entries;
  saved: Entries;
}): { merged: Entries; changed: Set<string>; conflicts: string[] } {
  const merged: Entries = Object.create(null);
  const changed = new Set<string>();
  const conflicts: string[] = [];
  for (const name of new Set([...Object.keys(drawn), ...Object.keys(entered)])) {
    const [was, now, there] = [drawn, entered, saved].map((entries) => getOwn(entries, name));
    const isChanged = !isSame(now, was);
    if (isChanged) changed.add(name);
    if (isChanged && !isSame(there, was) && !isSame(there, now)) conflicts.push(name);
    const value = isChanged ? now : there;
    // A browser sends nothing of a list in which nothing is chosen.
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) merged[name] = value;
  }
  return { merged, changed, conflicts };
}

type Value = string | string[] | undefined;

function getOwn(entries: Entries, name: string): Value {
  return Object.hasOwn(entries, name) ? entries[name] : undefined;
}

/** An empty field, a check box left open and a field that is missing say the same. Browsers send line ends as CR LF. */
function isSame(one: Value, other: Value): boolean {
  const content = (value: Value) =>
    JSON.stringify(
      [value ?? []].flat().flatMap((text) => (text === '' ? [] : [text.replace(/\r\n?/g, '\n')])),
    );
  return content(one) === content(other);
}
