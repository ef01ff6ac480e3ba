import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Reads KEY=value lines; what the environment already says wins. To be called before lib/env is read. */
export function loadDotEnv(folder: string = process.cwd()): void {
  const file = path.join(folder, '.env');
  if (!existsSync(file)) return;
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    const [, name, quoted, bare] = /^\s*([A-Z_][A-Z0-9_]*)\s*=\s*(?:(["'].*["'])|([^#]*))/.exec(line) ?? [];
    if (name) process.env[name] ??= quoted ? quoted.slice(1, -1) : bare?.trim();
  }
}
