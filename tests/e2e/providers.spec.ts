import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { type AppServer, startAppServer } from '../support/app-server';
import { FormClient } from '../support/form-client';
import { type OidcServer, type ProviderPerson, passProvider, startOidcServer } from '../support/oidc-server';

const BUTTON = 'Continue with Example Login';

const invent = () => ({ email: `${randomUUID()}@example.org`, password: `ladder ${randomUUID()}` });

let provider: OidcServer;
let server: AppServer;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  provider = await startOidcServer();
  server = await startAppServer(provider.settings);
  provider.allow(server.origin);
});

test.afterAll(async () => {
  await server.stop();
  await provider.stop();
});

const open = () => new FormClient(server.origin);

function inventPerson(changes: Partial<ProviderPerson> = {}): ProviderPerson {
  const sub = randomUUID();
  return { sub, name: 'Grace Hopper', email: `${sub}@example.org`, email_verified: true, ...changes };
}

/** Presses the button, signs in over there as the person, and answers what is said back here. */
async function comeFrom(person: ProviderPerson | null, browser = open(), page = '/sign-in') {
  provider.person = person;
  const { location } = await browser.submit(page, BUTTON, {});
  expect(location).toContain(`${provider.issuer}/auth?`);
  const answer = await passProvider(browser, { location, issuer: provider.issuer });
  return { browser, ...answer };
}

async function linkFrom(browser: FormClient, person: ProviderPerson, password: string) {
  provider.person = person;
  const { location } = await browser.submit('/settings/security', 'Link', {
    provider: 'oidc',
    password: password,
  });
  return passProvider(browser, { location, issuer: provider.issuer });
}

const readAccount = async (browser: FormClient) =>
  JSON.parse((await browser.get('/settings/data')).text).account;

test('security 14: an account belongs to issuer and subject, whatever the address becomes', async () => {
  const person = inventPerson();
  const first = await comeFrom(person);
  expect(first.location).toMatch(/\/home$/);
  expect(await readAccount(first.browser)).toMatchObject({ name: 'Grace Hopper', email: person.email });
  const again = await comeFrom({ ...person, email: invent().email, email_verified: false });
  expect(await readAccount(again.browser)).toMatchObject({ email: person.email });
  const other = await comeFrom(inventPerson({ name: 'Mary' }));
  expect(await readAccount(other.browser)).toMatchObject({ name: 'Mary' });
});

test('security 14: an unverified e-mail never links and makes no account, and tells nothing of the address', async () => {
  const account = invent();
  await open().signUp(account);
  const answers = [];
  for (const email of [account.email, invent().email]) {
    const { location, browser } = await comeFrom(inventPerson({ email, email_verified: false }));
    expect((await browser.get('/home')).location).toContain('/sign-in');
    answers.push(location);
  }
  expect(answers[0]).toContain('/sign-in?refused=unverified');
  expect(answers[1]).toBe(answers[0]);
});

test('security 14: a verified e-mail does not open an account either, which links from a signed-in session', async () => {
  const account = invent();
  const owner = open();
  await owner.signUp(account);
  const person = inventPerson({ email: account.email });
  const refused = await comeFrom(person);
  expect(refused.location).toContain('/sign-in?refused=taken');
  expect((await refused.browser.get('/sign-in?refused=taken')).text).toContain('link the provider');
  const wrong = await owner.submit('/settings/security', 'Link', {
    provider: 'oidc',
    password: 'not this one',
  });
  expect(wrong.text).toContain('This is not your password.');
  expect((await linkFrom(owner, person, account.password)).location).toContain('changed=linked');
  const { browser } = await comeFrom(person);
  expect(await readAccount(browser)).toMatchObject({ email: account.email });
  const page = await owner.get('/settings/security');
  expect(page.text).toContain('Sign-in provider linked: Example Login');
  await owner.submit('/settings/security', 'Unlink', {});
  expect((await comeFrom(person)).location).toContain('/sign-in?refused=taken');
});

test('security 14: an account at a provider stays with whom it signs in, and the last way in stays too', async () => {
  const person = inventPerson();
  const { browser: holder } = await comeFrom(person);
  const account = invent();
  const other = open();
  await other.signUp(account);
  expect((await linkFrom(other, person, account.password)).location).toContain('changed=linked-elsewhere');
  expect((await holder.submit('/settings/security', 'Unlink', {})).text).toContain('the only way into');
  expect(await readAccount((await comeFrom(person)).browser)).toMatchObject({ email: person.email });
});

test('security 14: nobody links from a session that has ended, nor by a cookie of their own making', async () => {
  const account = invent();
  const [owner, second] = [open(), open()];
  await owner.signUp(account);
  await second.signIn(account);
  provider.person = inventPerson();
  const fields = { provider: 'oidc', password: account.password };
  const { location } = await owner.submit('/settings/security', 'Link', fields);
  const intent = owner.cookies.get('rung.link-provider') ?? '';
  await second.submit('/settings/security', 'End all other sessions', {});
  const answer = await passProvider(owner, { location, issuer: provider.issuer });
  expect(answer.location).toContain('/sign-in?refused=link-ended');
  const forger = open();
  const begun = await forger.submit('/sign-in', BUTTON, {});
  forger.cookies.set('rung.link-provider', intent.replace(/[^.]+$/, 'x'.repeat(43)));
  const forged = await passProvider(forger, { location: begun.location, issuer: provider.issuer });
  expect(forged.location).toContain('/sign-in?refused=link-ended');
});

test('security 15: an answer that this browser did not ask for signs nobody in', async () => {
  provider.person = inventPerson();
  const { location } = await open().submit('/sign-in', BUTTON, {});
  const stranger = open();
  const answer = await passProvider(stranger, { location, issuer: provider.issuer });
  expect(answer.location).toMatch(/\/sign-in\?error=/);
  expect((await stranger.get('/home')).location).toContain('/sign-in');
});

test('says that a sign-in at the provider was stopped, or that the provider fails', async () => {
  const { browser, location } = await comeFrom(null);
  expect(location).toMatch(/\/sign-in\?error=/);
  expect((await browser.get('/sign-in?error=OAuthCallbackError')).text).toContain('stopped or did not work');
  const hidden = await browser.readForm('/sign-in', BUTTON);
  const unknown = await browser.post('/sign-in', hidden, { provider: 'elsewhere' });
  expect(unknown.text).toContain('does not use this provider');
  provider.allow(null);
  const answer = await open().submit('/sign-in', BUTTON, {});
  expect(answer.text).toContain('Example Login does not answer');
  provider.allow(server.origin);
});

test('tells whoever runs the server what a provider holds against it', async () => {
  const lone = await startAppServer({ ...provider.settings, AUTH_OIDC_SECRET: 'not this one' });
  try {
    provider.allow(lone.origin);
    const { location } = await comeFrom(inventPerson(), new FormClient(lone.origin));
    expect(location).toMatch(/\/sign-in\?error=/);
    // A log line may arrive after the answer that it is about.
    await expect.poll(() => lone.output()).toContain('provider sign-in failed');
    await expect.poll(() => lone.output()).toContain('OAUTH_');
    expect(lone.output()).not.toContain(provider.settings.AUTH_OIDC_SECRET);
  } finally {
    provider.allow(server.origin);
    await lone.stop();
  }
});

test('shows a provider, and allows forms to lead there, only where it is set', async ({ baseURL }) => {
  const read = async (origin: string) => {
    const answer = await fetch(`${origin}/sign-in`);
    return { policy: answer.headers.get('content-security-policy'), text: await answer.text() };
  };
  const [plain, set] = [await read(baseURL ?? ''), await read(server.origin)];
  expect(plain.text).not.toContain('Continue with');
  expect(plain.policy).toMatch(/form-action 'self'(;|$)/);
  expect(set.policy).toContain(`form-action 'self' ${provider.issuer};`);
});

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('signs in at the provider and comes back to where the reader was going', async ({ page }) => {
      provider.person = inventPerson();
      await page.goto(`${server.origin}/settings/security`);
      await page.getByRole('button', { name: 'Continue with Example Login' }).click();
      await expect(page.getByRole('heading', { name: 'Sign-in providers' })).toBeVisible();
      await expect(page.getByText('Example Login').first()).toBeVisible();
    });
  });
