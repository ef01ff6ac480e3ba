import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildCareer } from '@/lib/domain/career/build-career';
import type { Career } from '@/lib/domain/career/career';
import { getLocale } from '@/lib/http/request-context';
import { makeCatalogueRespell, respellCatalogue } from '@/lib/wording/respell-catalogue';
import type { Respell } from '@/lib/wording/spelling';

/** The career that pages start from. Stored rows carry their own career, so others can stand beside it. */
export const DEFAULT_CAREER = 'devops';

/** Several bundles of one process share what hangs here, so that one reading serves them all; in development each reads anew. */
const key = Symbol.for('rung.careers');
const shared = (process.env.NODE_ENV === 'production' ? globalThis : {}) as { [key]?: Map<string, Career> };
shared[key] ??= new Map();
const careers = shared[key];

/** The ids of the careers that have a folder, in the order of their names. */
export function listCareers(root: string = process.cwd()): string[] {
  return readdirSync(path.join(root, 'catalogue'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * Reads a career folder once a process; for an American who asks, with its sentences as Americans write them. Ids, names
 * and the version are the same. Throws when the folder is missing or does not pass its checks.
 */
export function loadCareer(id: string = DEFAULT_CAREER, root: string = process.cwd()): Career {
  return readCareer({ id, root, isAmerican: getLocale() === 'en-US' });
}

/** Reads the career in both spellings, so that nobody waits for it; returns the British. */
export function warmUpCareers(id: string = DEFAULT_CAREER, root: string = process.cwd()): Career {
  readCareer({ id, root, isAmerican: true });
  return readCareer({ id, root, isAmerican: false });
}

/** The rewriting for Americans of what was drawn for everybody: the names of the career stay. */
export function loadRespell(id: string = DEFAULT_CAREER, root: string = process.cwd()): Respell {
  return makeCatalogueRespell(readFolder(folderOf(id, root)).files);
}

const folderOf = (id: string, root: string) => path.join(root, 'catalogue', id);

function readCareer({ id, root, isAmerican }: { id: string; root: string; isAmerican: boolean }): Career {
  const folder = folderOf(id, root);
  const key = isAmerican ? `${folder}, en-US` : folder;
  const known = careers.get(key);
  if (known) return known;
  const { files, version } = readFolder(folder);
  const career = buildCareer({ id, version, files: isAmerican ? respellCatalogue(files) : files });
  careers.set(key, career);
  return career;
}

/** The JSON files of a folder by name, and their hash as contract.md defines it. */
function readFolder(folder: string): { files: Record<string, unknown>; version: string } {
  const hash = createHash('sha256');
  const files: Record<string, unknown> = {};
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()) {
    const bytes = readFileSync(path.join(folder, name));
    hash.update(name).update('\0').update(bytes).update('\0');
    files[path.basename(name, '.json')] = JSON.parse(bytes.toString('utf8'));
  }
  return { files, version: hash.digest('hex') };
}
