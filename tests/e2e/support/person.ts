import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { loadCareer } from '@/lib/catalogue';
import type { Level } from '@/lib/domain/catalogue';
import { type Fields, PageForm } from './post-form';

const career = loadCareer();

export type Account = { name: string; email: string; password: string };

/** Levels by skill id, such as a system administrator of some years might give. */
export const ADMINISTRATOR: Readonly<Record<string, Level>> = {
  'project-management': 2,
  coding: 1,
  'server-administration': 3,
  'information-security': 1,
  'systems-design-integration': 1,
  'engineering-maths-analysis': 2,
  communications: 3,
  coaching: 1,
  flexibility: 2,
  adaptability: 2,
};

export function inventAccount(name = 'Ada Lovelace'): Account {
  return { name, email: `${randomUUID()}@example.org`, password: `ladder ${randomUUID()}` };
}

export async function fillSignUp(page: Page, account: Account): Promise<void> {
  await page.getByLabel('Name').fill(account.name);
  await page.getByLabel('Email').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
}

/** Sends the form of an address for this browser without drawing its page, and goes where it leads. */
async function sendForm(page: Page, options: { address: string; button: string; fields: Fields }) {
  const form = await PageForm.load(page.request, options.address, options.button);
  const answer = await form.post(page.request, options.fields, form.origin);
  const { location } = answer.headers();
  if (!location) {
    const said = /class="(?:notice|field-error)[^>]*>(.*?)<\/(?:div|span|p)>/s.exec(await answer.text())?.[1];
    throw new Error(
      `${options.button} on ${options.address} answered ${answer.status()}: ${said ?? 'no notice'}.`,
    );
  }
  await page.goto(location);
}

/** Creates an account. Ends on the first skill of /rate. */
export async function signUp(page: Page, account = inventAccount()): Promise<Account> {
  const fields = { ...account, timeZone: 'Asia/Kathmandu' };
  await sendForm(page, { address: '/sign-up', button: 'Create account', fields });
  return account;
}

/** Waits until the script of the page runs, for a test of what nothing else does: keys, and Enter in a long form. */
export async function waitForScript(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const form = document.querySelector('main form');
    return form !== null && Object.keys(form).some((key) => key.startsWith('__reactProps'));
  });
  // What React does once it has drawn comes a moment later.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
}

/** Fills in the form of the page one is on and sends it. */
export async function fillSignIn(page: Page, { email, password }: Account): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

export async function signIn(page: Page, account: Account): Promise<void> {
  await page.goto('/sign-in');
  await fillSignIn(page, account);
  await page.waitForURL('/home');
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('/sign-in');
}

export function skillGroup(page: Page, id: string): Locator {
  const name = career.skillById.get(id)?.name ?? id;
  return page.getByRole('group', { name, exact: true });
}

export function levelRadio(page: Page, id: string, level: Level): Locator {
  const name = `${level} ${career.scale[level]?.name}`;
  return skillGroup(page, id).getByRole('radio', { name, exact: true });
}

/** Chooses levels on /rate/all without saving. */
export async function chooseLevels(page: Page, levels: Readonly<Record<string, Level>>): Promise<void> {
  for (const [id, level] of Object.entries(levels)) await levelRadio(page, id, level).check();
}

/** Rates skill by skill, from the one that /rate leads to on, and skips what has no level. Ends on /rate/review. */
export async function rateOneByOne(page: Page, levels: Readonly<Record<string, Level>>): Promise<void> {
  const { skills } = career;
  await page.waitForURL(/\/rate\?skill=/);
  for (const { id } of skills) {
    await skillGroup(page, id).waitFor();
    const level = levels[id];
    if (level !== undefined) await levelRadio(page, id, level).check();
    await page.getByRole('button', { name: level === undefined ? 'Skip' : 'Next', exact: true }).click();
  }
  await page.waitForURL('/rate/review');
}

/** What the form of a check-in says once it was asked whether so few skills are meant. */
export const FEW_ARE_MEANT = { $confirmed: 'sparse' };

/** Saves a check-in. Ends on /gap. */
export async function checkIn(page: Page, levels: Readonly<Record<string, Level>> = ADMINISTRATOR) {
  const ratings = Object.entries(levels).map(([id, level]) => [`ratings.${id}.level`, String(level)]);
  const fields = { ...Object.fromEntries(ratings), ...FEW_ARE_MEANT };
  await sendForm(page, { address: '/rate/all', button: 'Save check-in', fields });
}

/** Goes to /plan and makes a plan from its settings as they stand. */
export async function makePlan(page: Page): Promise<void> {
  await page.goto('/plan');
  await page.getByRole('button', { name: 'Make my plan' }).click();
  await page.getByRole('list', { name: 'Now' }).waitFor();
}

/** The row of a step on /plan or /home, by the step's title; the first row where none is given. */
export function planRow(page: Page, title?: string): Locator {
  return title === undefined
    ? page.locator('.plan-row').first()
    : page.getByRole('listitem', { name: title, exact: true });
}

/** Opens the first step of the plan with the form of its dates, evidence and note, and answers that form. */
export async function editFirstStep(page: Page): Promise<Locator> {
  const id = await planRow(page).getAttribute('id');
  await page.goto(`/plan?edit=${id}`);
  return page.getByRole('form', { name: /^Progress of/ }).first();
}
