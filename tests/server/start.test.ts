import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureSecret, makeDataFolder } from '@/server/data-folder';

let folder: string;
const before = { ...process.env };

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'rung-start-'));
});

afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true, force: true });
});

async function start(settings: Record<string, string>) {
  const env = { ...before, AUTH_SECRET: '', AUTH_URL: '', HOST: '', PORT: '', DATA_DIR: folder, ...settings };
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const [complaint, [status]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { status, complaint: complaint.trim() };
}

describe('a start that cannot go well', () => {
  it.each([
    [{ PORT: 'eighty' }, 'PORT must be a whole number from 0 (any free port) to 65535, not "eighty".'],
    [
      { HOST: '0.0.0.0' },
      'AUTH_URL must be set to the public address (such as https://rung.example.org) when HOST is not localhost.',
    ],
    [
      { AUTH_URL: 'https://rung.test' },
      'AUTH_SECRET must be set unless Rung is served on localhost only; make one with: openssl rand -base64 33',
    ],
    [
      { AUTH_URL: 'https://rung.test', AUTH_SECRET: 'too short' },
      'AUTH_SECRET must have at least 32 characters; make one with: openssl rand -base64 33',
    ],
  ])('says why with %j, in one sentence and nothing else', async (settings, sentence) => {
    expect(await start(settings as Record<string, string>)).toEqual({ status: 1, complaint: sentence });
  });

  it('says that the port is taken, before it builds anything', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const { status, complaint } = await start({ PORT: String(port) });
    other.close();
    expect(status).toBe(1);
    expect(complaint).toBe(
      `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
    );
  });

  it('says that the data folder cannot be made', async () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    const { status, complaint } = await start({ PORT: '0', DATA_DIR: path.join(file, 'data') });
    expect(status).toBe(1);
    expect(complaint).toMatch(
      /^The folder .* cannot be made or written to\. Set DATA_DIR to one that can\.$/,
    );
  });
});

describe('the secret of an installation on localhost', () => {
  beforeEach(() => {
    delete process.env.AUTH_SECRET;
  });

  it('is made once, for its owner alone, and read from then on', () => {
    const data = path.join(folder, 'data');
    makeDataFolder(data);
    ensureSecret(data);
    const first = process.env.AUTH_SECRET ?? '';
    delete process.env.AUTH_SECRET;
    ensureSecret(data);
    expect(process.env.AUTH_SECRET).toBe(first);
    expect(Buffer.from(first, 'base64')).toHaveLength(33);
    expect(statSync(path.join(data, 'auth-secret')).mode & 0o777).toBe(0o600);
    expect(statSync(data).mode & 0o777).toBe(0o700);
  });

  it('is not made where one is set', () => {
    process.env.AUTH_SECRET = 'x'.repeat(32);
    ensureSecret(folder);
    expect(existsSync(path.join(folder, 'auth-secret'))).toBe(false);
  });

  it('is refused when somebody cut it short', () => {
    writeFileSync(path.join(folder, 'auth-secret'), 'short');
    expect(() => ensureSecret(folder)).toThrow(/auth-secret is damaged/);
  });
});
