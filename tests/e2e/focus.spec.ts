import type { Page } from '@playwright/test';
import { checkIn, makePlan, signUp } from './support/person';
import { expect, test } from './support/test';

type Stop = { name: string; top: number; isMarked: boolean; isInView: boolean };

function readFocus(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    // A choice is drawn by its label, which then carries the mark.
    const drawn = element.matches('[type=radio], [type=checkbox]')
      ? (element.closest('label') ?? element)
      : element;
    const box = drawn.getBoundingClientRect();
    const isOutlined = (one: Element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    };
    return {
      name: element.outerHTML.slice(0, 100),
      top: box.top + scrollY,
      isMarked: isOutlined(element) || isOutlined(drawn),
      isInView: box.bottom > 0 && box.top < innerHeight,
    };
  });
}

async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let press = 0; press < 400; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await readFocus(page);
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
}

for (const address of ['/gap', '/rate', '/rate/all', '/plan', '/settings', '/roles']) {
  test(`leads the focus through ${address} in reading order, always marked and in view`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await signUp(page);
    if (!address.startsWith('/rate') && address !== '/settings') await checkIn(page);
    if (address === '/plan') await makePlan(page);
    await page.goto(address);
    const stops = await walk(page);
    expect(stops[0]?.name).toContain('skip-link');
    expect(stops.length).toBeGreaterThan(10);
    expect(stops.filter((stop) => !stop.isMarked)).toEqual([]);
    expect(stops.filter((stop) => !stop.isInView)).toEqual([]);
    // Side by side is no order from top to bottom; a jump back by more than a screen would be.
    const backwards = stops.filter((stop, place) => stop.top < (stops[place - 1]?.top ?? 0) - 800);
    expect(backwards).toEqual([]);
  });
}

test('jumps to the content by the first link', async ({ page }) => {
  await page.goto('/roles');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const isInContent = await page.evaluate(() => document.activeElement?.closest('#content') !== null);
  expect(isInContent).toBe(true);
});
