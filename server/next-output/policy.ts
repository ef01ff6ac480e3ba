import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { errorPageFiles, pageFile, policyFile, readAppRoutes, readPrerenderedRoutes } from './build-output';

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** What the server in front must know of a build: its addresses, and the inline scripts of its prerendered pages. */
export type Policy = {
  prerendered: Record<string, string[]>;
  errors: string[];
  pages: string[];
  files: string[];
  handlers: string[];
};

const NOTHING_BUILT: Policy = { prerendered: {}, errors: [], pages: [], files: [], handlers: [] };

export function readPolicy(root: string): Policy {
  const file = policyFile(root);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Policy) : NOTHING_BUILT;
}

/** The hashes under which a Content-Security-Policy allows the inline scripts of a page. */
function hashInlineScripts(html: string): string[] {
  const hashes = new Set<string>();
  for (const [, source] of html.matchAll(INLINE_SCRIPT))
    if (source) hashes.add(`'sha256-${createHash('sha256').update(source).digest('base64')}'`);
  return [...hashes];
}

const hashFile = (file: string) => (existsSync(file) ? hashInlineScripts(readFileSync(file, 'utf8')) : []);

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[a-z0-9]+$/i.test(name))
    .map((name) => `/${name.split(path.sep).join('/')}`);
}

/**
 * Prerendered pages are allowed their scripts by hash, because a nonce would make them dynamic; the error pages can be the
 * answer to any address.
 */
export function writePolicy(root: string): void {
  const routes = Object.keys(readPrerenderedRoutes(root));
  const isErrorPage = (route: string) => route.startsWith('/_');
  const errorFiles = [
    ...routes.filter(isErrorPage).map((route) => pageFile(root, route)),
    ...errorPageFiles(root),
  ];
  const listRoutes = (ending: string) =>
    Object.entries(readAppRoutes(root))
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
  writeFileSync(policyFile(root), JSON.stringify(policy));
}
