import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { type AppProcess, makeServerProcess } from '@/tests/support/app-server';
import { withFolder, withServer } from './with-app';

const FOLDER = 'bench/bare';
const NEXT = 'node_modules/next/dist/bin/next';
const BUILT = {
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  NEXT_IGNORE_INCORRECT_LOCKFILE: '1',
} as const;
const MOST_TRIES = 3;

let building: Promise<unknown> | null = null;

/**
 * Does work with a bare app of the same Next as Rung's, built once a run, whose page /markup draws the elements of
 * this page of Rung from constants.
 */
export function withBareApp<Result>(
  work: (bare: AppProcess) => Promise<Result>,
  { html = '' } = {},
): Promise<Result> {
  building ??= promisify(execFile)(process.execPath, [NEXT, 'build', FOLDER], {
    env: { ...process.env, ...BUILT },
  });
  return withFolder(async (folder) => {
    await building;
    const BARE_MARKUP = path.join(folder, 'markup.html');
    writeFileSync(BARE_MARKUP, readElements(html));
    const settings = { ...BUILT, BARE_MARKUP };
    return withServer(
      await makeServerProcess({ words: [NEXT, 'start', FOLDER], readyAt: '/', settings }),
      work,
    );
  });
}

/** What a page shows, without its scripts and what React notes between elements. */
function readElements(html: string): string {
  const [, body = html] = /<body[^>]*>([\s\S]*)<\/body>/.exec(html) ?? [];
  return body.replaceAll(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->/g, '');
}

/** The path of a prerendered page of the bare app that has as many bytes as asked for, within one in a hundred. */
export async function findPageOfSize({ origin, bytes }: { origin: string; bytes: number }): Promise<string> {
  let words = 0;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const address = `/sized/${words}`;
    // The first answer is drawn for its asker, later ones come from what that left.
    await fetch(`${origin}${address}`).then((answer) => answer.text());
    const answer = await fetch(`${origin}${address}`);
    const missing = bytes - Buffer.byteLength(await answer.text());
    if (answer.headers.get('x-nextjs-cache') !== 'HIT') throw new Error(`${address} is not prerendered.`);
    if (Math.abs(missing) < bytes / 100) return address;
    // Each word stands in the page twice: to be seen, and for the script.
    words += Math.round(missing / 2 / 'rung '.length);
  }
  throw new Error(`The bare app has no page of ${bytes} bytes.`);
}
