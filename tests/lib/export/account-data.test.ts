import { expect, it } from 'vitest';
import { type AccountData, accountDataSchema } from '@/lib/domain/account-data';
import { renderAccountData } from '@/lib/export/account-data';
import { buildHistoryFile } from '@/tests/support/history';
import { buildSamplePlan } from '@/tests/support/sample-plan';

it.each<[string, AccountData]>([
  ['an empty account', accountDataSchema.parse({ format: 'rung-data', version: 2 })],
  [
    'a history with a plan',
    accountDataSchema.parse({
      ...JSON.parse(buildHistoryFile(300)),
      version: 2,
      plan: buildSamplePlan({ steps: 3 }),
      exportedAt: '2026-11-27T12:00:00Z',
    }),
  ],
])('security 5.a: writes %s in pieces, as it would be written at once', async (_name, file) => {
  expect(await renderAccountData(file)).toBe(JSON.stringify(file, null, 1));
});
