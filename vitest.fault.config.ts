import { defineConfig } from 'vitest/config';
import base from './vitest.config';

const isFull = process.env.RUNG_FAULT === 'full';

export default defineConfig({
  ...base,
  test: {
    ...base.test,
    projects: undefined,
    include: [isFull ? 'tests/fault/**/*.test.ts' : 'tests/fault/*.test.ts'],
    exclude: [],
    // One at a time: a server that is to fail has the machine to itself.
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
