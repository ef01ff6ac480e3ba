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
