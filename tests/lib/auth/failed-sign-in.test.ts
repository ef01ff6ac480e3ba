import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { startChild } from '../../support/child';

async function readLog(LOG_ADDRESSES: string): Promise<string[]> {
  const settings = { LOG_ADDRESSES, LOG_LEVEL: 'info', TSX_TSCONFIG_PATH: 'tsconfig.scripts.json' };
  const child = startChild('tests/support/children/note-failed-sign-in.ts', [], settings);
  expect(await child.ended, child.output()).toBe(0);
  return child.output().trim().split('\n');
}

it('security 18.j: writes failed sign-ins to the log, without the address unless the operator wants it', async () => {
  const lines = await readLog('off');
  expect(lines).toHaveLength(4);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'warn', msg: 'sign-in failed', way: 'password', reason: 'wrong' },
    { way: 'code', reason: 'throttled' },
    { way: 'provider', reason: 'unverified' },
    { way: 'password', reason: 'busy' },
  ]);
  expect(lines.join()).not.toMatch(/203\.0\.113|2001:db8/);
});

it('security 18.k: writes them as the filter in docs/fail2ban reads them', async () => {
  const [, failregex = ''] =
    /^failregex = (.+)$/m.exec(readFileSync('docs/fail2ban/rung.conf', 'utf8')) ?? [];
  const filter = new RegExp(failregex.replace('<HOST>', '(?<host>[0-9a-f.:]+)'));
  const hosts = (await readLog('on')).map((line) => filter.exec(line)?.groups?.host);
  expect(hosts).toEqual(['203.0.113.7', '2001:db8::7', undefined, undefined]);
});
