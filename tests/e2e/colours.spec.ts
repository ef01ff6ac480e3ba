import type { Locator } from '@playwright/test';
import { checkIn, makePlan, signUp } from './support/person';
import { expect, test } from './support/test';

test('draws every chart in the colours that a person forced', async ({ page }) => {
  await signUp(page);
  await checkIn(page);
  await makePlan(page);
  await page.emulateMedia({ forcedColors: 'active' });
  const marks: Readonly<Record<string, readonly string[]>> = {
    '/gap': ['.bar-reached', '.bar-target'],
    '/plan': ['.climb-label', '.timeline-grid', '.timeline-study'],
    '/progress': ['.chart-line', '.chart-target'],
  };
  for (const [address, selectors] of Object.entries(marks)) {
    await page.goto(address);
    for (const selector of selectors) {
      const colours = await page
        .locator(selector)
        .first()
        .evaluate((mark) => {
          const probe = document.body.appendChild(document.createElement('i'));
          const resolve = (colour: string) => {
            probe.style.color = colour;
            return getComputedStyle(probe).color;
          };
          const { fill, stroke } = getComputedStyle(mark);
          const system = ['CanvasText', 'GrayText', 'Highlight', 'Canvas'].map(resolve);
          probe.remove();
          return { drawn: [fill, stroke].filter((colour) => colour !== 'none'), system };
        });
      expect(colours.drawn.length, `${address} ${selector}`).toBeGreaterThan(0);
      for (const colour of colours.drawn) expect(colours.system, `${address} ${selector}`).toContain(colour);
      const [, , , canvas] = colours.system;
      expect(
        colours.drawn.some((colour) => colour !== canvas),
        `${address} ${selector}`,
      ).toBe(true);
    }
  }
});

/** How many of a thousand points of it, as painted, differ from most of them as letters do from their ground. */
async function countLetterPoints(mark: Locator): Promise<number> {
  const image = (await mark.screenshot()).toString('base64');
  return mark.page().evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    // Its edges are left out: a border is no letter.
    const [left, top] = [8, 8];
    const [width, height] = [bitmap.width - 2 * left, bitmap.height - 2 * top];
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('No canvas.');
    context.drawImage(bitmap, -left, -top);
    const { data } = context.getImageData(0, 0, width, height);
    const points = Array.from({ length: width * height }, (_, index) =>
      [0, 1, 2].map((part) => data[4 * index + part] ?? 0),
    );
    // The plate behind the words is a ground too, so the letters are what differs from the point beside them.
    const isEdge = (index: number) =>
      index % width > 0 &&
      [0, 1, 2].reduce(
        (sum, part) => sum + Math.abs((points[index]?.[part] ?? 0) - (points[index - 1]?.[part] ?? 0)),
        0,
      ) > 250;
    return Math.round((1000 * points.filter((_, index) => isEdge(index)).length) / points.length);
  }, image);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`shows the words of every main button, and what is chosen, in forced colours, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    const readable = async (mark: Locator, name: string) =>
      expect(await countLetterPoints(mark), name).toBeGreaterThan(40);
    await page.goto('/');
    await readable(page.getByRole('main').getByRole('link', { name: 'Find my rung' }).first(), '/');
    await page.goto('/roles');
    await readable(page.getByRole('banner').getByRole('link', { name: 'Find my rung' }), '/roles');
    await page.goto('/try');
    await readable(page.getByRole('button', { name: 'Next', exact: true }), '/try');
    await signUp(page);
    await readable(page.getByRole('button', { name: 'Next', exact: true }), '/rate');
    await checkIn(page);
    await makePlan(page);
    const groundOf = (mark: Locator) => mark.evaluate((element) => getComputedStyle(element).backgroundColor);
    const menu = page.getByRole('navigation', { name: 'Main' });
    const here = menu.getByRole('link', { name: 'Plan' });
    expect(await groundOf(here)).not.toBe(await groundOf(menu.getByRole('link', { name: 'Gap' })));
    await readable(here, 'the current place');
    const kinds = page.locator('.kind-filter label');
    expect(await groundOf(kinds.first())).not.toBe(await groundOf(kinds.nth(1)));
    await readable(kinds.first(), 'the chosen kind');
  });
}

test('moves nothing where motion is not wanted', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signUp(page);
  const moving = await page.locator('*').evaluateAll((elements) =>
    elements
      .map((element) => ({ element, style: getComputedStyle(element) }))
      .filter(
        ({ style }) =>
          style.animationName !== 'none' ||
          style.scrollBehavior === 'smooth' ||
          style.transitionDuration.split(', ').some((duration) => duration !== '0s'),
      )
      .map(({ element }) => element.outerHTML.slice(0, 90)),
  );
  expect(moving).toEqual([]);
});
