import { expect, test } from '@playwright/test';
import { readHiddenFields } from '../support/hidden-fields';
import { dayIn } from './support/days';
import { FormPerson } from './support/form-person';
import { ADMINISTRATOR } from './support/person';

// A plan as someone lives with it whose browser runs no script: every change is a form, and the page tells it.

const OFFER = 'See what would change';

test('offers another plan after a change, keeps mine until something changes again, takes it, and takes it back', async ({
  baseURL,
}) => {
  const person = new FormPerson(baseURL);
  await person.signUp();
  await person.checkIn(ADMINISTRATOR);
  await person.makePlan({ start: dayIn(0) });
  const ways = (await person.browser.get('/plan/compare')).text.replaceAll(/<!-- -->|<\/?span>/g, '');
  expect(ways).toContain('Fastest, balanced, cheapest and lightest');
  expect(
    /With 5 hours more a week:<\/strong> \d+ weeks? shorter|With 5 hours more a week/.exec(ways),
  ).not.toBeNull();
  // A choice names what it changes, and one that leaves no plan leads to the nearest that does.
  const choice = /href="(\/plan\/what-if\?[^"]*)"/.exec(ways)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const soon = choice.replace('deadline=', `deadline=${dayIn(30)}`);
  const tight = (await person.browser.get(soon)).text.replaceAll(/<!-- -->|<\/?span>/g, '');
  expect(tight).toMatch(/Changed: .*a deadline on/);
  expect(tight).toMatch(/href="\/plan\/what-if\?[^"]*deadline=\d{4}[^"]*"[^>]*>Move the deadline to/);
  // From when one can apply hangs on the levels of the day, not on the plan.
  const readKept = async () => ({ ...(await person.readPlan()), applyFrom: [] });
  const [begun] = (await person.readPlan()).steps;
  await person.saveStep(begun?.id ?? '', { status: 'in-progress', hoursSpent: '3' });
  const mine = await readKept();
  expect((await person.browser.get('/plan')).text).not.toContain(OFFER);

  const waitForOffer = () =>
    expect.poll(async () => (await person.browser.get('/plan')).text.includes(OFFER), { timeout: 60_000 });
  await person.checkIn({ coding: 0, 'information-security': 0, 'systems-design-integration': 0 });
  await waitForOffer().toBe(true);
  const kept = await person.browser.submit('/plan/replan', 'Keep mine', {});
  expect(kept.location).toBe('/plan#plan');
  expect(await readKept()).toEqual(mine);
  expect((await person.browser.get('/plan')).text).not.toContain(OFFER);

  await person.checkIn({ 'server-administration': 1 });
  await waitForOffer().toBe(true);
  const taken = await person.browser.submit('/plan/replan', 'Take it', {});
  expect(taken.location).toBe('/plan?made=1#plan');
  expect((await person.browser.get('/plan')).text).toMatch(/We (checked|looked)/);
  const replanned = await person.readPlan();
  expect(replanned.steps.find((step) => step.id === begun?.id)?.startWeek).toBe(begun?.startWeek);

  const again = await person.browser.submit('/plan/earlier', 'Take this plan again', {});
  expect(again.location).toBe('/plan?made=1#plan');
  expect(await readKept()).toEqual(mine);
});

test('pins, unpins and swaps a step, and keeps what was finished and begun in every new plan', async ({
  baseURL,
}) => {
  const person = new FormPerson(baseURL);
  await person.signUp();
  await person.checkIn(ADMINISTRATOR);
  await person.makePlan({ start: dayIn(0) });
  const before = await person.readPlan();
  const study = before.steps.filter(({ hours }) => hours > 1);
  const [finished, begun, ...others] = study;
  await person.saveStep(finished?.id ?? '', { status: 'done', hoursSpent: '5' });
  await person.saveStep(begun?.id ?? '', {
    status: 'in-progress',
    hoursSpent: String((begun?.hours ?? 0) - 1),
  });
  const last = others.at(-1)?.id ?? '';
  await person.takeWhatIf(`/plan?why=${last}`, 'Pin it');
  const choices = (await person.browser.get('/plan')).text;
  expect(choices).toContain('Unpin');
  expect(choices).toContain('for what was left when it was made');
  expect(choices).not.toContain('Done or begun outside this plan');
  const { steps } = await person.readPlan();
  const stepOf = (id: string | undefined) => steps.find((step) => step.id === id);
  expect(stepOf(finished?.id)).toMatchObject({
    status: 'done',
    start: finished?.start,
    // It ended in the week in which it was finished, however long it was planned to take.
    finish: dayIn(6),
  });
  // An hour is left of it, which one week takes.
  expect(stepOf(begun?.id)).toMatchObject({
    status: 'in-progress',
    start: begun?.start,
    hours: begun?.hours,
  });
  expect(
    stepOf(begun?.id)
      ?.hoursByWeek.slice(1)
      .every((hours) => hours <= 1),
  ).toBe(true);

  await person.takeWhatIf('/plan', 'Unpin');
  expect((await person.browser.get('/plan')).text).not.toContain('Unpin');
  const { out, title } = await person.swapOneOf(others.map(({ id }) => id));
  const swapped = await person.readPlan();
  expect(swapped.profile.preferences.excluded).toEqual([out]);
  expect(swapped.steps.map(({ id }) => id)).not.toContain(out);
  expect(swapped.steps.map((step) => step.title)).toContain(title);
  expect(swapped.steps.map(({ id }) => id)).toEqual(expect.arrayContaining([finished?.id, begun?.id]));
});

test('says where a dropped step leaves no plan, and takes it back with one press', async ({ baseURL }) => {
  const person = new FormPerson(baseURL);
  await person.signUp();
  await person.checkIn(ADMINISTRATOR);
  await person.makePlan({ start: dayIn(0), optimiseFor: 'cheapest' });
  // With no more money than the cheapest plan takes, what costs something cannot be left out.
  const { totals } = await person.readPlan();
  await person.makePlan({ start: dayIn(0), optimiseFor: 'cheapest', budget: String(totals.cost.amount) });
  const needed = await person.findNeeded();
  await person.dropStep(needed.id);
  await expect
    .poll(async () => (await person.browser.get('/plan')).text, { timeout: 60_000 })
    .toContain('or take back what you dropped:');
  const page = (await person.browser.get('/plan')).text;
  const remedy = page.slice(page.indexOf('or take back what you dropped:'));
  expect(remedy.slice(0, 2000)).toContain(needed.title);
  expect(await person.act(/value="(undo [^"]*)"/.exec(remedy)?.[1] ?? '')).toContain('Undone: To do.');
  const after = (await person.browser.get('/plan')).text;
  expect(after).not.toContain('or take back what you dropped:');
  expect((await person.readPlan()).steps.map(({ id }) => id)).toContain(needed.id);
});

test('undoes a change of a step of one’s own, which every export holds', async ({ baseURL }) => {
  const person = new FormPerson(baseURL);
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
  const { location } = await person.browser.submit('/plan/own', 'Add step', own);
  const id = /^\/plan\/own\?added=(own-\w+)/.exec(location ?? '')?.[1];
  const form = `/plan/own?change=${id}`;
  const changed = await person.browser.submit(form, 'Save changes', { ...own, title: 'Something else' });
  expect(changed.text).toContain('Something else');
  const undone = await person.browser.post(form, readHiddenFields(changed.text, 'Undo change'), {});
  expect(undone.text).toContain('Pairing with Grace');
  await person.makePlan({ start: dayIn(0) });
  await person.takeWhatIf('/plan/own', 'See the plan with it pinned');
  for (const format of ['markdown', 'csv', 'json', 'ics'])
    expect((await person.browser.get(`/plan/export/${format}`)).text).toContain('Pairing with Grace');
});
