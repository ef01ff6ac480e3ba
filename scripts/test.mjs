// What `npm test` runs, and each part of it by name. The last line on standard output is `N passed, N failed`.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {
  buildApp,
  installPackages,
  loadTypeScript,
  Refusal,
  requireNode,
  root,
  runQuietly,
} from '../server/prepare.mjs';

const [mode = 'all', ...words] = process.argv.slice(2);
const FOLDERS = ['app', 'components', 'db', 'lib', 'scripts', 'server', 'tests', 'bench'];
const TOOLS = { pdfinfo: 'poppler-utils', pdftotext: 'poppler-utils', qpdf: 'qpdf' };
const FAULT_TOOLS = { strace: 'strace', mount: 'mount', 'systemd-analyze': 'systemd' };
const UNIT_REPORT = '.cache/unit-tests.json';
const BROWSER_REPORT = '.cache/browser-tests.json';

const total = { passed: 0, failed: 0 };

function count({ passed, failed }) {
  total.passed += passed;
  total.failed += failed;
}

const bin = (name, file) => path.join(root, 'node_modules', name, file);

function hasCommand(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined;
}

// Colours are for a terminal; in a log they are noise.
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' };

/** Runs a tool in view of the person, or one beside others and shows at its end what it wrote; says how long it took. */
async function run(what, command, args, { env = {}, isBeside = false } = {}) {
  const began = Date.now();
  const written = [];
  if (!isBeside) console.log(`\n── ${what}`);
  const stream = isBeside ? 'pipe' : 'inherit';
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', stream, stream],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...plain, ...env },
  });
  for (const output of [child.stdout, child.stderr]) output?.on('data', (chunk) => written.push(chunk));
  const stop = () => child.kill();
  process.once('exit', stop);
  const status = await new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
  process.removeListener('exit', stop);
  if (isBeside) process.stdout.write(`\n── ${what}\n${Buffer.concat(written)}`);
  const outcome = status === 0 ? 'passed' : 'FAILED';
  console.log(`── ${what}: ${outcome} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return status === 0;
}

async function check(what, file, args, options) {
  const isPassed = await run(what, process.execPath, [file, ...args], options);
  count(isPassed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

async function installFromDebian(packages) {
  if (process.getuid?.() !== 0 || !hasCommand('apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const what = `Installing ${packages.join(', ')}`;
  await runQuietly({ what: 'Looking up system packages', command: 'apt-get', args: ['update'], env });
  const args = ['install', '-y', '--no-install-recommends', ...packages];
  await runQuietly({ what, command: 'apt-get', args, env });
}

/** The tests of the exporters read PDF files with programs of their own, not with the library that wrote them. */
async function requireTools(tools) {
  const missing = () => Object.keys(tools).filter((tool) => !hasCommand(tool));
  if (missing().length > 0) await installFromDebian([...new Set(missing().map((tool) => tools[tool]))]);
  if (missing().length > 0)
    throw new Refusal(
      `The tests need ${missing().join(', ')}: install ${[...new Set(missing().map((tool) => tools[tool]))].join(', ')} and run them again.`,
    );
}

async function requireBrowser() {
  const { canLaunchBrowser } = await import('../tests/support/browser.ts');
  if (await canLaunchBrowser()) return;
  const args = [bin('@playwright/test', 'cli.js'), 'install', 'chromium'];
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' };
  await runQuietly({ what: 'Downloading Chromium', command: process.execPath, args, env }).catch(() =>
    console.log('  It cannot be downloaded here.'),
  );
  if (await canLaunchBrowser()) return;
  for (const browser of ['chromium-headless-shell', 'chromium']) {
    await installFromDebian([browser]).catch(() => console.log(`  ${browser} cannot be installed here.`));
    if (await canLaunchBrowser()) return;
  }
  throw new Refusal('The browser tests need Chromium: install it, or run the tests as root on Debian.');
}

const nameRoutes = () =>
  run('Types of the routes', process.execPath, [bin('next', 'dist/bin/next'), 'typegen']);

const checkNamedTypes = (options) =>
  check('Types', bin('typescript', 'bin/tsc'), ['--noEmit', '-p', '.'], options);

/** Types take one core as long as all else takes the other. */
async function checkWithoutRunning() {
  await nameRoutes();
  await Promise.all([checkNamedTypes({ isBeside: true }), lint({ isBeside: true })]);
}

async function lint(options) {
  await check(
    'Format and lint',
    bin('@biomejs/biome', 'bin/biome'),
    ['ci', '--error-on-warnings', ...(process.stdout.isTTY ? [] : ['--colors=off']), '.'],
    options,
  );
  await check('Dead code', bin('knip', 'bin/knip.js'), [], options);
  await check('Code that only tests use', bin('knip', 'bin/knip.js'), ['--production'], options);
  const importRules = [
    '--config',
    '.dependency-cruiser.mjs',
    ...FOLDERS.filter((folder) => existsSync(folder)),
  ];
  await check('Import rules', bin('dependency-cruiser', 'bin/dependency-cruise.mjs'), importRules, options);
}

/** A file that cannot be loaded counts as failed, and so does a test that was left out. */
function readUnitReport() {
  const file = path.join(root, UNIT_REPORT);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const leftOut = report.numPendingTests + report.numTodoTests;
  const failed = report.numFailedTests + leftOut + unloaded.length;
  return { passed: report.numPassedTests, failed: failed || (report.success ? 0 : 1) };
}

function readBrowserReport() {
  const file = path.join(root, BROWSER_REPORT);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
  const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length;
  return { passed: stats.expected, failed };
}

async function testUnits(reporter = 'dot') {
  await testWithVitest('Unit and integration tests', { reporter, words });
}

async function testWithVitest(what, { reporter, words = [], env = {} }) {
  rmSync(path.join(root, UNIT_REPORT), { force: true });
  const reporters = [`--reporter=${reporter}`, '--reporter=json', `--outputFile.json=${UNIT_REPORT}`];
  const args = [bin('vitest', 'vitest.mjs'), 'run', ...reporters, ...words];
  const isPassed = await run(what, process.execPath, args, { env });
  const counts = readUnitReport();
  count(isPassed || counts.failed > 0 ? counts : { ...counts, failed: 1 });
}

function findFreePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function testInBrowser() {
  rmSync(path.join(root, BROWSER_REPORT), { force: true });
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'rung-e2e-'));
  try {
    const env = { RUNG_TEST_DATA: dataFolder, RUNG_TEST_PORT: String(await findFreePort()) };
    const args = [bin('@playwright/test', 'cli.js'), 'test', ...words];
    const isPassed = await run('Browser tests', process.execPath, args, { env });
    const counts = readBrowserReport();
    count(isPassed || counts.failed > 0 ? counts : { ...counts, failed: 1 });
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

function testFaults() {
  const words = ['--config', 'vitest.fault.config.ts'];
  const env = mode === 'fault' ? { RUNG_FAULT: 'full' } : {};
  return testWithVitest('Fault tests', { reporter: 'verbose', words, env });
}

/** A build that fails counts as a failed check; false then, since nothing that needs it can be tried. */
async function build() {
  try {
    await buildApp();
    count({ passed: 1, failed: 0 });
    return true;
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    count({ passed: 0, failed: 1 });
    return false;
  }
}

/** The long ones kill and starve real servers, and mount disks of their own. */
async function testFaultsAlone() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    throw new Refusal('The long fault tests mount disks of their own: run them as root on Linux.');
  await requireTools(FAULT_TOOLS);
  await buildApp();
  await testFaults();
}

async function verify() {
  await requireTools(TOOLS);
  await checkWithoutRunning();
  await testUnits();
}

async function testPages() {
  await requireTools(TOOLS);
  await requireBrowser();
  if (await build()) await testInBrowser();
}

/** Tests again what a change touches, until Ctrl-C. */
async function watch() {
  await requireTools(TOOLS);
  const child = spawn(process.execPath, [bin('vitest', 'vitest.mjs'), 'watch', ...words], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = await new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}

async function testAll() {
  await requireBrowser();
  await verify();
  if (!(await build())) return;
  await testFaults();
  await testInBrowser();
}

/** What each word behind `node scripts/test.mjs` runs. */
const MODES = {
  all: testAll,
  verify,
  fault: testFaultsAlone,
  typecheck: async () => {
    await nameRoutes();
    await checkNamedTypes();
  },
  lint: () => lint(),
  format: () => check('Format and mend', bin('@biomejs/biome', 'bin/biome'), ['check', '--write', '.']),
  static: checkWithoutRunning,
  unit: async () => {
    await requireTools(TOOLS);
    await testUnits('default');
  },
  e2e: testPages,
  watch,
};

process.chdir(root);
if (mode !== 'watch') process.stdin.destroy();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
const began = Date.now();
try {
  requireNode('20.19');
  await installPackages({ isFull: true });
  await loadTypeScript();
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  await MODES[mode]();
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  count({ passed: 0, failed: 1 });
}
if (mode !== 'watch') {
  console.log(`\nThe whole run took ${Math.round((Date.now() - began) / 1000)} s.`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}
