import { gzipSync } from 'node:zlib';
import { withBareApp } from './bare-app';
import { makeRatedPerson, readPage } from './pages';
import { round } from './timing';
import { withApp } from './with-app';

/** Every link and plain button counts as no form: what is told apart is whether a form of its own stands on the page. */
const PAGES = {
  withoutForm: ['/home', '/progress'],
  withForm: ['/rate?skill=coding', '/rate/all', '/gap', '/plan', '/settings'],
} as const;
const BARS = { withoutForm: 1.03, withForm: 1.25 } as const;

/** Bytes of the scripts that a browser fetches for a page before it is asked to do anything, compressed. */
async function measureScript(origin: string, path: string, cookie = ''): Promise<number> {
  const html = await readPage(origin, path, cookie);
  // Old browsers alone take what says `noModule`; the names in the data for the script are fetched as it is read.
  const modern = html.replaceAll(/<script[^>]*\snoModule[^>]*>/gi, '');
  const named = modern.match(/\/?(?:_next\/)?static\/chunks\/[\w./~-]+\.js|\/(?:theme|keys)\.js/g) ?? [];
  const files = new Set(
    named.map((name) => (/^\/\w+\.js$/.test(name) ? name : `/_next/${name.replace(/^\/?(?:_next\/)?/, '')}`)),
  );
  let bytes = 0;
  for (const file of files) bytes += gzipSync(await readPage(origin, file)).byteLength;
  return bytes;
}

/** The first-load script of signed-in pages beside that of a bare page. */
export async function measureFirstLoad(): Promise<object[]> {
  return withApp(async (rung) => {
    const cookie = await makeRatedPerson(rung.origin);
    const bare = await withBareApp((app) => measureScript(app.origin, '/'));
    const rows: object[] = [];
    for (const kind of ['withoutForm', 'withForm'] as const)
      for (const page of PAGES[kind]) {
        const bytes = await measureScript(rung.origin, page, cookie);
        const ratio = round(bytes / bare);
        rows.push({
          measure: `first-load script of ${page} ÷ a bare page`,
          ratio,
          kilobytes: round(bytes / 1000),
          'of the baseline': round(bare / 1000),
          bar: `at most ${BARS[kind]}`,
          isMet: bytes / bare <= BARS[kind],
        });
      }
    return rows;
  });
}
