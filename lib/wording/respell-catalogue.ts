import { makeRespell, type Respell } from './spelling';

/** Where a catalogue's files keep the names of things: they are the same for everybody. */
const NAME_KEYS: ReadonlySet<string> = new Set(['label', 'name', 'provider', 'title']);

/** Where they keep what no reader is shown as a sentence. */
const CODE_KEYS: ReadonlySet<string> = new Set(['id', 'path', 'repository', 'url']);

function visit(value: unknown, onName: (name: string) => void, key = ''): void {
  if (typeof value === 'string') {
    if (NAME_KEYS.has(key)) onName(value);
  } else if (Array.isArray(value)) for (const part of value) visit(part, onName, key);
  else if (value !== null && typeof value === 'object')
    for (const [name, part] of Object.entries(value)) visit(part, onName, name);
}

function rewrite(value: unknown, respell: Respell, key = ''): unknown {
  if (typeof value === 'string')
    return NAME_KEYS.has(key) || CODE_KEYS.has(key) || !value.includes(' ') ? value : respell(value);
  if (Array.isArray(value)) return value.map((part) => rewrite(part, respell, key));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, rewrite(part, respell, name)]),
  );
}

/** The rewriting that leaves every name of a catalogue's files as it is. */
export function makeCatalogueRespell(files: unknown): Respell {
  const names = new Set<string>();
  visit(files, (name) => names.add(name));
  return makeRespell(names);
}

/** The files of a catalogue with their sentences as Americans write them; ids and names stay, and the files given too. */
export function respellCatalogue(files: Record<string, unknown>): Record<string, unknown> {
  const respell = makeCatalogueRespell(files);
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, rewrite(content, respell)]),
  );
}
