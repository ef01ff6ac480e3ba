/** What a form held when it was sent, by field name; a repeated name gives a list. */
export type FormEntries = { [name: string]: string | string[] };

/** Reads the text fields of a form, without the fields that React and Next add. Files are left out. */
export function readFormEntries(formData: FormData): FormEntries {
  const entries: FormEntries = Object.create(null);
  for (const name of new Set(formData.keys())) {
    if (name.startsWith('$ACTION')) continue;
    const values = formData.getAll(name).filter((value) => typeof value === 'string');
    const [first] = values;
    if (first !== undefined) entries[name] = values.length === 1 ? first : values;
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

/** Nests entries whose names are paths: `ratings.coding.level` becomes ratings → coding → level. */
export function nestFormEntries(entries: FormEntries): Record<string, unknown> {
  const nested: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(entries)) {
    const keys = name.split('.');
    const last = keys.pop() ?? name;
    let place = nested;
    for (const key of keys) {
      const inner = Object.hasOwn(place, key) ? place[key] : undefined;
      const next: Record<string, unknown> = isRecord(inner) ? inner : Object.create(null);
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
