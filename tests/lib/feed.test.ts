import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { findLink, makeLink } from '@/lib/auth/link-secret';
import { renderFeed } from '@/lib/feed';
import { saveCheckIn } from '@/lib/queries/check-ins';
import { saveAccount } from '@/lib/queries/people';
import { savePlan } from '@/lib/queries/plans';
import { deleteLinkTokens } from '@/lib/queries/tokens';
import { makePerson, setUpDatabase } from '../support/database';
import { buildSamplePlan } from '../support/sample-plan';

setUpDatabase();

const exportedAt = new Date('2026-11-22T10:00:00Z');

function readEvents(text: string) {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => ({
    uid: String(event.getFirstPropertyValue('uid')),
    start: String(event.getFirstPropertyValue('dtstart')),
    summary: String(event.getFirstPropertyValue('summary')),
    hasStamp: event.getFirstPropertyValue('dtstamp') !== null,
  }));
}

it('holds the plan’s steps, their reminders and the next check-in, each with an id of its own', async () => {
  const user = await makePerson();
  await saveCheckIn(user, {
    career: 'devops',
    catalogue: 'c1',
    note: null,
    ratings: [{ skill: 'coding', level: 2, evidence: 'secret evidence', sure: null }],
    requestKey: 'k',
    takenAt: new Date('2026-11-01T20:00:00Z'),
  });
  const document = buildSamplePlan({ steps: 3 });
  await savePlan(user, { document, reason: 'made' });
  const text = await renderFeed(user, exportedAt);
  const events = readEvents(text);
  expect(events).toHaveLength(7);
  expect(new Set(events.map((event) => event.uid)).size).toBe(7);
  expect(events.every((event) => event.hasStamp)).toBe(true);
  // 1 November in UTC is already the 2nd in Kathmandu.
  expect(events.find((event) => event.summary.startsWith('Check in'))?.start).toBe('2026-12-14');
  for (const step of document.steps)
    expect(text.replace(/\r\n /g, '')).toContain(`Due soon: ${step.title}`.slice(0, 20));
  expect(text).not.toContain('secret evidence');
  expect(
    readEvents(await renderFeed(user, new Date('2027-01-01T00:00:00Z'))).map((event) => event.uid),
  ).toEqual(events.map((event) => event.uid));
});

it('is a valid calendar before there is anything in it', async () => {
  const user = await makePerson();
  await saveAccount(user, { settings: { reminderWeeks: null } });
  expect(readEvents(await renderFeed(user, exportedAt))).toHaveLength(1);
});

it('opens to the newest address alone, until that is ended', async () => {
  const user = await makePerson();
  const first = await makeLink(user, { purpose: 'feed', expiresAt: null });
  const second = await makeLink(user, { purpose: 'feed', expiresAt: null });
  expect(await findLink(first, 'feed')).toBeNull();
  expect(await findLink(second, 'feed')).toMatchObject({ userId: user, detail: null });
  expect(await findLink(second, 'unsubscribe')).toBeNull();
  await deleteLinkTokens(user, 'feed');
  expect(await findLink(second, 'feed')).toBeNull();
});
