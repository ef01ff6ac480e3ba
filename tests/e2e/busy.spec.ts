import { PLAN_FIELDS } from '../support/plan-fields';
import { dayIn } from './support/days';
import { FormPerson } from './support/form-person';
import { ADMINISTRATOR } from './support/person';
import { expect, test } from './support/test';

/** More questions than one person may have waiting, each of the kind that takes longest. */
const MANY = 80;
const LONG = { optimiseFor: 'fastest', maxParallel: '5' };

test('who asks for more plans than may wait is told so by a page that keeps what was entered, and nothing is changed', async ({
  baseURL,
}) => {
  const person = new FormPerson(baseURL);
  await person.signUp();
  await person.checkIn(ADMINISTRATOR);
  await person.makePlan({ start: dayIn(0) });
  const before = await person.readPlan();
  const leaving = new AbortController();
  const start = dayIn(0);
  const ask = (worth: number) =>
    person.browser
      .ask(
        `/plan/what-if?${new URLSearchParams({ ...PLAN_FIELDS, ...LONG, start, hourWorth: String(worth) })}`,
        {
          signal: leaving.signal,
        },
      )
      .catch(() => null);
  const asked = Array.from({ length: MANY }, (_, worth) => ask(worth + 20));
  const refused = await Promise.any(
    asked.map(async (one) => {
      const answer = await one;
      if (answer?.status !== 503) throw new Error('This one was answered.');
      return { retryAfter: answer.headers.get('retry-after'), text: await answer.text() };
    }),
  );
  expect(refused.retryAfter).toBe('5');
  expect(refused.text).toContain('Many plans are being worked out just now, so yours was not.');
  expect(refused.text).toMatch(/href="\/plan\/what-if\?[^"]*hourWorth=\d+[^"]*"[^>]*>Try again/);

  leaving.abort();
  await Promise.all(asked);
  expect(await person.readPlan()).toEqual(before);
});
