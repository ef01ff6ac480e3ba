import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { doubleText, findCutText, findOverflow, PHONE, spaceText, ZOOMED } from './support/layout';
import { checkIn, levelRadio, makePlan, planRow, signUp, skillGroup } from './support/person';
import { expect, test } from './support/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const WIDTHS = [390, 820, 1440];
/** Each layout once and each theme once: no colour depends on the width. */
const AXE_THEMES: ReadonlyMap<number, 'light' | 'dark'> = new Map([
  [390, 'dark'],
  [1440, 'light'],
]);
const TARGETS =
  'button, nav a, a.button, select, textarea, summary, input:not([type=hidden], [type=radio], [type=checkbox]), ' +
  'label:has(input[type=radio]), label:has(input[type=checkbox])';
const LEAST_TARGET_PX = 44;

type Template = { name: string; arrive: (page: Page) => Promise<unknown> };

async function arriveFilled(page: Page) {
  await signUp(page);
  await checkIn(page);
}

async function arrivePlanned(page: Page, address: string) {
  await arriveFilled(page);
  await makePlan(page);
  await page.goto(address);
}

const TEMPLATES: readonly Template[] = [
  { name: 'sign-up', arrive: (page) => page.goto('/sign-up') },
  {
    name: 'sign-up with errors',
    arrive: async (page) => {
      await page.goto('/sign-up');
      await page.getByRole('button', { name: 'Create account' }).click();
      await page.getByText('Nothing was saved yet').waitFor();
    },
  },
  { name: 'sign-in', arrive: (page) => page.goto('/sign-in') },
  { name: 'home, empty', arrive: (page) => signUp(page).then(() => page.goto('/home')) },
  {
    name: 'home, filled',
    arrive: (page) => arrivePlanned(page, '/home'),
  },
  { name: 'rate', arrive: (page) => signUp(page) },
  {
    name: 'one skill, with a level and its can-dos',
    arrive: async (page) => {
      await arriveFilled(page);
      await page.goto('/rate?skill=coding');
      await levelRadio(page, 'coding', 4).check();
      await page.getByText('at level 5 already').click();
    },
  },
  {
    name: 'review of a check-in',
    arrive: async (page) => {
      await arriveFilled(page);
      await page.goto('/rate?skill=coding');
      await levelRadio(page, 'coding', 4).check();
      await page.getByRole('button', { name: 'Next', exact: true }).click();
      await skillGroup(page, 'server-administration').waitFor();
      await page.goto('/rate/review');
    },
  },
  {
    name: 'rate with errors',
    arrive: async (page) => {
      await arriveFilled(page);
      await page.goto('/rate/all');
      await page.getByRole('group', { name: 'Coding' }).getByLabel('Evidence').fill('A link');
      await page.getByRole('button', { name: 'Save check-in' }).click();
      await page.getByText('You wrote evidence here').waitFor();
      await page.getByRole('group', { name: 'Coaching' }).getByRole('radio', { name: '1 Novice' }).check();
    },
  },
  { name: 'gap, empty', arrive: (page) => signUp(page).then(() => page.goto('/gap')) },
  { name: 'gap, filled', arrive: arriveFilled },
  { name: 'plan, empty', arrive: (page) => signUp(page).then(() => page.goto('/plan')) },
  {
    name: 'plan, filled and with errors',
    arrive: async (page) => {
      await arriveFilled(page);
      await makePlan(page);
      await page.getByRole('main').getByText('Settings', { exact: true }).click();
      await page.getByLabel('Hours per week').fill('ten');
      await page.getByRole('button', { name: 'Make my plan' }).click();
      await page.getByText('Nothing was saved yet').waitFor();
    },
  },
  {
    name: 'export',
    arrive: (page) => arrivePlanned(page, '/plan/export'),
  },
  {
    name: 'explanation of a step',
    arrive: async (page) => {
      await arriveFilled(page);
      await makePlan(page);
      await page.goto(`/plan?why=${await planRow(page).getAttribute('id')}`);
      await page.getByText(/^Without it/).waitFor();
    },
  },
  {
    name: 'plan, a step started and its hours asked for',
    arrive: async (page) => {
      await arrivePlanned(page, '/plan');
      await planRow(page).getByRole('button', { name: 'Start' }).click();
      await page.getByText(/^Started\. Planned to/).waitFor();
      await page.getByRole('button', { name: 'Log hours' }).first().click();
      await page.getByLabel('Hours to add').waitFor();
    },
  },
  { name: 'plans compared', arrive: (page) => arrivePlanned(page, '/plan/compare') },
  { name: 'earlier plans', arrive: (page) => arrivePlanned(page, '/plan/earlier') },
  { name: 'settings', arrive: (page) => signUp(page).then(() => page.goto('/settings')) },
  {
    name: 'your work, filled and with errors',
    arrive: async (page) => {
      await signUp(page);
      await page.goto('/settings/work');
      await page.getByLabel('Post').selectOption('linux-administrator');
      await page.getByLabel('Since').fill('2024-01');
      await page.getByRole('button', { name: 'Add post' }).click();
      await page.getByText('Jan 2024 to now').waitFor();
      const resume = JSON.stringify({ work: [{ position: 'SRE' }], certificates: [{ name: 'CKA' }] });
      const file = { name: 'r.json', mimeType: 'application/json', buffer: Buffer.from(resume) };
      await page.getByLabel('JSON Resume file').setInputFiles(file);
      await page.getByRole('button', { name: 'Read the file' }).click();
      await page.getByRole('button', { name: 'Save these' }).click();
      await page.getByText('Nothing was saved yet').waitFor();
    },
  },
  {
    name: 'questions before a first plan',
    arrive: (page) => arriveFilled(page).then(() => page.goto('/plan/questions')),
  },
  { name: 'not found', arrive: (page) => page.goto('/nowhere') },
];

async function findSmallTargets(page: Page): Promise<string[]> {
  return page.locator(TARGETS).evaluateAll(
    (elements, least) =>
      elements
        .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.height < least - 0.5 || box.width < least - 0.5)
        .map(({ element, box }) => `${element.outerHTML.slice(0, 90)} ${box.width} × ${box.height}`),
    LEAST_TARGET_PX,
  );
}

/** What a bar at the foot of the screen covers comes free by scrolling: it is looked at where the bar rests. */
async function expectNoViolation(page: Page, where: string) {
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`),
  );
  expect.soft(found, where).toEqual([]);
}

for (const { name, arrive } of TEMPLATES) {
  test.describe(name, () => {
    test.use({ expectedErrors: name === 'not found' ? /status of 404/ : null });

    test('breaks no rule of axe, fits every width and has targets large enough', async ({ page }) => {
      await arrive(page);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        expect.soft(await findOverflow(page), `overflow at ${width}`).toBe(0);
        expect.soft(await findSmallTargets(page), `targets at ${width}`).toEqual([]);
        const colorScheme = AXE_THEMES.get(width);
        if (!colorScheme) continue;
        await page.emulateMedia({ colorScheme });
        await expectNoViolation(page, `${colorScheme} at ${width}`);
      }
      await page.setViewportSize(ZOOMED);
      expect.soft(await findOverflow(page), 'overflow at 400 %').toBe(0);
      await spaceText(page);
      expect.soft(await findOverflow(page), 'overflow with wide text').toBe(0);
      expect.soft(await findCutText(page), 'cut with wide text').toEqual([]);
      await page.setViewportSize(PHONE);
      await doubleText(page);
      expect.soft(await findOverflow(page), 'overflow with text of twice the size').toBe(0);
    });
  });
}
