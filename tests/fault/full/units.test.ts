import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

it('documents units that systemd takes without a complaint', () => {
  const units = readdirSync('docs/systemd').map((name) => `docs/systemd/${name}`);
  expect(units.length).toBeGreaterThan(0);
  const complaints = execFileSync('systemd-analyze', ['verify', ...units], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
  expect(complaints).toBe('');
});
