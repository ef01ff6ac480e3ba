import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildCareer } from '@/lib/domain/career/build-career';
import type { Career } from '@/lib/domain/career/career';

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

/** Reads a career folder once a process. Throws when the folder is missing or does not pass its checks. */
export function loadCareer(id: string = DEFAULT_CAREER, root: string = process.cwd()): Career {
  const folder = path.join(root, 'catalogue', id, 'second');
  const known = careers.get(folder);
  if (known) return known;
  const career = buildCareer({ id, ...readFolder(folder) });
  careers.set(folder, career);
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
