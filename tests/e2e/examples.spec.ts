import { FormClient } from '../support/form-client';
import { FEW_ARE_MEANT, inventAccount } from './support/person';
import { expect, test } from './support/test';

const FIRST_SKILL = '/rate?skill=project-management';

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('shows which level was meant for an example person, and why, once one is chosen', async ({ page }) => {
    await page.goto('/method/examples');
    const people = page.getByRole('article');
    await expect(people).toHaveCount(3);
    await expect(page.getByText(/^We meant \d/)).toHaveCount(3);
    for (const answer of await page.getByText(/^We meant \d/).all()) await expect(answer).toBeHidden();
    await people.first().getByRole('radio', { name: '2 Assisted' }).check();
    await expect(people.first().getByText('We meant 3 Independent.')).toBeVisible();
    await expect(people.nth(1).getByText(/^We meant \d/)).toBeHidden();
  });
});

test('offers the examples before the first check-in, beside the form, and never again', async ({
  baseURL,
}) => {
  const browser = new FormClient(baseURL ?? '', { 'x-forwarded-for': '2001:db8:e::1' });
  const { name, email, password } = inventAccount();
  await browser.signUp({ name, email, password });
  const first = await browser.get(FIRST_SKILL);
  expect(first.text).toContain('href="/method/examples"');
  expect(first.text).toContain('>Next</button>');
  await browser.submit('/rate/all', 'Save check-in', {
    'ratings.coding.level': '2',
    ...FEW_ARE_MEANT,
  });
  expect((await browser.get(FIRST_SKILL)).text).not.toContain('href="/method/examples"');
});
