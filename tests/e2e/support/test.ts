import { createHash } from 'node:crypto';
import { test as base, expect } from '@playwright/test';

type Watch = {
  /** Messages on the console that the test brings about itself. */
  expectedErrors: RegExp | null;
};

/** An address for each test, since sign-ups and sign-ins are throttled by address. */
function inventAddress(testId: string): string {
  const [a = 0, b = 0, c = 0] = createHash('sha256').update(testId).digest();
  return `10.${a}.${b}.${c}`;
}

/** A test that fails on any error on the console of its pages, and so on any breach of the content policy. */
export const test = base.extend<Watch>({
  expectedErrors: [null, { option: true }],
  extraHTTPHeaders: async ({ baseURL: _ }, use, testInfo) => {
    await use({ 'x-forwarded-for': inventAddress(`${testInfo.testId}-${testInfo.retry}`) });
  },
  context: async ({ context, expectedErrors }, use) => {
    const errors: string[] = [];
    context.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => errors.push(String(error.error())));
    await use(context);
    expect(errors.filter((error) => !expectedErrors?.test(error))).toEqual([]);
  },
});

export { expect };
