import type { Page } from '@playwright/test';

/** A window of 1280 by 1024 pixels at a zoom of 400 %. */
export const ZOOMED = { width: 320, height: 256 };

/** What the guidelines ask a page to bear (WCAG 2.2, 1.4.12). */
const TEXT_SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } ' +
  'p { margin-block-end: 2em !important }';

/** A phone held upright, on which text is read at twice its size (WCAG 2.2, 1.4.4). */
export const PHONE = { width: 390, height: 844 };

/** How many pixels the page is wider than its window. */
export function findOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Sets the text as wide as a reader may. */
export function spaceText(page: Page): Promise<void> {
  return setRules(page, TEXT_SPACING);
}

/** Sets the text twice as large, as a reader may in the settings of a browser. */
export function doubleText(page: Page): Promise<void> {
  return setRules(page, 'html { font-size: 200% !important }');
}

function setRules(page: Page, rules: string): Promise<void> {
  return page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, rules);
}

/** Elements whose text runs over a box that hides what does not fit. */
export function findCutText(page: Page): Promise<string[]> {
  return page.locator('main *').evaluateAll((elements) =>
    elements
      .filter((element) => element.checkVisibility() && element.textContent?.trim())
      .filter(
        (element) => /^(hidden|clip)$/.test(getComputedStyle(element).overflowX) && element.clientWidth > 1,
      )
      .filter((element) => !element.matches('select, textarea, input'))
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}
