import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildCareer } from '@/lib/domain/build-career';
import type { Career } from '@/lib/domain/catalogue';

/** The career that pages start from. Stored rows carry their own career, so others can stand beside it. */
export const DEFAULT_CAREER = 'devops';

const careers = new Map<string, Career>();

/** The ids of the careers that have a folder, in the order of their names. */
export function listCareers(root: string = process.cwd()): string[] {
  return readdirSync(path.join(root, 'catalogue'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Reads a career folder once a process. Throws when the folder is missing or does not pass its checks. */
export function loadCareer(id: string = DEFAULT_CAREER, root: string = process.cwd()): Career {
  const folder = path.join(root, 'catalogue', id);
  const known = careers.get(folder);
  if (known) return known;
  const hash = createHash('sha256');
  const files: Record<string, unknown> = {};
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()) {
    const bytes = readFileSync(path.join(folder, name));
    hash.update(name).update('\0').update(bytes).update('\0');
    files[path.basename(name, '.json')] = JSON.parse(bytes.toString('utf8'));
  }
  const career = buildCareer({ id, version: hash.digest('hex'), files });
  careers.set(folder, career);
  return career;
}
