import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Policy } from './serve/headers';

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** The hashes under which a Content-Security-Policy allows the inline scripts of a page. */
export function hashInlineScripts(html: string): string[] {
  const hashes = new Set<string>();
  for (const [, source] of html.matchAll(INLINE_SCRIPT))
    if (source) hashes.add(`'sha256-${createHash('sha256').update(source).digest('base64')}'`);
  return [...hashes];
}

/** Where a build keeps the HTML of a prerendered route. */
export function pageFile(root: string, route: string): string {
  return path.join(root, '.next', 'server', 'app', `${route === '/' ? '/index' : route}.html`);
}

const hashFile = (file: string) => (existsSync(file) ? hashInlineScripts(readFileSync(file, 'utf8')) : []);

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[a-z0-9]+$/i.test(name))
    .map((name) => `/${name.split(path.sep).join('/')}`);
}

/**
 * Writes what the server in front must know of a build. Prerendered pages are allowed their scripts by hash,
 * because a nonce would make them dynamic; the error pages can be the answer to any address.
 */
export function writePolicy(root: string): void {
  const built = path.join(root, '.next');
  const readManifest = (name: string) => JSON.parse(readFileSync(path.join(built, name), 'utf8'));
  const routes = Object.keys(readManifest('prerender-manifest.json').routes);
  const isErrorPage = (route: string) => route.startsWith('/_');
  const errorFiles = [
    ...routes.filter(isErrorPage).map((route) => pageFile(root, route)),
    path.join(built, 'server', 'pages', '404.html'),
    path.join(built, 'server', 'pages', '500.html'),
  ];
  const listRoutes = (ending: string) =>
    Object.entries<string>(readManifest('app-path-routes-manifest.json'))
      .filter(([file]) => file.endsWith(ending))
      .map(([, route]) => route);
  const policy: Policy = {
    prerendered: Object.fromEntries(
      routes.filter((route) => !isErrorPage(route)).map((route) => [route, hashFile(pageFile(root, route))]),
    ),
    errors: [...new Set(errorFiles.flatMap(hashFile))],
    pages: listRoutes('/page'),
    handlers: listRoutes('/route'),
    files: listFiles(path.join(root, 'public')),
  };
  writeFileSync(path.join(built, 'policy.json'), JSON.stringify(policy));
}
