import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadDotEnv, parseDotEnv } from '@/server/dot-env';

/** Next's own reader, which only Next depends on. */
const fromNext = createRequire(createRequire(import.meta.url).resolve('next'));
const nextEnv: { loadEnvConfig(folder: string, isDev: boolean): unknown } = fromNext('@next/env');
const before = { ...process.env };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'rung-dot-env-'));
});

afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true, force: true });
});

/** What a file of these lines sets, or the sentences that it is refused with. */
function read(...lines: string[]): Record<string, string> | string[] {
  const { lines: settings, problems } = parseDotEnv(lines.join('\n'));
  return problems.length > 0
    ? problems
    : Object.fromEntries(settings.map(({ name, value }) => [name, value]));
}

function write(lines: readonly string[], name = '.env'): void {
  writeFileSync(path.join(folder, name), lines.join('\n'));
}

describe('report 3: a file .env', () => {
  it('may have remarks behind quoted values, with quotes of their own', () => {
    expect(read(`PORT="3541" # the port we don't share`, `DATA_DIR='./data-x' # where it's "kept"`)).toEqual({
      PORT: '3541',
      DATA_DIR: './data-x',
    });
  });

  it('is refused by line where more than a remark follows a closing quote', () => {
    expect(read('PORT=3541', 'MAIL_FROM="Rung" <noreply@example.org>')).toEqual([
      `line 2: after the closing quote of MAIL_FROM only a remark may follow. Put the whole value in single quotes: MAIL_FROM='…'`,
    ]);
    expect(read(`MAIL_FROM='"Rung" <noreply@example.org>'`)).toEqual({
      MAIL_FROM: '"Rung" <noreply@example.org>',
    });
    expect(read('DATA_DIR="a"b')).toHaveLength(1);
    expect(read('DATA_DIR="a"#b')).toHaveLength(1);
  });

  it.each(['', '"', "'"])('takes $ for itself inside %s', (quote) => {
    const address = 'smtp://user:pa$word1@127.0.0.1:3525';
    const secret = `Zx9$kq$\{PORT}$$`;
    expect(read(`SMTP_URL=${quote}${address}${quote}`, `AUTH_SECRET=${quote}${secret}${quote}`)).toEqual({
      SMTP_URL: address,
      AUTH_SECRET: secret,
    });
  });

  it('may be written for a shell, with export', () => {
    expect(read('export PORT=3541', '  export\tDATA_DIR = ./data-x')).toEqual({
      PORT: '3541',
      DATA_DIR: './data-x',
    });
  });

  it.each([
    ['A=b#c # d', 'b#c'],
    ['A= # nothing', ''],
    ['A=#nothing', ''],
    ['A=', ''],
    ['A="" # blank', ''],
    ['A=b c  ', 'b c'],
    ['A="b  "', 'b  '],
    [`A=don't`, "don't"],
    ['A=b=c==', 'b=c=='],
    ['A=c:\\new', 'c:\\new'],
    ['A="c:\\new \\"x\\" \\\\"', 'c:\\new "x" \\'],
    [`A='b\\'`, 'b\\'],
    ['A="x # y"', 'x # y'],
  ])('reads %j', (line, value) => {
    expect(read(line)).toEqual({ A: value });
  });

  it.each([
    ['PORT', /it is no NAME=value/],
    ['export PORT', /it is no NAME=value/],
    ['3PORT=1', /it is no NAME=value/],
    ['AUTH-URL=x', /it is no NAME=value/],
    ['PORT: 3000', /it is no NAME=value/],
    ['A="never ends', /the quote that begins A does not end on that line/],
    ["A='never ends\\'x", /only a remark may follow/],
    ['A="ends with \\"', /does not end on that line/],
    ['A=b\0c', /no setting can hold/],
  ])('is refused by line for %j', (line, sentence) => {
    expect(read('', '# a remark', line)).toEqual([expect.stringMatching(sentence)]);
    expect(read('', '# a remark', line)).toEqual([expect.stringMatching(/^line 3: /)]);
  });

  it('says a setting once, and names every line at fault without its value', () => {
    expect(read('PORT=1', '', 'PORT=2', 'secret', 'AUTH_SECRET="hidden')).toEqual([
      'line 3: PORT stands on line 1 already.',
      'line 4: it is no NAME=value. A remark begins with #.',
      'line 5: the quote that begins AUTH_SECRET does not end on that line.',
    ]);
  });

  it('fills in what the environment does not say, and Next does not read it again', () => {
    write([
      '# a remark',
      'PORT=4000 # why',
      "MAIL_FROM='Rung <rung@example.org>'",
      'SIGN_UP=',
      'AUTH_SECRET=a$b',
      '',
    ]);
    for (const name of ['MAIL_FROM', 'AUTH_SECRET', 'SIGN_UP']) delete process.env[name];
    process.env.PORT = '5000';
    loadDotEnv(folder);
    nextEnv.loadEnvConfig(folder, false);
    expect(process.env).toMatchObject({
      PORT: '5000',
      MAIL_FROM: 'Rung <rung@example.org>',
      SIGN_UP: '',
      AUTH_SECRET: 'a$b',
    });
  });

  it('may be missing', () => {
    expect(() => loadDotEnv(folder)).not.toThrow();
    expect(existsSync(path.join(folder, '.env'))).toBe(false);
  });

  it('is the only one: others that Next knows are refused', () => {
    for (const name of ['.env.local', '.env.production', '.env.development.local']) {
      write(['PORT=1'], name);
      expect(() => loadDotEnv(folder)).toThrow(`${path.join(folder, name)} is not read`);
      rmSync(path.join(folder, name));
    }
  });

  it('may begin with the mark of an editor', () => {
    write(['\uFEFFMAIL_FROM=a@example.org']);
    delete process.env.MAIL_FROM;
    loadDotEnv(folder);
    expect(process.env.MAIL_FROM).toBe('a@example.org');
  });

  it('is refused where it is no text, or no file', () => {
    writeFileSync(path.join(folder, '.env'), Buffer.from('PORT=3000\n', 'utf16le'));
    expect(() => loadDotEnv(folder)).toThrow(/, line 1: /);
    writeFileSync(path.join(folder, '.env'), Buffer.from('DATA_DIR=caf\xe9\n', 'latin1'));
    expect(() => loadDotEnv(folder)).toThrow('is not text in UTF-8.');
    rmSync(path.join(folder, '.env'));
    mkdirSync(path.join(folder, '.env'));
    expect(() => loadDotEnv(folder)).toThrow('.env cannot be read');
  });

  it('is what .env.example shows', () => {
    const { lines, problems } = parseDotEnv(readFileSync('.env.example', 'utf8'));
    expect(problems).toEqual([]);
    expect(lines).toContainEqual({ name: 'PORT', value: '3000' });
  });
});
