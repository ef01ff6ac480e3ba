import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pageFile } from './policy';

/** Every script but data for programs, and the one that sets the theme. */
const SCRIPT =
  /<script(?![^>]*\stype="application\/ld\+json")(?![^>]*\ssrc="\/theme\.js")[^>]*>[\s\S]*?<\/script>/g;
const SCRIPT_PRELOAD = /<link\b[^>]*\sas="script"[^>]*>/g;

/** A page as a browser needs it where nothing on it waits for a script. */
export function lightenPage(html: string): string {
  return html.replaceAll(SCRIPT, '').replaceAll(SCRIPT_PRELOAD, '');
}

/**
 * Takes the framework's scripts out of the prerendered pages of a build: they hold links and plain forms alone.
 * The error pages keep theirs, since trying again needs them.
 */
export function lightenPages(root: string): void {
  const manifest = JSON.parse(readFileSync(path.join(root, '.next', 'prerender-manifest.json'), 'utf8'));
  const routes: Record<string, { dataRoute: string | null }> = manifest.routes;
  for (const [route, { dataRoute }] of Object.entries(routes)) {
    if (route.startsWith('/_') || dataRoute === null) continue;
    const file = pageFile(root, route);
    writeFileSync(file, lightenPage(readFileSync(file, 'utf8')));
  }
}
