import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** These test what is pure, with nothing put in its place: what one file loads serves the next. */
const PURE = ['tests/domain/**/*.test.ts', 'tests/lib/wording/**/*.test.ts'];

export default defineConfig({
  resolve: {
    alias: {
      '@': import.meta.dirname,
      'server-only': path.join(import.meta.dirname, 'node_modules/server-only/empty.js'),
    },
  },
  test: {
    // Projects run in the order of their names: the long files alone first, and the many short ones fill the end.
    projects: [
      {
        extends: true,
        test: {
          name: 'alone',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...PURE, 'tests/e2e/**', 'tests/fault/**', 'node_modules/**'],
        },
      },
      { extends: true, test: { name: 'together', include: PURE, isolate: false } },
    ],
    env: { TZ: 'Asia/Kathmandu', AUTH_SECRET: 'not a secret, and used by tests only', LOG_LEVEL: 'silent' },
    // It names next/server in a way that only a bundler resolves.
    server: { deps: { inline: ['next-auth'] } },
    // Left alone it keeps one core free, which of two is half of them.
    maxWorkers: '100%',
    // Against what hangs: the longest test takes half a minute on two quiet cores, and a busy machine is no fault.
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
