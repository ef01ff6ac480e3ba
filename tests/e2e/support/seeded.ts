import type { Page } from '@playwright/test';
import { buildSeedPeople } from '@/lib/seed/people';
import { signUp } from './person';

const people = buildSeedPeople({ today: new Date().toISOString().slice(0, 10) });

/** Makes this browser the one of somebody on the first day, half way through a plan, or after ten years. */
export async function becomeSeeded(page: Page, who: 'Noor' | 'Sam' | 'Ada'): Promise<void> {
  const person = (await people).find(({ name }) => name.startsWith(who));
  // What the page at hand still asks for would bring its cookie back.
  await page.goto('about:blank');
  await page.context().clearCookies();
  await signUp(page);
  if (who === 'Noor') return;
  await page.goto('/settings');
  const buffer = Buffer.from(JSON.stringify(person?.data));
  const file = { name: 'data.json', mimeType: 'application/json', buffer };
  await page.getByLabel('Data file').setInputFiles(file);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('button', { name: 'Confirm import' }).click();
  await page.waitForURL('/settings?imported=*');
}
