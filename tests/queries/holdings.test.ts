import { expect, it } from 'vitest';
import { getGoal, saveGoal } from '@/lib/queries/goals';
import { listHoldings, saveHoldings } from '@/lib/queries/holdings';
import { makePerson, setUpDatabase } from '../support/database';

setUpDatabase();

const career = 'devops';
const degree = { id: 'bachelors-other', since: '2019-07', expiresOn: null };
const certificate = { id: 'relevant-certification', since: '2025-06', expiresOn: '2028-06-30' };
const now = new Date('2026-11-28T12:00:00Z');

it('gives back what is held with its dates, and nothing that was held before', async () => {
  const [ada, bob] = [await makePerson(), await makePerson()];
  await saveHoldings(ada, { career, holdings: [certificate, degree] });
  expect(await listHoldings(ada, career)).toMatchObject([degree, certificate]);
  await saveHoldings(bob, { career, holdings: [{ ...degree, since: null }] });
  await saveHoldings(ada, { career, holdings: [{ ...certificate, expiresOn: '2031-06-30' }] });
  expect(await listHoldings(ada, career)).toMatchObject([{ ...certificate, expiresOn: '2031-06-30' }]);
  expect(await listHoldings(bob, career)).toMatchObject([{ ...degree, since: null }]);
  expect(await listHoldings(ada, 'security')).toEqual([]);
});

it('security 5.b: keeps at most fifty for one person', async () => {
  const user = await makePerson();
  const holdings = Array.from({ length: 51 }, (_, at) => ({ id: `h-${at}`, since: null, expiresOn: null }));
  await expect(saveHoldings(user, { career, holdings })).rejects.toThrow('at most 50 degrees');
  expect(await listHoldings(user, career)).toEqual([]);
});

it('is changed by a goal that says what is held: dates stay, and so does what has expired', async () => {
  const user = await makePerson();
  const lapsed = { id: 'led-people', since: null, expiresOn: '2026-01-31' };
  await saveHoldings(user, { career, holdings: [certificate, degree, lapsed] });
  const goal = { career, role: 'devops-engineer', preferences: null, now };
  await saveGoal(user, { ...goal, holdings: ['relevant-certification', 'hnd-related'] });
  expect(await listHoldings(user, career)).toMatchObject([
    { id: 'hnd-related', since: null, expiresOn: null },
    lapsed,
    certificate,
  ]);
  await saveGoal(user, { ...goal, role: 'build-engineer', holdings: ['led-people'] });
  expect(await listHoldings(user, career)).toMatchObject([{ ...lapsed, expiresOn: null }]);
});

it('stays as it is by a goal that says nothing of it, which keeps what is held now', async () => {
  const user = await makePerson();
  const lapsed = { id: 'led-people', since: null, expiresOn: '2026-01-31' };
  await saveHoldings(user, { career, holdings: [certificate, lapsed] });
  await saveGoal(user, { career, role: 'devops-engineer', preferences: null, now });
  expect(await getGoal(user, career, now)).toMatchObject({ holdings: ['relevant-certification'] });
  expect(await listHoldings(user, career)).toMatchObject([lapsed, certificate]);
});

it('stays as it is where a goal is refused, and is saved where only it was changed', async () => {
  const user = await makePerson();
  const goal = { career, role: 'devops-engineer', preferences: null };
  const first = await saveGoal(user, { ...goal, holdings: ['bachelors-other'], now });
  const later = new Date(now.getTime() + 1000);
  const stale = await saveGoal(user, { ...goal, holdings: [], basedOn: 'another', now: later });
  expect(stale).toMatchObject({ ok: false });
  expect(await listHoldings(user, career)).toMatchObject([{ id: 'bachelors-other' }]);
  await saveHoldings(user, { career, holdings: [] });
  expect(await saveGoal(user, { ...goal, holdings: ['bachelors-other'], now: later })).toEqual(first);
  expect(await listHoldings(user, career)).toMatchObject([{ id: 'bachelors-other' }]);
});
