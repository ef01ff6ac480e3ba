import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { chooseBrowser } from './tests/support/browser';

// Read again in every worker, which inherits what the first reading sets.
process.env.RUNG_TEST_PORT ??= '3210';
process.env.RUNG_TEST_DATA ??= mkdtempSync(path.join(os.tmpdir(), 'rung-e2e-'));
const { RUNG_TEST_PORT: port, RUNG_TEST_DATA: dataFolder } = process.env;
const origin = `http://localhost:${port}`;

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  // A browser test keeps half a core busy and waits for the rest of its time: three at a time still fit on two.
  workers: 3,
  forbidOnly: true,
  // A plan is worked out on the same two cores as the browsers run on.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/browser-tests.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: origin,
    locale: 'en-GB',
    timezoneId: 'Asia/Kathmandu',
    // Colours in mid-change belong to no theme: what checks them must meet them settled.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    launchOptions: chooseBrowser(),
  },
  webServer: {
    command: 'node --heap-growing-percent=100 scripts/start.mjs',
    url: `${origin}/api/health/ready`,
    // Each test comes from an address of its own, so that they do not share a throttle.
    env: { PORT: port, DATA_DIR: dataFolder, TRUSTED_PROXY: '127.0.0.1,::1', TZ: 'Asia/Kathmandu' },
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 12_000 },
  },
});
