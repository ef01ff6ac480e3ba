import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { findLink, makeLink } from '@/lib/auth/link-secret';
import { UNTOUCHED } from '@/lib/domain/step-progress';
import { saveCheckIn } from '@/lib/queries/check-ins';
import { saveAccount } from '@/lib/queries/people';
import { savePlan } from '@/lib/queries/plans';
import { saveStepProgress } from '@/lib/queries/step-progress';
import { deleteLinkTokens } from '@/lib/queries/tokens';
import { renderFeed } from '@/lib/reminders/feed';
import { makePerson, setUpDatabase } from '@/tests/support/database';
import { buildSamplePlan, readStagedPlan } from '@/tests/support/sample-plan';

setUpDatabase();

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
  const text = await renderFeed(user);
  const events = readEvents(text);
  expect(events).toHaveLength(7);
  expect(new Set(events.map((event) => event.uid)).size).toBe(7);
  expect(events.every((event) => event.hasStamp)).toBe(true);
  // 1 November in UTC is already the 2nd in Kathmandu.
  expect(events.find((event) => event.summary.startsWith('Check in'))?.start).toBe('2026-12-14');
  for (const step of document.steps)
    expect(text.replace(/\r\n /g, '')).toContain(`Due soon: ${step.title}`.slice(0, 20));
  expect(text).not.toContain('secret evidence');
  expect(readEvents(await renderFeed(user)).map((event) => event.uid)).toEqual(
    events.map((event) => event.uid),
  );
});

it('reminds of a step that is to do again until it is finished once more', async () => {
  const user = await makePerson();
  const plan = readStagedPlan('reliability');
  const [first = expect.fail('no step')] = plan.steps;
  const steps = plan.steps.map((step) =>
    step.id === first.id ? { ...step, status: 'again' as const } : step,
  );
  const record = (status: 'in-progress' | 'done', now: string) =>
    saveStepProgress(user, {
      ...UNTOUCHED,
      career: 'devops',
      step: first.id,
      status,
      startedOn: '2026-10-01',
      finishedOn: status === 'done' ? now.slice(0, 10) : null,
      now: new Date(now),
    });
  const isReminded = async () =>
    readEvents(await renderFeed(user)).some(({ summary }) => summary === `Due soon: ${first.title}`);
  await saveCheckIn(user, {
    career: 'devops',
    catalogue: 'c1',
    note: null,
    ratings: Object.keys(plan.profile.levels).map((skill) => ({
      skill,
      level: 0,
      evidence: null,
      sure: null,
    })),
    requestKey: 'k',
    takenAt: new Date('2026-11-01T20:00:00Z'),
  });
  await record('done', '2026-10-20T08:00:00Z');
  await savePlan(user, {
    document: { ...plan, steps },
    reason: 'made',
    now: new Date('2026-11-02T08:00:00Z'),
  });
  expect(await isReminded()).toBe(true);
  expect(await renderFeed(user)).toContain('Status: To do again');
  await record('in-progress', '2026-11-10T08:00:00Z');
  await record('done', '2026-11-20T08:00:00Z');
  expect(await isReminded()).toBe(false);
  expect(await renderFeed(user)).not.toContain('To do again');
});

it('report smaller: is the same to the byte until something changes, which then says that it is newer', async () => {
  const user = await makePerson();
  const document = buildSamplePlan({ steps: 2 });
  await savePlan(user, { document, reason: 'made', now: new Date('2026-11-01T08:00:00Z') });
  const read = async () =>
    new ICAL.Component(ICAL.parse(await renderFeed(user))).getAllSubcomponents('vevent');
  const revisions = async () =>
    new Map(
      (await read()).map((event) => [
        String(event.getFirstPropertyValue('uid')),
        Number(event.getFirstPropertyValue('sequence')),
      ]),
    );
  const text = await renderFeed(user);
  expect(await renderFeed(user)).toBe(text);
  expect(text).toMatch(/^REFRESH-INTERVAL;VALUE=DURATION:PT6H\r$/m);
  expect(text).toMatch(/^X-PUBLISHED-TTL:PT6H\r$/m);
  const events = await read();
  expect(events.length).toBeGreaterThan(1);
  for (const event of events)
    expect(event.getFirstPropertyValue('last-modified')).toEqual(event.getFirstPropertyValue('dtstamp'));
  const before = await revisions();
  const steps = document.steps.map((step) => ({ ...step, start: '2027-02-01', finish: '2027-02-28' }));
  await savePlan(user, {
    document: { ...document, steps },
    reason: 'replanned',
    now: new Date('2026-11-02T08:00:00Z'),
  });
  const after = await revisions();
  const same = [...before.keys()].filter((uid) => after.has(uid));
  expect(same.length).toBeGreaterThan(1);
  for (const uid of same) expect(after.get(uid), uid).toBeGreaterThan(before.get(uid) ?? 0);
});

it('is a valid calendar before there is anything in it', async () => {
  const user = await makePerson();
  await saveAccount(user, { settings: { reminderWeeks: null } });
  expect(readEvents(await renderFeed(user))).toHaveLength(1);
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
