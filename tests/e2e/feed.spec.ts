import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import ICAL from 'ical.js';
import { FormClient } from '../support/form-client';

const readSummaries = (text: string) =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((event) => String(event.getFirstPropertyValue('summary')));

const findFeed = (html: string) => /\/feed\/[\w-]{43}\.ics/.exec(html)?.[0] ?? '';

test('gives a calendar at a secret address, without a session, until that is ended', async ({ baseURL }) => {
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

  await owner.submit('/settings', 'End the address', {});
  for (const address of [first, second, `/feed/${'x'.repeat(43)}.ics`]) {
    const gone = await fetch(`${origin}${address}`);
    expect(gone.status).toBe(404);
    expect(await gone.text()).toBe('There is no such calendar. Make a new link in the settings.');
  }
});
