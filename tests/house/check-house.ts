import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

type Floor = { least: string; reason: string };

const ACTIONS = 'a request to a server action could stall the server (CVE-2026-23869, CVE-2026-23870)';

/** The oldest versions without a known hole, and which hole that was. */
const FLOORS: Record<string, Floor> = {
  next: { least: '16.3.3', reason: `${ACTIONS}, with fixes up to this one` },
  'next-auth': { least: '5.0.0-beta.32', reason: 'it carries the security fixes of July 2026' },
  nodemailer: {
    least: '8.0.11',
    reason:
      'next-auth takes none of 9 or later beside it, and GHSA-p6gq-j5cr-w38f, mended there, does not reach Rung',
  },
  sqld: { least: '0.24.1-pre.42', reason: 'it is the one that the tests of several servers hold for' },
  'drizzle-orm': { least: '0.45.2', reason: 'identifiers in SQL were not escaped (CVE-2026-39356)' },
  react: { least: '19.3.1', reason: `${ACTIONS}, and it must be of one version with react-dom` },
  'react-dom': { least: '19.3.1', reason: `${ACTIONS}, and it must be of one version with react` },
};

const SECRETS: Record<string, RegExp> = {
  'a private key': /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
  'an access key of AWS': /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  'a token of GitHub': /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{50,})/,
  'a key of Google': /\bAIza[0-9A-Za-z_-]{35}\b/,
  'a token of Slack': /\bxox[abprs]-[0-9A-Za-z-]{10,}/,
  'a key of Stripe': /\b[rs]k_live_[0-9A-Za-z]{20,}/,
  'a token of npm': /\bnpm_[0-9A-Za-z]{36}\b/,
  'a signed token': /\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{15,}/,
  'a setting with its secret': /^\s*(?:export )?(?:AUTH_\w*SECRET|DATABASE_AUTH_TOKEN)=['"]?[\w+/=-]{16,}/m,
  'an address with a password':
    /\b[a-z]+:\/\/[^\s:/@'"`$<{]+:(?!password@|hidden@)[^\s:/@'"`$<{]{6,}@[\w.-]+/,
};

const MADE = ['.git', '.next', '.cache', 'node_modules', 'data', 'test-results'];
const MOST_BYTES = 5_000_000;

type Version = { numbers: number[]; beta: number };

function parseVersion(version: string): Version {
  const [numbers = '', pre] = version.split('-', 2);
  const beta = pre === undefined ? Number.POSITIVE_INFINITY : Number(pre.replace(/\D+/g, '') || 0);
  return { numbers: numbers.split('.').map(Number), beta };
}

function isOlder(version: string, floor: string): boolean {
  const [has, least] = [parseVersion(version), parseVersion(floor)];
  const place = least.numbers.findIndex((number, index) => number !== (has.numbers[index] ?? 0));
  return place < 0 ? has.beta < least.beta : (has.numbers[place] ?? 0) < (least.numbers[place] ?? 0);
}

/** One sentence for each package that is absent or older than its floor. */
export function findOldPackages(installed: Record<string, string | undefined>): string[] {
  return Object.entries(FLOORS)
    .filter(([name, { least }]) => isOlder(installed[name] ?? '0.0.0', least))
    .map(
      ([name, { least, reason }]) =>
        `${name} is ${installed[name] ?? 'missing'} and must be ${least} or newer: ${reason}.`,
    );
}

/** What in a text looks like a secret that somebody forgot there. */
export function findSecrets(text: string): string[] {
  return Object.entries(SECRETS)
    .filter(([, pattern]) => pattern.test(text))
    .map(([what]) => what);
}

function readVersions(): Record<string, string | undefined> {
  const read = (name: string) =>
    JSON.parse(readFileSync(path.join('node_modules', name, 'package.json'), 'utf8')).version as string;
  return Object.fromEntries(Object.keys(FLOORS).map((name) => [name, read(name)]));
}

const isFile = (file: string) => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

/** The files that are or would be committed; all but the made ones where there is no git. */
function listFiles(): string[] {
  try {
    const words = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
    const output = execFileSync('git', words, { encoding: 'utf8', maxBuffer: 50_000_000, stdio: 'pipe' });
    return output.split('\0').filter((file) => file && isFile(file));
  } catch {
    return readdirSync('.')
      .filter((name) => !MADE.includes(name))
      .flatMap((name) =>
        isFile(name)
          ? [name]
          : readdirSync(name, { recursive: true, encoding: 'utf8' }).map((below) => path.join(name, below)),
      )
      .filter(isFile);
  }
}

export function checkFloors(): string[] {
  return findOldPackages(readVersions());
}

export function checkSecrets(): string[] {
  const files = listFiles();
  if (files.length < 50) return [`Only ${files.length} files were looked at.`];
  return files
    .filter((file) => statSync(file).size < MOST_BYTES)
    .flatMap((file) => findSecrets(readFileSync(file, 'utf8')).map((what) => `${file} holds ${what}.`));
}
