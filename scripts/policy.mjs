// After a build: the hashes of the inline scripts of every prerendered page, which the server's
// Content-Security-Policy allows by name. A nonce would make those pages dynamic.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** @param {string} html */
export function hashInlineScripts(html) {
  const hashes = new Set();
  for (const [, source] of html.matchAll(INLINE_SCRIPT))
    if (source) hashes.add(`'sha256-${createHash('sha256').update(source).digest('base64')}'`);
  return [...hashes];
}

/**
 * Writes .next/policy.json: for each prerendered address its hashes, for the error pages (which can be
 * the answer to any address) one list, and the addresses that are files.
 * @param {string} root
 */
export function writePolicy(root) {
  const built = path.join(root, '.next');
  const pages = path.join(built, 'server', 'app');
  const manifest = JSON.parse(readFileSync(path.join(built, 'prerender-manifest.json'), 'utf8'));
  const prerendered = {};
  const errors = new Set();
  for (const route of Object.keys(manifest.routes)) {
    const file = path.join(pages, `${route === '/' ? '/index' : route}.html`);
    const hashes = existsSync(file) ? hashInlineScripts(readFileSync(file, 'utf8')) : [];
    if (route.startsWith('/_')) for (const hash of hashes) errors.add(hash);
    else prerendered[route] = hashes;
  }
  for (const name of ['404.html', '500.html']) {
    const file = path.join(built, 'server', 'pages', name);
    if (existsSync(file)) for (const hash of hashInlineScripts(readFileSync(file, 'utf8'))) errors.add(hash);
  }
  const routes = JSON.parse(readFileSync(path.join(built, 'app-path-routes-manifest.json'), 'utf8'));
  const dynamicPages = Object.entries(routes)
    .filter(([file]) => file.endsWith('/page'))
    .map(([, route]) => route);
  const folder = path.join(root, 'public');
  const files = existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => `/${path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name))}`)
    : [];
  const policy = { prerendered, errors: [...errors], pages: dynamicPages, files };
  writeFileSync(path.join(built, 'policy.json'), JSON.stringify(policy));
}
