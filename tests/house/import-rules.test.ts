import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const TOOL = path.resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const SOURCE_FOLDERS = ['app', 'components', 'db', 'lib', 'scripts', 'server', 'tests', 'bench'].filter(
  (name) => existsSync(name),
);
const ALIASES = { compilerOptions: { baseUrl: '.', paths: { '@/*': ['./*'] } } };
const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'rung-imports-')));

/** A project that breaks each rule once, and keeps to them elsewhere. */
const files: Record<string, string> = {
  'lib/env.ts': 'export const env = 1;',
  'lib/domain/level.ts': 'export type Level = number; export const LEAST = 0;',
  'lib/domain/clock.ts': "import { readFileSync } from 'node:fs'; export const clock = readFileSync;",
  'lib/domain/query.ts': "import { people } from '@/lib/queries/people'; export const query = people;",
  'lib/queries/people.ts': "import { client } from '@/db/client'; export const people = client;",
  'lib/short-cut.ts': "import { client } from '@/db/client'; export const shortCut = client;",
  'db/client.ts': "import type { Rating } from './schema'; export const client = {} as Rating;",
  'db/settings.ts': "import { env } from '@/lib/env'; export const settings = env;",
  'db/schema.ts': "import type { Level } from '@/lib/domain/level'; export type Rating = Level;",
  'db/defaults.ts': "import { LEAST } from '@/lib/domain/level'; export const defaults = LEAST;",
  'db/mail.ts': "import { mail } from '@/lib/mail'; export const queue = mail;",
  'lib/mail.ts': 'export const mail = 1;',
  'components/card.tsx': "import { LEAST } from '@/lib/domain/level'; export const card = LEAST;",
  'components/plain.tsx': 'export const plain = 1;',
  'components/link.tsx': "export { default as link } from 'next/link';",
  'node_modules/next/link.js': 'export default 1;',
  'app/part.tsx': "import { people } from '@/lib/queries/people'; export const part = people;",
  'app/door/page.tsx': "import { people } from '@/lib/queries/people'; export const door = people;",
  'scripts/plan.ts': 'export const plan = 1;',
  'lib/borrowed.ts': "import { plan } from '@/scripts/plan'; export const borrowed = plan;",
  'lib/wording/words.ts': 'export const words = 1;',
  'lib/queries/rows.ts': "import { words } from '@/lib/wording/words'; export const rows = words;",
  'app/page.tsx': "import { plain } from '@/components/plain'; export const page = plain;",
  'lib/upside-down.ts': "import { page } from '@/app/page'; export const upsideDown = page;",
  'lib/egg.ts': "import { hen } from '@/lib/hen'; export const egg = () => hen;",
  'lib/hen.ts': "import { egg } from '@/lib/egg'; export const hen = () => egg;",
  'node_modules/next/cache.js': 'export default 1;',
  'node_modules/next/navigation.js': 'export default 1;',
  'lib/http/revalidate.ts': "export { default as revalidatePath } from 'next/cache';",
  'lib/fresh.ts': "export { default as fresh } from 'next/cache';",
  'lib/auth/who.ts': 'export const who = 1;',
  'app/layout.tsx': "import { plain } from '@/components/plain'; export const layout = plain;",
  'app/deep/layout.tsx': "export { who as deep } from '@/lib/auth/who';",
  'app/deep/template.tsx': "export { default as template } from 'next/navigation';",
  'lib/http/reader.ts': 'export const reader = 1;',
  'lib/wording/greeting.ts': "import { reader } from '@/lib/http/reader'; export const greeting = reader;",
  'lib/export/letter.ts':
    "import { greeting } from '@/lib/wording/greeting'; export const letter = greeting;",
  'tests/support/person.ts': 'export const person = 1;',
  'tests/e2e/form.ts': 'export const form = 1;',
  'bench/shared.ts': "import { person } from '@/tests/support/person'; export const shared = person;",
  'bench/borrowed.ts': "import { form } from '@/tests/e2e/form'; export const borrowed = form;",
  'lib/lost.ts': "export { nothing } from '@/lib/nowhere';",
};

/** Runs the tool as the checks do. It exits with the number of violations, so its status says nothing here. */
async function inspect(cwd: string, folders: string[]): Promise<ICruiseResult> {
  const words = ['--config', path.resolve('.dependency-cruiser.mjs'), '--output-type', 'json', ...folders];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [TOOL, ...words], { cwd, maxBuffer: 100_000_000 }, (_, output, complaint) => {
      if (output) resolve(JSON.parse(output));
      else reject(new Error(complaint));
    });
  });
}

beforeAll(() => {
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(ALIASES));
  for (const [name, source] of Object.entries(files)) {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(folder, name), source);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('import rules', () => {
  it('catch every way of breaking them, and nothing else', async () => {
    const { summary } = await inspect(
      folder,
      SOURCE_FOLDERS.filter((name) => name !== 'server'),
    );
    const caught = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort();
    expect(caught).toEqual([
      'bench-and-tests-share-support: bench/borrowed.ts → tests/e2e/form.ts',
      'components-know-no-domain: components/card.tsx → lib/domain/level.ts',
      'db-has-few-doors: lib/short-cut.ts → db/client.ts',
      'db-stands-below: db/mail.ts → lib/mail.ts',
      'db-stands-below: db/settings.ts → lib/env.ts',
      'db-takes-only-types-of-the-domain: db/defaults.ts → lib/domain/level.ts',
      'domain-is-pure: lib/domain/clock.ts → fs',
      'domain-is-pure: lib/domain/query.ts → lib/queries/people.ts',
      'exports-reach-no-request: lib/export/letter.ts → lib/http/reader.ts',
      'layouts-guard-nothing: app/deep/layout.tsx → lib/auth/who.ts',
      'layouts-guard-nothing: app/deep/template.tsx → node_modules/next/navigation.js',
      'links-are-plain: components/link.tsx → node_modules/next/link.js',
      'no-cycles: lib/egg.ts → lib/hen.ts',
      'nothing-imports-app: lib/upside-down.ts → app/page.tsx',
      'nothing-unresolved: lib/lost.ts → @/lib/nowhere',
      'only-doors-of-app-query: app/part.tsx → lib/queries/people.ts',
      'prerendered-pages-stay: lib/fresh.ts → node_modules/next/cache.js',
      'scripts-are-commands: lib/borrowed.ts → scripts/plan.ts',
      'wording-is-late: lib/queries/rows.ts → lib/wording/words.ts',
    ]);
    const known = summary.ruleSetUsed?.forbidden?.map(({ name }) => name ?? '').sort();
    expect([...new Set(caught.map((breach) => breach.split(':', 1)[0]))]).toEqual(known);
  });

  it('look at the real project, through its aliases', async () => {
    const { modules } = await inspect(process.cwd(), SOURCE_FOLDERS);
    const own = modules.filter(({ source }) => SOURCE_FOLDERS.some((name) => source.startsWith(`${name}/`)));
    const aliased = own
      .flatMap((module) => module.dependencies)
      .filter(({ module }) => module.startsWith('@/'));
    expect(own.length).toBeGreaterThan(60);
    expect(aliased.length).toBeGreaterThan(60);
    expect(aliased.filter(({ couldNotResolve }) => couldNotResolve)).toEqual([]);
  });
});
