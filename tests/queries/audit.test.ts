import { expect, it } from 'vitest';
import { listAuditEvents, saveAuditEvent } from '@/lib/queries/audit';
import { makePerson, setUpDatabase } from '../support/database';

setUpDatabase();

it('lists the person’s own events, the newest first, and nobody else’s', async () => {
  const [ada, bob] = [await makePerson(), await makePerson()];
  await saveAuditEvent({ personId: ada, kind: 'sign-in', detail: { browser: 'Firefox' } });
  await saveAuditEvent({ personId: null, kind: 'sign-in-failed' });
  await saveAuditEvent({ personId: ada, kind: 'session-ended' });
  const events = await listAuditEvents(ada);
  expect(events.map(({ kind, detail }) => [kind, detail])).toEqual([
    ['session-ended', {}],
    ['sign-in', { browser: 'Firefox' }],
  ]);
  expect(await listAuditEvents(ada, { limit: 1 })).toHaveLength(1);
  expect(await listAuditEvents(bob)).toEqual([]);
});
