// The packages that are no JavaScript. npm takes their programs, one for each platform, for optional, and leaves them out
// without a word; Rung cannot do without. Run as a program, this file tries the parts that it is given.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(import.meta.url);
const root = path.resolve(path.dirname(here), '..');

/** Each part: its package, what that does, which folders of node_modules are of it, and a use of it. */
const PARTS = {
  argon2: {
    title: '@node-rs/argon2',
    does: 'checks passwords',
    folders: /^@node-rs\/argon2(?:-|$)/,
    use: (load) => load('@node-rs/argon2').hashSync('a password', { memoryCost: 1024, timeCost: 1 }),
  },
  libsql: {
    title: 'libsql',
    does: 'keeps the data',
    folders: /^(?:libsql|@libsql\/(?:linux|darwin|win32)-.*)$/,
    use: (load) => new (load('libsql'))(':memory:').prepare('select 1').get(),
  },
  esbuild: {
    title: 'esbuild',
    does: 'reads TypeScript',
    folders: /^@?esbuild(?:\/|$)/,
    use: (load) => load('esbuild').transformSync('const a: number = 1', { loader: 'ts' }),
  },
  swc: {
    title: '@next/swc',
    does: 'builds the pages',
    folders: /^@next\/swc-/,
    use: (load) => requireFirst(load, /^@next\/swc-/),
  },
  oxide: {
    title: '@tailwindcss/oxide',
    does: 'finds the styles',
    folders: /^@tailwindcss\/oxide(?:-|$)/,
    use: (load) => new (load('@tailwindcss/oxide').Scanner)({ sources: [] }).scan(),
  },
  lightningcss: {
    title: 'lightningcss',
    does: 'writes the styles',
    folders: /^lightningcss(?:-|$)/,
    use: (load) => load('lightningcss').transform({ filename: 'a.css', code: Buffer.from('a {}') }),
  },
};

/** What Rung runs on, and what it is built with besides. */
export const RUNNING = ['argon2', 'libsql', 'esbuild'];
export const BUILDING = ['swc', 'oxide', 'lightningcss'];

function listPackages() {
  const folder = path.join(root, 'node_modules');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) =>
    name.startsWith('@') ? readdirSync(path.join(folder, name)).map((below) => `${name}/${below}`) : [name],
  );
}

/** Loads the first package that does: a machine may hold those of two C libraries. */
function requireFirst(load, pattern) {
  let reason = new Error('its package for this platform is missing');
  for (const name of listPackages().filter((one) => pattern.test(one)))
    try {
      return load(name);
    } catch (error) {
      reason = error;
    }
  throw reason;
}

/**
 * Tries parts by use, in a process of its own, which a part may end and where nothing is remembered of an earlier try.
 * Returns for each that fails why.
 * @param {string[]} names
 * @returns {{ name: string, reason: string }[]}
 */
export function findBrokenParts(names) {
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { stdout, signal } = spawnSync(process.execPath, [here, ...names], { encoding: 'utf8', env });
  const answers = new Map(
    stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  );
  return names
    .map((name) => ({
      name,
      reason: answers.has(name) ? answers.get(name) : `it ended the process (${signal})`,
    }))
    .filter(({ reason }) => reason !== null);
}

/** @param {{ name: string, reason: string }} broken */
export function describeBroken({ name, reason }) {
  return `${PARTS[name].title}, which ${PARTS[name].does}, does not work here: ${reason}.`;
}

/** Takes parts away, which npm sees, so that it installs them anew.
 * @param {string[]} names */
export function removeParts(names) {
  for (const folder of listPackages())
    if (names.some((name) => PARTS[name].folders.test(folder)))
      rmSync(path.join(root, 'node_modules', folder), { recursive: true, force: true });
}

function tryParts(names) {
  const require = createRequire(here);
  for (const name of names) {
    let reason = null;
    try {
      PARTS[name].use(require);
    } catch (error) {
      reason = String(error?.message ?? error).split('\n')[0];
    }
    process.stdout.write(`${JSON.stringify([name, reason])}\n`);
  }
}

if (process.argv[1] === here) tryParts(process.argv.slice(2));
