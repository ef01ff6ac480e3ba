import { fillSignUp, inventAccount, signOut, signUp } from './support/person';
import { expect, test } from './support/test';

for (const { title, javaScriptEnabled } of [
  { title: 'with script', javaScriptEnabled: true },
  { title: 'without script', javaScriptEnabled: false },
]) {
  test.describe(title, () => {
    test.use({ javaScriptEnabled });

    test('says beside each field what is wrong with a new account, and keeps what is no secret', async ({
      page,
    }) => {
      const account = inventAccount();
      const bad: [label: string, value: string, sentence: RegExp][] = [
        ['Name', '', /Give a name/],
        ['Email', 'ada', /such as name@example.org/],
        ['Password', 'too short', /at least 15 characters/],
        ['Password', 'x'.repeat(129), /at most 128 characters/],
      ];
      await page.goto('/sign-up');
      for (const [label, value, sentence] of bad) {
        await fillSignUp(page, account);
        await page.getByLabel(label).fill(value);
        await page.getByRole('button', { name: 'Create account' }).click();
        await expect(page.getByLabel(label)).toHaveAccessibleDescription(sentence);
        await expect(page.getByLabel('Name')).toHaveValue(label === 'Name' ? value : account.name);
        await expect(page.getByLabel('Email')).toHaveValue(label === 'Email' ? value : account.email);
      }
      await fillSignUp(page, account);
      await page.getByRole('button', { name: 'Create account' }).click();
      await page.waitForURL('/rate?skill=*');
    });

    test('says that an address has an account already', async ({ page }) => {
      const account = await signUp(page);
      await signOut(page);
      await page.goto('/sign-up');
      await fillSignUp(page, { ...account, name: 'Someone else' });
      await page.getByRole('button', { name: 'Create account' }).click();
      await expect(page.getByLabel('Email')).toHaveAccessibleDescription(/has an account here already/);
      await expect(page.getByLabel('Name')).toHaveValue('Someone else');
    });

    test('takes a password of any characters, pasted or typed', async ({ page }) => {
      const account = await signUp(page, {
        ...inventAccount('Zoë 李'),
        password: ' пароль из слов 🪜 "\'<>& ',
      });
      await signOut(page);
      await page.getByLabel('Email').fill(account.email.toUpperCase());
      await page.getByLabel('Password').fill(account.password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL('/home');
      await expect(page.getByRole('heading', { name: 'Hello, Zoë 李' })).toBeVisible();
    });
  });
}

test('says how long a password must be before one is tried', async ({ page }) => {
  await page.goto('/sign-up');
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/15 to 128 characters/);
});

test('shows a password on request, and hides it again as it is sent', async ({ page }) => {
  await page.goto('/sign-up');
  const field = page.getByLabel('Password');
  await field.fill('too short');
  await page.getByRole('button', { name: 'Show password' }).click();
  await expect(field).toHaveAttribute('type', 'text');
  await page.getByRole('button', { name: 'Hide password' }).click();
  await expect(field).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: 'Show password' }).click();
  await page.getByLabel('Name').fill('Zoë');
  await page.getByLabel('Email').fill('zoe@example.org');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAttribute('type', 'password');
});
