// Brings a clone to where it can run: packages, then a build, each only when stale. Node's own modules only,
// because it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUILDING, describeBroken, findBrokenParts, RUNNING, removeParts } from './native-parts.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Commands that run on packages of the tests too. */
export const FULL_COMMANDS = ['bench', 'lighthouse', 'screenshots'];

const BUILT_FROM = [
  'app',
  'components',
  'lib',
  'db',
  'catalogue',
  'public',
  'server/next-output',
  'next.config.mjs',
  'postcss.config.mjs',
  'instrumentation.ts',
  'tsconfig.json',
  'package-lock.json',
];
const stamp = path.join(root, '.cache', 'build.json');
const PROGRESS_SECONDS = 10;

/** An expected failure, told to the person as its message alone. */
export class Refusal extends Error {
  name = 'Refusal';
}

/** @param {unknown} error */
export function tellFailure(error) {
  const isExpected = error instanceof Error && ['Refusal', 'SettingsError'].includes(error.name);
  console.error(isExpected ? error.message : error);
  process.exit(1);
}

/** Lets this process import the project's TypeScript. Returns what undoes it. */
export async function loadTypeScript() {
  const { register } = await import('tsx/esm/api');
  return register({ tsconfig: path.join(root, 'tsconfig.scripts.json') });
}

/** @param {string} least for example '20.9' */
export function requireNode(least) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = least.split('.').map(Number);
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  throw new Refusal(
    `Rung needs Node ${least} or newer, and this is ${process.versions.node}: see https://nodejs.org/en/download`,
  );
}

/** On standard error, so that what a script prints stays clean.
 * @param {string} sentence */
function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

const seconds = (since) => `${Math.max(1, Math.round((Date.now() - since) / 1000))} s`;

/**
 * Runs a command, quiet unless it fails, saying every few seconds that it is still at it.
 * @param {{ what: string, command: string, args: string[], env?: NodeJS.ProcessEnv }} job
 */
export async function runQuietly({ what, command, args, env = process.env }) {
  const began = Date.now();
  say(`${what} …`);
  const child = spawn(command, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const stop = () => child.kill();
  process.once('exit', stop);
  let output = '';
  const keep = (chunk) => {
    output = (output + chunk).slice(-20_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const progress = setInterval(() => say(`  still at it, ${seconds(began)}`), PROGRESS_SECONDS * 1000);
  const status = await new Promise((resolve) => {
    child.on('error', (error) => {
      keep(error.message);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
  clearInterval(progress);
  process.removeListener('exit', stop);
  if (status !== 0) throw new Refusal(`${output.trim()}\n${what} failed (the reason is above).`);
  say(`  done in ${seconds(began)}`);
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** What is missing in node_modules, by npm's own record of it there: [] when nothing is. */
function missingPackages({ isFull }) {
  const record = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return ['everything'];
  const installed = readJson(record).packages;
  const { '': project, ...wanted } = readJson(path.join(root, 'package-lock.json')).packages;
  const declared = readJson(path.join(root, 'package.json'));
  for (const kind of ['dependencies', 'devDependencies'])
    if (JSON.stringify(sorted(declared[kind])) !== JSON.stringify(sorted(project[kind]))) return [kind];
  return Object.entries(wanted)
    .filter(([, entry]) => !entry.optional && !entry.peer && (isFull || !(entry.dev || entry.devOptional)))
    .filter(
      ([folder, entry]) =>
        installed[folder]?.version !== entry.version || !existsSync(path.join(root, folder, 'package.json')),
    )
    .map(([folder]) => folder.replace(/^.*node_modules\//, ''));
}

const sorted = (record = {}) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

function hasDevelopmentPackages() {
  const record = path.join(root, 'node_modules', '.package-lock.json');
  return existsSync(record) && Object.values(readJson(record).packages).some((entry) => entry.dev);
}

/** npm before 11 drops a package of the tests, whose install script it may not be told to leave out. */
function chooseFullInstaller() {
  const { stdout } = spawnSync('npm', ['--version'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return Number.parseInt(stdout, 10) >= 11 ? ['npm', []] : ['npx', ['--yes', 'npm@11']];
}

/**
 * Installs when something is missing. A full install serves for running too, and is never cut down to less.
 * `npm ci` would refuse a lock file without the binaries of other platforms, so it is `npm install`.
 */
export async function installPackages({ isFull }) {
  requireUsableFolder();
  if (missingPackages({ isFull }).length > 0)
    await takeTurns('install', async () => {
      if (missingPackages({ isFull }).length > 0) await install({ isFull });
    });
  await requireParts(RUNNING, { isFull });
}

/** Tailwind takes a # in a path for the end of it, and tsx a question mark. */
function requireUsableFolder() {
  if (/[#?]/.test(root))
    throw new Refusal(
      `The tools that build Rung fail in a folder with # or ? in its path, such as ${root}. Move it; DATA_DIR may hold both.`,
    );
}

/** Tries the parts that are no JavaScript, and installs anew the ones that fail. */
export async function requireParts(names, { isFull }) {
  if (findBrokenParts(names).length === 0) return;
  await takeTurns('install', async () => {
    const broken = findBrokenParts(names);
    if (broken.length === 0) return;
    for (const part of broken) say(`${describeBroken(part)} It is installed anew.`);
    removeParts(broken.map(({ name }) => name));
    const failure = await install({ isFull }).then(
      () => '',
      (error) => `${error.message}\n`,
    );
    const stillBroken = findBrokenParts(names).map(describeBroken);
    if (stillBroken.length > 0)
      throw new Refusal(
        `${failure}${stillBroken.join('\n')}\nnpm counts what it needs as optional: see that npm may install such packages (npm config get omit), and that there are some for ${process.platform} on ${process.arch}.`,
      );
  });
}

async function install({ isFull }) {
  const [command, before] = isFull ? chooseFullInstaller() : ['npm', []];
  const scope = isFull || hasDevelopmentPackages() ? ['--include=dev'] : ['--omit=dev'];
  await runQuietly({
    what: 'Installing packages',
    command,
    args: [
      ...before,
      'install',
      ...scope,
      '--include=optional',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ],
  });
  const missing = missingPackages({ isFull });
  if (missing.length > 0)
    throw new Refusal(`npm left these packages out: ${missing.slice(0, 10).join(', ')}.`);
}

function* filesUnder(place) {
  if (!existsSync(place)) return;
  if (statSync(place).isFile()) {
    yield place;
    return;
  }
  for (const name of readdirSync(place).sort()) yield* filesUnder(path.join(place, name));
}

function sourcesHash() {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  for (const place of BUILT_FROM)
    for (const file of filesUnder(path.join(root, place)))
      hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** Settings, blank, so that a build is the same whatever they are. */
function blankSettings() {
  const names = readFileSync(path.join(root, '.env.example'), 'utf8').match(/^[A-Z_]+(?==)/gm) ?? [];
  return Object.fromEntries(names.map((name) => [name, '']));
}

/** Does the work while no other process of this clone does the same, waiting for its turn. */
async function takeTurns(name, work) {
  const file = path.join(root, '.cache', `${name}.lock`);
  mkdirSync(path.dirname(file), { recursive: true });
  for (let said = false; ; ) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!isAlive(file)) rmSync(file, { force: true });
    else if (!said) {
      say('Waiting for another start of Rung in this folder …');
      said = true;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

/** Whether the process that wrote the lock still runs. A lock being written counts as held. */
function isAlive(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    if (pid > 0) process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Whether the last build was finished, and made of these sources. */
async function isBuilt(sources) {
  if (!existsSync(stamp)) return false;
  const { readBuildId } = await import('./next-output/build-output.ts');
  const last = readJson(stamp);
  return last.sources === sources && last.buildId === readBuildId(root);
}

/** Builds when the sources differ from those of the last build. Wants loadTypeScript() first. */
export async function buildApp() {
  if (await isBuilt(sourcesHash())) return;
  await requireParts(BUILDING, { isFull: false });
  await takeTurns('build', build);
}

async function build() {
  const sources = sourcesHash();
  if (await isBuilt(sources)) return;
  rmSync(stamp, { force: true });
  await runQuietly({
    what: 'Building Rung',
    command: process.execPath,
    args: [path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'],
    env: {
      ...process.env,
      ...blankSettings(),
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      // Settings are read from .env by server/dot-env.ts alone.
      __NEXT_PROCESSED_ENV: 'true',
      NEXT_IGNORE_INCORRECT_LOCKFILE: '1',
    },
  });
  const { finishBuild } = await import('./next-output/finish-build.ts');
  const { readBuildId } = await import('./next-output/build-output.ts');
  await finishBuild(root);
  writeFileSync(stamp, JSON.stringify({ sources, buildId: readBuildId(root) }));
}
