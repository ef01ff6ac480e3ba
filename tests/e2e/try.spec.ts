import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { loadCareer } from '@/lib/catalogue';
import { startAppServer } from '../support/app-server';
import { FormClient } from '../support/form-client';

const QUERY =
  'role=platform-engineer&hours=6&money=100&coding=3&coaching=0&except=code-branch-and-merge&except=code-run-a-query&held=bachelors-other';

test('tries the app without an account, stores and logs nothing, and takes it along into a new one', async () => {
  const server = await startAppServer();
  try {
    const visitor = new FormClient(server.origin);
    const page = await visitor.get(`/try?${QUERY}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Your gap to ');
    expect(page.text).toMatch(/Readiness (<!-- -->)?\d+/);
    expect(page.text).toContain('A plan to get there');
    expect(visitor.cookies.size).toBe(0);
    expect(server.output()).not.toContain('coding');
    const signUpPath = `/sign-up?try=${encodeURIComponent(QUERY)}`;
    const account = { name: 'Ada', email: `${randomUUID()}@example.org`, password: `ladder ${randomUUID()}` };
    expect(page.text).toMatch(
      /Made for 6 hours a week of yours, none at work until you work in IT and then 4 hours a week, and at most £100\./,
    );
    // The way to keep it stands before what is to be kept, and once more below.
    const wayTo = page.text.indexOf('Keep this: create an account');
    expect(wayTo).toBeGreaterThan(0);
    expect(wayTo).toBeLessThan(page.text.indexOf('Your gap to '));
    expect(page.text.split(`href="${signUpPath}"`)).toHaveLength(3);
    const made = await visitor.submit(signUpPath, 'Create account', account);
    // The first page is the plan that was seen, and its first line says that nothing is lost.
    expect(made.location).toBe('/plan?came=along');
    const plan = (await visitor.get('/plan?came=along')).text;
    expect(plan).toContain('All of it came along: your 2 ratings, your goal and the plan that you saw.');
    const listSteps = (text: string) =>
      new Set([...text.matchAll(/href="\/steps\/([a-z0-9-]+)"/g)].map(([, id]) => id));
    const shown = page.text.slice(page.text.indexOf('id="plan"'), page.text.indexOf('id="questions"'));
    const document = JSON.parse((await visitor.get('/plan/export/json')).text);
    expect(listSteps(shown).size).toBeGreaterThan(5);
    expect(new Set(document.steps.map(({ id }: { id: string }) => id))).toEqual(listSteps(shown));
    const kept = JSON.parse((await visitor.get('/settings/data')).text);
    expect(kept.goal.role).toBe('platform-engineer');
    expect(kept.goal.preferences).toMatchObject({
      hoursPerWeek: 6,
      workHoursPerWeek: 4,
      budget: { amount: 100, currency: 'GBP' },
    });
    expect(kept.checkIns).toHaveLength(1);
    expect(kept.checkIns[0].ratings).toMatchObject([
      { skill: 'coaching', level: 0 },
      { skill: 'coding', level: 3, except: ['code-branch-and-merge', 'code-run-a-query'] },
    ]);
    expect(kept.holdings).toMatchObject([{ id: 'bachelors-other' }]);
  } finally {
    await server.stop();
  }
});

test('shows who has no money the plan that one exam stands in the way of, and the way to allow it', async () => {
  const server = await startAppServer();
  try {
    const visitor = new FormClient(server.origin);
    const levels =
      'project-management coding server-administration information-security systems-design-integration engineering-maths-analysis communications coaching flexibility adaptability'
        .split(' ')
        .map((skill) => `&${skill}=3`)
        .join('');
    // All but an exam is there, so that the answer is quick on a busy machine too.
    const page = await visitor.get(
      `/try?role=devops-engineer&hours=3&money=0${levels}&held=bachelors-related&held=related-experience&held=in-post`,
    );
    expect(page.text).toContain('No plan fits');
    const shown = page.text.slice(page.text.indexOf('id="nearest-plan"'));
    expect(shown).toMatch(/^id="nearest-plan">With £[\d.]+ this is the plan/);
    expect(shown).toMatch(/It begins on \d+ \w+ \d{4} with /);
    expect(shown).toMatch(/href="\/try\?role=devops-engineer&amp;hours=3&amp;money=[\d.]+&amp;/);
    expect(shown).toContain('The climb');
  } finally {
    await server.stop();
  }
});

test('security 4.m: who has had enough plans for now is told to wait, and keeps what was entered', async () => {
  const server = await startAppServer({ LIMIT_TRY_PER_ADDRESS: '1' });
  try {
    const visitor = new FormClient(server.origin);
    // At once, since what an address has had is counted anew with each minute of the clock.
    const answers = await Promise.all([0, 1].map(() => visitor.get(`/try?${QUERY}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 503]);
    const textOf = (wanted: number) => answers.find(({ status }) => status === wanted)?.text;
    expect(textOf(200)).toContain('A plan to get there');
    expect(textOf(503)).toContain('name="coding" value="3"');
  } finally {
    await server.stop();
  }
});

test('says so where it is switched off', async () => {
  const server = await startAppServer({ TRY: 'off' });
  try {
    const page = await new FormClient(server.origin).get(`/try?${QUERY}`);
    expect(page.text).toContain('Whoever runs this server has switched this off.');
    expect(page.text).not.toContain('Show my gap and plan');
  } finally {
    await server.stop();
  }
});

test('asks what one works as, plans on from there, and takes it along', async () => {
  const server = await startAppServer();
  try {
    const visitor = new FormClient(server.origin);
    expect((await visitor.get('/try')).text).toContain('What do you work as?');
    const levels = loadCareer()
      .skills.map(({ id }) => `&${id}=3`)
      .join('');
    const query = `role=senior-devops-engineer&hours=5&post=devops-engineer&years=4${levels}`;
    const { text } = await visitor.get(`/try?${query}`);
    expect(text).toContain('Made for 5 hours a week of yours, 4 hours at work');
    expect(text).not.toContain('Find a post: System administrator');
    const account = { name: 'Ada', email: `${randomUUID()}@example.org`, password: `ladder ${randomUUID()}` };
    await visitor.submit(`/sign-up?try=${encodeURIComponent(query)}`, 'Create account', account);
    const { posts } = JSON.parse((await visitor.get('/settings/data')).text);
    expect(posts).toMatchObject([{ post: 'devops-engineer', until: null }]);
    expect(posts[0].since).toBe(`${new Date().getUTCFullYear() - 4}${new Date().toISOString().slice(4, 7)}`);
  } finally {
    await server.stop();
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('is a plain form whose answers stand in the address', async ({ page }) => {
    await page.goto('/try');
    await expect(page.getByText('Choose the highest level whose sentence is true')).toBeVisible();
    await expect(page.getByLabel('Target role').getByRole('option')).toHaveCount(20);
    await expect(page.getByLabel('What do you work as?')).toHaveValue('');
    await page.getByLabel('Hours a week').fill('6');
    await page
      .getByRole('group', { name: 'Project management', exact: true })
      .getByRole('radio', { name: '2 Assisted', exact: true })
      .check();
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await expect(page.getByText('Nothing is stored or logged')).toHaveCount(0);
    await page
      .getByRole('group', { name: 'Coding', exact: true })
      .getByRole('radio', { name: /^3 / })
      .check();
    await page.getByRole('button', { name: 'Show my gap and plan' }).click();
    await expect(page.getByRole('heading', { name: 'A plan to get there' })).toBeVisible();
    expect(new URL(page.url()).searchParams.get('coding')).toBe('3');
    expect(new URL(page.url()).searchParams.get('project-management')).toBe('2');
    await expect(page.getByRole('link', { name: 'Create an account', exact: true })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Your gap to Junior DevOps engineer' })).toBeVisible();
    await expect(page.getByText(/^Made for 6 hours a week of yours, none at work until/)).toBeVisible();
    const questions = page.getByRole('region', { name: 'Make it fit you better' });
    await questions.getByRole('radio', { name: 'Not yet' }).first().check();
    await questions.getByRole('radio', { name: 'Yes' }).last().check();
    await page.getByRole('checkbox', { name: 'I work in IT' }).check();
    await page.getByRole('button', { name: 'Plan again with this' }).click();
    await expect(
      page.getByText('You did not say what you work as: we took junior work in IT.'),
    ).toBeVisible();
    await expect(
      page
        .getByRole('region', { name: 'The climb' })
        .getByRole('listitem')
        .filter({ hasText: 'Other work in IT: junior' }),
    ).toHaveCount(0);
    await page.getByLabel('What do you work as?').selectOption({ label: 'DevOps engineer' });
    await page.getByLabel('For years').fill('4');
    await page.getByRole('button', { name: 'Plan again with this' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'You are here' })).toContainText(
      'DevOps engineer',
    );
    await expect(questions.getByRole('radio', { name: 'Not yet', checked: true })).toHaveCount(1);
    await expect(questions.getByRole('radio', { name: 'Yes', checked: true })).toHaveCount(1);
    await expect(page.getByRole('heading', { name: 'A plan to get there' })).toBeVisible();
    await expect(page.getByText('Made for 6 hours a week of yours, 4 hours at work')).toBeVisible();
    const params = new URL(page.url()).searchParams;
    expect([params.get('coding'), params.get('post'), params.get('years')]).toEqual([
      '3',
      'devops-engineer',
      '4',
    ]);
  });
});
