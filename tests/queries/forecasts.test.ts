import { expect, it } from 'vitest';
import { listForecasts, saveForecast } from '@/lib/queries/forecasts';
import { makePerson, setUpDatabase } from '../support/database';

setUpDatabase();

const entry = {
  career: 'devops',
  role: 'devops-engineer',
  planId: 'plan',
  basis: 'catalogue' as const,
  evenOn: '2028-01-01',
  likelyOn: '2028-06-01',
  stepsLeft: 9,
};

it('keeps each forecast, the newest first, and the same one only once', async () => {
  const user = await makePerson();
  await saveForecast(user, { ...entry, now: new Date('2026-01-01T00:00:00Z') });
  await saveForecast(user, entry);
  await saveForecast(user, { ...entry, evenOn: '2028-02-01' });
  const kept = await listForecasts(user, 'devops');
  expect(kept.map(({ evenOn }) => evenOn)).toEqual(['2028-02-01', '2028-01-01']);
  expect(kept[1]).toMatchObject({ madeAt: '2026-01-01T00:00:00.000Z', stepsLeft: 9 });
});

it('cannot see another person’s forecasts', async () => {
  const [ada, bob] = [await makePerson(), await makePerson()];
  await saveForecast(ada, entry);
  expect(await listForecasts(bob, 'devops')).toEqual([]);
});
