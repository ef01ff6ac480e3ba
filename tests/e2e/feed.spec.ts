import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import ICAL from 'ical.js';
import { FormClient } from '../support/form-client';

const readSummaries = (text: string) =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((event) => String(event.getFirstPropertyValue('summary')));

const findFeed = (html: string) => /\/feed\/[\w-]{43}\.ics/.exec(html)?.[0] ?? '';

test('report smaller: gives a calendar at a secret address, without a session, until that is ended', async ({
  baseURL,
}) => {
  const origin = baseURL ?? '';
  const owner = new FormClient(origin, { 'x-forwarded-for': '2001:db8:feed::1' });
  const account = { email: `${randomUUID()}@example.org`, password: `ladder ${randomUUID()}` };
  await owner.submit('/sign-up', 'Create account', {
    name: 'Ada',
    ...account,
    tried: 'role=qa-lead&coding=3',
  });
  const first = findFeed((await owner.submit('/settings', 'Make a calendar address', {})).text);
  const second = findFeed((await owner.submit('/settings', 'Make a new address', {})).text);
  expect(second).not.toBe(first);

  const answer = await fetch(`${origin}${second}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(readSummaries(await answer.text()).filter((summary) => summary.startsWith('Check in'))).toHaveLength(
    1,
  );

  const etag = answer.headers.get('etag') ?? '';
  expect(answer.headers.get('cache-control')).toBe('private, no-cache');
  const again = await fetch(`${origin}${second}`, { headers: { 'if-none-match': etag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  await owner.submit('/settings', 'Save settings', { name: 'Ada', timeZone: 'UTC', reminderWeeks: '2' });
  expect((await fetch(`${origin}${second}`, { headers: { 'if-none-match': etag } })).status).toBe(200);
  for (const [method, status] of [
    ['OPTIONS', 200],
    ['PROPFIND', 405],
    ['POST', 405],
  ] as const) {
    const told = await fetch(`${origin}${second}`, { method });
    expect([told.status, told.headers.get('allow'), told.headers.get('dav')], method).toEqual([
      status,
      'GET, HEAD, OPTIONS',
      null,
    ]);
  }

  await owner.submit('/settings', 'End the address', {});
  for (const address of [first, second, `/feed/${'x'.repeat(43)}.ics`]) {
    const gone = await fetch(`${origin}${address}`);
    expect(gone.status).toBe(404);
    expect(await gone.text()).toBe('There is no such calendar. Make a new link in the settings.');
  }
});
