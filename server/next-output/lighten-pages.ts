import { readFileSync, writeFileSync } from 'node:fs';
import { pageFile, readAppRoutes, readClientComponents, readPrerenderedRoutes } from './build-output';

/** Every script but data for programs, and Rung's own files, which stand in `public`. */
const SCRIPT =
  /<script(?![^>]*\stype="application\/ld\+json")(?![^>]*\ssrc="\/[\w-]+\.js")[^>]*>[\s\S]*?<\/script>/g;
const SCRIPT_PRELOAD = /<link\b[^>]*\sas="script"[^>]*>/g;

/** Stands behind every page, and is drawn only where the framework's scripts run. */
const ERROR_PAGE = 'app/error.tsx';

/** A page as a browser needs it where nothing on it waits for a script. */
export function lightenPage(html: string): string {
  return html.replaceAll(SCRIPT, '').replaceAll(SCRIPT_PRELOAD, '');
}

/**
 * Takes the framework's scripts out of the prerendered pages of a build: they hold links and plain forms alone. The error
 * pages keep theirs, since trying again needs them. Throws when a page holds a client component, which would be dead.
 *
 * Relies on how Next 16.4 writes scripts into a page, and throws where it finds none. Held by
 * `tests/server/lighten-pages.test.ts`.
 */
export function lightenPages(root: string): void {
  const pageOfRoute = new Map(Object.entries(readAppRoutes(root)).map(([file, route]) => [route, file]));
  for (const [route, { srcRoute, dataRoute }] of Object.entries(readPrerenderedRoutes(root))) {
    if (route.startsWith('/_') || dataRoute === null) continue;
    const page = pageOfRoute.get(srcRoute ?? route);
    if (page === undefined) throw new Error(`The build names no page of the prerendered ${route}.`);
    const [dead] = readClientComponents(root, page).filter((name) => name !== ERROR_PAGE);
    if (dead)
      throw new Error(
        `${route} is prerendered, so its scripts are taken out, and ${dead} would do nothing there. Draw it on the server, or make the page for each request.`,
      );
    const file = pageFile(root, route);
    const html = readFileSync(file, 'utf8');
    const light = lightenPage(html);
    if (light === html) throw new Error(`${file} holds none of the scripts that Next 16.4 puts into a page.`);
    writeFileSync(file, light);
  }
}
