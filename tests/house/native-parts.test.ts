import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ARGON2 = '@node-rs/argon2';
/** Of this machine's platform, whichever that is. */
const [PROGRAM = ''] = readdirSync('node_modules/@node-rs')
  .filter((name) => /^argon2-(?!wasm)/.test(name))
  .map((name) => `@node-rs/${name}`);
const PACKAGES = [ARGON2, PROGRAM];

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'rung-parts-'));
  cpSync('server/prepare.mjs', path.join(folder, 'server/prepare.mjs'));
  cpSync('server/native-parts.mjs', path.join(folder, 'server/native-parts.mjs'));
  for (const name of PACKAGES) copy(name, 'node_modules');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function copy(name: string, to: string): void {
  cpSync(path.join('node_modules', name), path.join(folder, to, name), { recursive: true });
}

/** Writes what npm reads. It installs from folders beside, so that no registry is asked. */
function declare(dependencies: Record<string, string>): void {
  const project = { name: 'clone', version: '1.0.0', dependencies };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(project));
  const lock = { name: 'clone', version: '1.0.0', lockfileVersion: 3, packages: { '': project } };
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify(lock));
  writeFileSync(path.join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: {} }));
}

/** Runs a program in the clone, with the real npm, which may not go online. */
function runInClone(code: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, npm_config_offline: 'true', npm_config_install_links: 'true' },
  });
  return { status, stdout, stderr };
}

/** Asks for argon2 as every command does. */
function requireArgon2() {
  return runInClone(`import { requireParts, tellFailure } from './server/prepare.mjs';
    await requireParts(['argon2'], { isFull: false }).catch(tellFailure);
    const { createRequire } = await import('node:module');
    console.log(createRequire(process.cwd() + '/x.js')('${ARGON2}').hashSync('x', { timeCost: 1 }));`);
}

describe('report 14: a part that is no JavaScript', () => {
  it('is left alone where it works', () => {
    expect(requireArgon2()).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^\$argon2id\$/),
      stderr: '',
    });
  });

  it.each([
    ['is missing', () => rmSync(path.join(folder, 'node_modules', PROGRAM), { recursive: true })],
    [
      'is damaged',
      () => {
        const [file = ''] = readdirSync(path.join(folder, 'node_modules', PROGRAM)).filter((name) =>
          name.endsWith('.node'),
        );
        writeFileSync(path.join(folder, 'node_modules', PROGRAM, file), 'no program');
      },
    ],
  ])(
    'is installed anew where it %s',
    (_how, spoil) => {
      for (const name of PACKAGES) copy(name, 'store');
      declare(Object.fromEntries(PACKAGES.map((name) => [name, `file:store/${name}`])));
      spoil();
      expect(requireArgon2()).toEqual({
        status: 0,
        stdout: expect.stringMatching(/^\$argon2id\$/),
        stderr: expect.stringMatching(
          /^@node-rs\/argon2, which checks passwords, does not work here: .+\. It is installed anew\.\nInstalling packages …\n/,
        ),
      });
    },
    120_000,
  );

  it('is named where it cannot be installed, with the reason', () => {
    mkdirSync(path.join(folder, 'store'));
    copy(ARGON2, 'store');
    declare({ [ARGON2]: `file:store/${ARGON2}` });
    rmSync(path.join(folder, 'node_modules', PROGRAM), { recursive: true });
    const { status, stdout, stderr } = requireArgon2();
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /\n@node-rs\/argon2, which checks passwords, does not work here: .+\n.*npm config get omit/,
    );
    expect(stderr).not.toMatch(/\n\s+at /);
  }, 120_000);

  it('is tried by every command, also where nothing is to be installed', () => {
    declare({});
    const { status, stderr } =
      runInClone(`import { installPackages, tellFailure } from './server/prepare.mjs';
      await installPackages({ isFull: false }).catch(tellFailure);`);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^libsql, which keeps the data, does not work here: .+ It is installed anew\.$/m);
  }, 120_000);
});

describe('report 14: a clone in a folder that the tools cannot build in', () => {
  it.each(['a#b', 'a?b'])('is refused with a sentence: %s', (name) => {
    const clone = path.join(folder, name);
    cpSync(path.join(folder, 'server'), path.join(clone, 'server'), { recursive: true });
    cpSync('scripts/run.mjs', path.join(clone, 'scripts/run.mjs'));
    const { status, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', 'plan'], {
      cwd: clone,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^The tools that build Rung fail in a folder with # or \?/),
    ]);
  });

  // Once one of these is mended in its tool, the refusal can go for that sign.
  it('because tsx ends the path of a file at ?', () => {
    const place = path.join(folder, 'a?b');
    mkdirSync(place);
    writeFileSync(path.join(place, 'typed.ts'), 'type A = number;\nexport const a: A = 1;\n');
    const tsx = ['--import', import.meta.resolve('tsx'), path.join(place, 'typed.ts')];
    const { status, stderr } = spawnSync(process.execPath, tsx, { encoding: 'utf8' });
    expect(status).toBe(1);
    // By how this Node loads a program: it looks for `a`, or reads the file for what it is not.
    expect(stderr).toMatch(/Cannot find module '[^'?]*\/a'|Transform failed/);
  });

  it('because Tailwind resolves a path with # to one that is none', () => {
    const place = path.join(folder, 'a#b');
    cpSync('node_modules/tailwindcss', path.join(place, 'node_modules/tailwindcss'), { recursive: true });
    const require = createRequire(import.meta.url);
    const plugin = require.resolve('@tailwindcss/postcss');
    const code = `const [tailwind, postcss] = [require(${JSON.stringify(plugin)}), require('module').createRequire(${JSON.stringify(plugin)})('postcss')];
      postcss([tailwind({ base: process.cwd() })]).process('@import "tailwindcss";', { from: process.cwd() + '/a.css' })
        .then(({ css }) => console.log(css.length), (error) => console.log(error.message));`;
    const { stdout } = spawnSync(process.execPath, ['--eval', code], { cwd: place, encoding: 'utf8' });
    expect(stdout).toContain('without null bytes');
  });
});

describe('report 14: every command in a clone that only ran npm start', () => {
  const { scripts, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const commands = Object.entries<string>(scripts);

  it('goes through what installs first', () => {
    const direct = commands.filter(
      ([, line]) => !/^node (?:--\S+ )*scripts\/(?:start|run|test)\.mjs\b/.test(line),
    );
    expect(direct).toEqual([]);
  });

  it('has the packages of the tests where it runs on them', async () => {
    const { build } = await import('esbuild');
    const { FULL_COMMANDS } = await import('@/server/prepare.mjs' as string);
    for (const [, line] of commands) {
      const [, name] = /^node scripts\/run\.mjs (\S+)/.exec(line) ?? [];
      if (!name) continue;
      const { metafile } = await build({
        entryPoints: [`scripts/${name}.ts`],
        bundle: true,
        write: false,
        metafile: true,
        platform: 'node',
        packages: 'external',
        format: 'esm',
        outdir: folder,
        loader: { '.css': 'empty' },
        alias: { '@': process.cwd() },
        logLevel: 'silent',
      });
      const imported = Object.values(metafile.inputs).flatMap(({ imports }) =>
        imports.map((one) => one.path),
      );
      const ofTests = imported.filter((one) =>
        Object.keys(devDependencies).some((dev) => one === dev || one.startsWith(`${dev}/`)),
      );
      expect([name, ofTests.length > 0]).toEqual([name, FULL_COMMANDS.includes(name)]);
    }
  });
});
