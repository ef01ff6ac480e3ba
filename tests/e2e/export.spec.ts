import { checkIn, editFirstStep, makePlan, planRow, signUp } from './support/person';
import { expect, test } from './support/test';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('shows what the files say, copies it, prints it, and holds evidence only where ticked', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await signUp(page);
  await checkIn(page);
  await makePlan(page);
  const step = await editFirstStep(page);
  await step.getByText('Dates, evidence and note').click();
  await step.getByLabel('Evidence').fill('https://example.org/proof-of-work');
  await step.getByRole('button', { name: 'Save step' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();

  await page.getByRole('link', { name: 'Export' }).click();
  await expect(page.getByText('For your calendar.')).toBeVisible();
  const preview = page.locator('pre');
  const readFile = async (address: string) => (await page.request.get(address)).text();
  for (const query of ['', '?evidence=1']) {
    await page.goto(`/plan/export${query}`);
    const file = await readFile(`/plan/export/markdown${query}`);
    expect(file.includes('proof-of-work')).toBe(query !== '');
    await expect(preview).toHaveText(file);
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect(page.getByRole('status')).toHaveText('Copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(file);
  }

  await page.getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed');
  await page.emulateMedia({ media: 'print' });
  await expect(preview).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
});

test('report smaller: prints the facts of a step, which are folded on the screen', async ({ page }) => {
  await signUp(page);
  await checkIn(page);
  await makePlan(page);
  const row = planRow(page);
  await row.getByRole('button', { name: 'Done' }).click();
  await expect(row).toContainText(/\d+ of \d+ done/);
  const facts = row.locator('.row-open');
  await expect(facts).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(facts).toBeVisible();
});
