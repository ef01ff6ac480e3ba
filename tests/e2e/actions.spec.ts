import { randomUUID } from 'node:crypto';
import type { APIRequestContext, APIResponse } from '@playwright/test';
import fc from 'fast-check';
import { PLAN_FIELDS } from '../support/plan-fields';
import { dayIn } from './support/days';
import {
  ADMINISTRATOR,
  checkIn,
  FEW_ARE_MEANT,
  inventAccount,
  makePlan,
  planRow,
  signUp,
} from './support/person';
import { PageForm } from './support/post-form';
import { expect, test } from './support/test';

// Every server action as a program meets it: the page's own form, sent over HTTP with any fields.

const GENERATED = 40;
const SEED = 20261122;

type Fields = Record<string, string | string[]>;
type Action = {
  name: string;
  address: string;
  button: string;
  needs: 'nobody' | 'a person' | 'a plan';
  /** Fields that go through, and where they lead; null where the page itself answers. */
  valid: () => Fields;
  leadsTo: RegExp | null;
  saved?: string;
  invalid: readonly [what: string, fields: Fields, sentence: string][];
};

const account = () => ({ ...inventAccount(), timeZone: 'Europe/Berlin' });

const ACTIONS: readonly Action[] = [
  {
    name: 'signUpAction',
    address: '/sign-up',
    button: 'Create account',
    needs: 'nobody',
    valid: account,
    leadsTo: /^\/rate$/,
    invalid: [
      ['no fields', {}, 'This form came incomplete'],
      ['a short password', { ...account(), password: 'short' }, 'at least 15 characters'],
      [
        'two addresses',
        { ...account(), email: ['a@example.org', 'b@example.org'] },
        'This form came incomplete',
      ],
      ['a field of its own', { ...account(), isAdministrator: 'true' }, 'a field that Rung does not know'],
    ],
  },
  {
    name: 'saveCheckInAction',
    address: '/rate/all',
    button: 'Save check-in',
    needs: 'a person',
    valid: () => ({
      ...FEW_ARE_MEANT,
      'ratings.coding.level': '3',
      'ratings.coding.evidence': 'A release',
      note: 'A note',
    }),
    leadsTo: /^\/gap\?saved=/,
    invalid: [
      ['no fields', {}, 'This form came incomplete'],
      ['an unknown skill', { 'ratings.sewing.level': '3' }, 'names a skill that does not exist'],
      ['a level above 5', { 'ratings.coding.level': '6' }, 'Choose a level from 0 to 5'],
      ['two levels', { 'ratings.coding.level': ['1', '2'] }, 'Choose a level from 0 to 5'],
      [
        'an unknown sureness',
        { 'ratings.coding.level': '3', 'ratings.coding.sure': 'very' },
        'low, medium or high',
      ],
      [
        'a note too long',
        { 'ratings.coding.level': '3', note: 'n'.repeat(2001) },
        '2000 characters or fewer',
      ],
      ['no key', { 'ratings.coding.level': '3', requestKey: '' }, 'this form is missing its key'],
      ['an owner', { 'ratings.coding.level': '3', personId: 'x' }, 'a field that Rung does not know'],
      ['a prototype', { '__proto__.level': '3', 'ratings.__proto__.level': '3' }, 'does not'],
    ],
  },
  {
    name: 'setGoalAction',
    address: '/gap',
    button: 'Set as goal',
    needs: 'a person',
    valid: () => ({ role: 'qa-lead' }),
    leadsTo: /^\/gap\?set=1$/,
    invalid: [
      ['no role', {}, 'Choose a role from the list.'],
      ['an unknown role', { role: 'astronaut' }, 'Choose a role from the list.'],
      ['two roles', { role: ['qa-lead', 'data-analyst'] }, 'Choose a role from the list.'],
      ['a career', { role: 'qa-lead', career: 'x' }, 'a field that Rung does not know'],
    ],
  },
  {
    name: 'makePlanAction',
    address: '/plan',
    button: 'Make my plan',
    needs: 'a person',
    valid: () => PLAN_FIELDS,
    leadsTo: /^\/plan\?made=1#plan$/,
    invalid: [
      ['no fields', {}, 'whole hours per week'],
      ['hours in words', { ...PLAN_FIELDS, hoursPerWeek: 'ten' }, 'whole hours per week'],
      ['a day that is none', { ...PLAN_FIELDS, start: '2026-02-30' }, 'YYYY-MM-DD'],
      ['hours at work in words', { ...PLAN_FIELDS, workHoursPerWeek: 'some' }, 'hours at work'],
      ['an unknown platform', { ...PLAN_FIELDS, platform: 'mainframe' }, 'platform from the list'],
      [
        'half of weeks off',
        { ...PLAN_FIELDS, offFrom: dayIn(250), offTo: '' },
        'both the first and the last',
      ],
      ['an unknown holding', { ...PLAN_FIELDS, holdings: 'a-medal' }, 'This holding does not exist.'],
      [
        'an unknown kind',
        { ...PLAN_FIELDS, excludedKinds: ['degree', 'holiday'] },
        'kinds of step from the list',
      ],
      ['levels', { ...PLAN_FIELDS, levels: '5' }, 'a field that Rung does not know'],
    ],
  },
  {
    name: 'saveStepAction',
    address: '/plan?edit=',
    button: 'Save step',
    needs: 'a plan',
    valid: () => ({ status: 'done', hoursSpent: '12' }),
    leadsTo: /^\/plan\?saved=\w+#/,
    invalid: [
      ['no fields', {}, 'Choose a status from the list.'],
      ['an unknown status', { status: 'lost', hoursSpent: '' }, 'Choose a status from the list.'],
      ['hours below 0', { status: 'done', hoursSpent: '-1' }, 'Give the hours as a number'],
      ['an unknown step', { status: 'done', hoursSpent: '', step: 'a-step' }, 'This step does not exist.'],
      ['an owner', { status: 'done', hoursSpent: '', personId: 'x' }, 'a field that Rung does not know'],
    ],
  },
];

/** Whether the page says it; a page that does not is too long to be shown. */
async function says(answer: APIResponse, sentence: string): Promise<boolean> {
  return (await answer.text()).replaceAll('&#x27;', "'").includes(sentence);
}

async function expectNoTrace(answer: APIResponse) {
  const body = await answer.text();
  expect(answer.status(), body.slice(0, 500)).toBeLessThan(500);
  expect(body.match(/\bat [\w.<>]+ \(|node_modules|SQLITE|drizzle/)?.[0]).toBeUndefined();
}

function generateFields(action: Action): Fields[] {
  const names = Object.keys(action.valid());
  const junk = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom(
      '',
      '0',
      '-1',
      '1e999',
      'NaN',
      'null',
      '__proto__',
      '\u0000',
      "' or 1=1 --",
      '<script>',
      '🪜',
    ),
  );
  const value = fc.oneof(junk, fc.array(junk, { minLength: 2, maxLength: 3 }));
  const name = fc.oneof(
    fc.constantFrom(...names),
    fc.constantFrom('__proto__', 'x.y.z', 'ratings', 'basedOn', ''),
  );
  const fields = fc.dictionary(name, value, { maxKeys: 6, noNullPrototype: true });
  return fc
    .sample(fields, { numRuns: GENERATED, seed: SEED })
    .map((some) => ({ ...action.valid(), ...some }));
}

for (const action of ACTIONS) {
  test.describe(action.name, () => {
    let form: PageForm;
    let person: APIRequestContext;
    let origin: string;
    const send = (fields: Fields, request = person) => form.post(request, fields, origin);

    test.beforeEach(async ({ page, request, baseURL }) => {
      origin = baseURL ?? '';
      person = action.needs === 'nobody' ? request : page.request;
      if (action.needs !== 'nobody') await signUp(page);
      if (action.needs === 'a plan') {
        await checkIn(page, ADMINISTRATOR);
        await makePlan(page);
      }
      const step = action.needs === 'a plan' ? await planRow(page).getAttribute('id') : '';
      form = await PageForm.load(person, `${action.address}${step}`, action.button);
    });

    test('does what it is for', async () => {
      const answer = await send(action.valid());
      if (action.leadsTo) {
        expect(answer.status()).toBe(303);
        expect(answer.headers().location).toMatch(action.leadsTo);
      } else expect(await says(answer, action.saved ?? '')).toBe(true);
    });

    test('says what is wrong with what it cannot take', async () => {
      for (const [what, fields, sentence] of action.invalid) {
        const answer = await send(fields);
        expect.soft(answer.status(), what).toBe(200);
        expect.soft(await says(answer, sentence), `${what}: ${sentence}`).toBe(true);
      }
    });

    test('answers whatever it is sent without failing', async () => {
      for (const fields of generateFields(action)) await expectNoTrace(await send(fields));
    });

    if (action.needs !== 'nobody')
      test('saves nothing for who is signed out, and says so', async ({ request }) => {
        const answer = await send(action.valid(), request);
        expect(answer.status()).toBe(200);
        expect(await says(answer, 'You have been signed out')).toBe(true);
        const page = await person.get('/home');
        expect(await page.text()).not.toContain('qa-lead');
      });
  });
}

test.describe('signInAction', () => {
  test('signs in who has an account, and leads to where they wanted to go', async ({
    page,
    request,
    baseURL,
  }) => {
    const { email, password } = await signUp(page);
    const form = await PageForm.load(request, '/sign-in?callbackUrl=%2Fplan%2Fexport', 'Sign in');
    const answer = await form.post(request, { email, password }, baseURL ?? '');
    expect(answer.status()).toBe(303);
    expect(answer.headers().location).toBe('/plan/export');
    expect((await request.get('/home', { maxRedirects: 0 })).status()).toBe(200);
  });

  test('refuses what it cannot take, and whatever else it is sent', async ({ request, baseURL }) => {
    const form = await PageForm.load(request, '/sign-in', 'Sign in');
    const email = `${randomUUID()}@example.org`;
    const cases: [Fields, string][] = [
      [{}, 'This form came incomplete'],
      [{ email, password: '' }, 'Give your password.'],
      [{ email, password: 'x'.repeat(1001) }, 'too long for a password'],
      [{ email, password: 'wrong' }, 'do not belong together'],
      [{ email, password: 'wrong', personId: 'x' }, 'a field that Rung does not know'],
    ];
    for (const [fields, sentence] of cases) {
      const answer = await form.post(request, fields, baseURL ?? '');
      expect.soft(await says(answer, sentence), sentence).toBe(true);
      await expectNoTrace(answer);
    }
    expect((await request.get('/home', { maxRedirects: 0 })).status()).toBe(307);
  });
});
