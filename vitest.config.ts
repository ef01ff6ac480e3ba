import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: {
      '@': import.meta.dirname,
      'server-only': path.join(import.meta.dirname, 'node_modules/server-only/empty.js'),
    },
  },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/fault/**', 'node_modules/**'],
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
