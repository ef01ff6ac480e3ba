/** What a form held when it was sent, by field name; a repeated name gives a list. */
export type FormEntries = { [name: string]: string | string[] };

/** The deepest path that a field of Rung has, with room. A longer name is no path, and no schema knows it. */
const MOST_NESTED = 8;

/**
 * Reads the text fields of a form, without the fields that React and Next add. Files are left out. One pass: to ask the
 * form for each name anew takes the square of its length.
 */
export function readFormEntries(formData: FormData): FormEntries {
  const entries: FormEntries = Object.create(null);
  for (const [name, value] of formData.entries()) {
    if (typeof value !== 'string' || name.startsWith('$ACTION')) continue;
    const known = entries[name];
    if (known === undefined) entries[name] = value;
    else if (typeof known === 'string') entries[name] = [known, value];
    else known.push(value);
  }
  return entries;
}

/** Reads the files of a form, without those that React and Next add. A field left empty gives no file. */
export function readFormFiles(formData: FormData): Record<string, File> {
  const files: Record<string, File> = Object.create(null);
  for (const [name, value] of formData.entries())
    if (typeof value !== 'string' && !name.startsWith('$ACTION') && value.size > 0) files[name] = value;
  return files;
}

/**
 * What nested fields are made of: nothing is inherited that a field could be mistaken for. Only into text they turn, since
 * a schema compares what calls itself the length of a value before it knows that this is no text.
 */
const FIELDS = Object.create(null, { [Symbol.toPrimitive]: { value: () => '' } });

/** Nests entries whose names are paths: `ratings.coding.level` becomes ratings → coding → level. */
export function nestFormEntries(entries: FormEntries): Record<string, unknown> {
  const nested: Record<string, unknown> = Object.create(FIELDS);
  for (const [name, value] of Object.entries(entries)) {
    const path = name.split('.', MOST_NESTED + 1);
    const keys = path.length > MOST_NESTED ? [name] : path;
    const last = keys.pop() ?? name;
    let place = nested;
    for (const key of keys) {
      const inner = Object.hasOwn(place, key) ? place[key] : undefined;
      const next: Record<string, unknown> = isRecord(inner) ? inner : Object.create(FIELDS);
      place[key] = next;
      place = next;
    }
    place[last] = value;
  }
  return nested;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
