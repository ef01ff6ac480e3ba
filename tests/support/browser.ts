import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from '@playwright/test';

/** The one without windows comes first: it draws with half the processor time. */
const INSTALLED = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** How to launch Chromium here: the one Playwright brought, else one of the system. Inside a root shell without its sandbox. */
export function chooseBrowser(): LaunchOptions {
  const own = chromium.executablePath();
  const executablePath = [own, ...INSTALLED].find((file) => existsSync(file));
  return {
    executablePath: executablePath === own ? undefined : executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  };
}

/** Whether a browser starts, which a file that lies there does not yet say. */
export async function canLaunchBrowser(): Promise<boolean> {
  try {
    const browser = await chromium.launch(chooseBrowser());
    await browser.close();
    return true;
  } catch {
    return false;
  }
}
