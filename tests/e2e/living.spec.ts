import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { addDays } from '@/lib/domain/day';
import type { PlanDocument } from '@/lib/domain/planner/document';
import { FormClient } from '../support/form-client';
import { readHiddenFields } from '../support/hidden-fields';
import { ADMINISTRATOR } from './support/person';

// A plan as someone lives with it whose browser runs no script: every change is a form, and the page tells it.

const TODAY = new Date().toISOString().slice(0, 10);
const OFFER = 'See what would change';
const SETTINGS = {
  hoursPerWeek: '10',
  maxParallel: '3',
  budget: '',
  currency: 'GBP',
  region: 'UK',
  start: TODAY,
  deadline: '',
  optimiseFor: 'balanced',
};

let people = 0;

class Person {
  readonly browser: FormClient;

  constructor(baseURL: string | undefined) {
    people += 1;
    this.browser = new FormClient(baseURL ?? '', { 'x-forwarded-for': `2001:db8:11:${people}::1` });
  }

  async signUp(): Promise<void> {
    await this.browser.signUp({ email: `${randomUUID()}@example.org`, password: `ladder ${randomUUID()}` });
  }

  async checkIn(levels: Readonly<Record<string, number>>): Promise<void> {
    const fields = Object.entries(levels).map(([skill, level]) => [`ratings.${skill}.level`, String(level)]);
    const saved = await this.browser.submit('/rate', 'Save check-in', Object.fromEntries(fields));
    expect(saved.location).toMatch(/^\/gap\?saved=/);
  }

  async makePlan(): Promise<void> {
    const made = await this.browser.submit('/plan', 'Make my plan', SETTINGS);
    expect(made.location).toBe('/plan#plan');
  }

  async readPlan(): Promise<PlanDocument> {
    return JSON.parse((await this.browser.get('/plan/export/json')).text);
  }

  async saveStep(step: string, fields: Record<string, string>): Promise<void> {
    const page = await this.browser.get('/plan');
    const form = page.text.split('<form').find((part) => part.includes(`name="step" value="${step}"`)) ?? '';
    const saved = await this.browser.post('/plan', readHiddenFields(`<form${form}`, 'Save step'), {
      hoursSpent: '',
      ...fields,
    });
    expect(saved.text).toContain('Saved.');
  }

  /** Follows a link of a page by its words, to the plan with other settings, and takes that. */
  async takeWhatIf(path: string, words: string): Promise<void> {
    const page = await this.browser.get(path);
    const link = [...page.text.matchAll(/<a [^>]*href="([^"]*what-if[^"]*)"[^>]*>([^<]*)<\/a>/g)].find(
      ([, , text]) => text === words,
    );
    const whatIf = link?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(whatIf, words).not.toBe('');
    const taken = await this.browser.submit(whatIf, 'Take it', {});
    expect(taken.location).toBe('/plan#plan');
  }
}

test('offers another plan after a change, keeps mine for as long as nothing changes again, and takes it', async ({
  baseURL,
}) => {
  const person = new Person(baseURL);
  await person.signUp();
  await person.checkIn(ADMINISTRATOR);
  await person.makePlan();
  const [begun] = (await person.readPlan()).steps;
  await person.saveStep(begun?.id ?? '', { status: 'in-progress', hoursSpent: '3' });
  const mine = await person.readPlan();
  expect((await person.browser.get('/plan')).text).not.toContain(OFFER);

  const waitForOffer = () =>
    expect.poll(async () => (await person.browser.get('/plan')).text.includes(OFFER), { timeout: 60_000 });
  await person.checkIn({ coding: 0, 'information-security': 0, 'systems-design-integration': 0 });
  await waitForOffer().toBe(true);
  const kept = await person.browser.submit('/plan/replan', 'Keep mine', {});
  expect(kept.location).toBe('/plan#plan');
  expect(await person.readPlan()).toEqual(mine);
  expect((await person.browser.get('/plan')).text).not.toContain(OFFER);

  await person.checkIn({ 'server-administration': 1 });
  await waitForOffer().toBe(true);
  const taken = await person.browser.submit('/plan/replan', 'Take it', {});
  expect(taken.location).toBe('/plan#plan');
  expect((await person.browser.get('/plan')).text).toContain('Replanned for what had changed');
  const replanned = await person.readPlan();
  expect(replanned.steps.find((step) => step.id === begun?.id)?.startWeek).toBe(begun?.startWeek);
});

test('leaves out, pins and swaps a step, and keeps what was begun in every new plan', async ({ baseURL }) => {
  const person = new Person(baseURL);
  await person.signUp();
  await person.checkIn(ADMINISTRATOR);
  await person.makePlan();
  const { steps } = await person.readPlan();
  const [begun, ...others] = steps;
  await person.saveStep(begun?.id ?? '', { status: 'in-progress' });
  const last = others.at(-1);
  await person.takeWhatIf(`/plan?why=${last?.id}`, 'Pin it');
  expect((await person.browser.get('/plan')).text).toContain('Unpin');

  for (const { id } of others) {
    const page = await person.browser.get(`/plan?why=${id}`);
    const swap = /Swap it for[\s\S]*?<a [^>]*href="[^"]*"[^>]*>([^<]*)</.exec(page.text)?.[1];
    if (!swap) continue;
    await person.takeWhatIf(`/plan?why=${id}`, swap.replaceAll('&amp;', '&'));
    break;
  }
  const swapped = await person.readPlan();
  expect(swapped.profile.preferences.excluded).toHaveLength(1);
  const ids = swapped.steps.map(({ id }) => id);
  expect(ids).not.toContain(swapped.profile.preferences.excluded[0]);
  expect(ids).toContain(begun?.id);
});

test('undoes a change of a step of one’s own, which every export holds', async ({ baseURL }) => {
  const person = new Person(baseURL);
  await person.signUp();
  await person.checkIn(ADMINISTRATOR);
  const own = {
    title: 'Pairing with Grace',
    kind: 'practice',
    url: '',
    hours: '5',
    weeks: '1',
    cost: '',
    currency: 'GBP',
    'raises.0.skill': 'coding',
    'raises.0.from': '1',
    'raises.0.to': '2',
  };
  expect((await person.browser.submit('/plan/own', 'Add step', own)).location).toContain('/plan/own?added=');
  const changed = await person.browser.submit('/plan/own', 'Save changes', {
    ...own,
    title: 'Something else',
  });
  expect(changed.text).toContain('Something else');
  const undone = await person.browser.post('/plan/own', readHiddenFields(changed.text, 'Undo change'), {});
  expect(undone.text).toContain('Pairing with Grace');
  await person.makePlan();
  await person.takeWhatIf('/plan/own', 'See the plan with it pinned');
  for (const format of ['markdown', 'csv', 'json', 'ics'])
    expect((await person.browser.get(`/plan/export/${format}`)).text).toContain('Pairing with Grace');
});

test('tells of a certificate that lapses, and of a plan whose last step is finished', async ({ baseURL }) => {
  const person = new Person(baseURL);
  await person.signUp();
  await person.checkIn(ADMINISTRATOR);
  await person.makePlan();
  const { steps } = await person.readPlan();
  for (const { id, kind } of steps) {
    const expiry: Record<string, string> = kind === 'certification' ? { expiresOn: addDays(TODAY, 30) } : {};
    await person.saveStep(id, { status: 'done', hoursSpent: '20', finishedOn: TODAY, ...expiry });
  }
  const page = (await person.browser.get('/plan')).text;
  expect(page).toContain('Certificates to renew');
  expect(page).toContain('Nothing is left to forecast');
});
