import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { lightenPage, lightenPages } from '@/server/next-output/lighten-pages';

test('takes out the scripts of the framework and what loads them ahead, and nothing else', () => {
  const kept = [
    '<link rel="stylesheet" href="/_next/a.css"/><link rel="preload" href="/_next/a.woff2" as="font"/>',
    '<script src="/theme.js"></script><script src="/keys.js" defer=""></script>',
    '<main>A &lt;script&gt; in words</main>',
    '<script type="application/ld+json">{"@type":"Course"}</script>',
  ];
  const framework = [
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/>',
    '<script src="/_next/a.js" async=""></script>',
    '<script id="_R_">self.__next_r="x"</script>',
    '<script>(self.__next_f=self.__next_f||[]).push([0])</script>',
  ];
  const page = kept.map((part, place) => part + (framework[place] ?? '')).join('\n');
  expect(lightenPage(page)).toBe(kept.join('\n'));
});

describe('the pages of a build', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'rung-lighten-'));
  const SCRIPT = '<script src="/_next/a.js" async=""></script>';
  const OTHERS = ['app/error.tsx', 'node_modules/next/dist/client/components/layout-router.js'];

  /** A build of one prerendered page, in the files that Next 16.4 writes. */
  function build({ html = `<p>Text</p>${SCRIPT}`, clientModules = OTHERS, version = 4 } = {}): string {
    const write = (name: string, text: string) => {
      const file = path.join(root, '.next', name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    };
    const routes = { '/method': { srcRoute: '/method', dataRoute: '/method.rsc' } };
    write('prerender-manifest.json', JSON.stringify({ version, routes }));
    write('app-path-routes-manifest.json', JSON.stringify({ '/(public)/method/page': '/method' }));
    const modules = Object.fromEntries(
      clientModules.map((name) => [`[project]/${name} <module evaluation>`, {}]),
    );
    write(
      'server/app/(public)/method/page_client-reference-manifest.js',
      `globalThis.__RSC_MANIFEST["/(public)/method/page"] = ${JSON.stringify({ clientModules: modules })};`,
    );
    return write('server/app/method.html', html);
  }

  afterEach(() => rmSync(root, { recursive: true }));

  test('lose the scripts of the framework where nothing on them waits for one', () => {
    const file = build();
    lightenPages(root);
    expect(readFileSync(file, 'utf8')).toBe('<p>Text</p>');
  });

  test('fail the build where one holds a client component, which would be dead, and stay as they are', () => {
    const file = build({ clientModules: [...OTHERS, 'app/(public)/method/menu.tsx'] });
    expect(() => lightenPages(root)).toThrow(
      '/method is prerendered, so its scripts are taken out, and app/(public)/method/menu.tsx would do',
    );
    expect(readFileSync(file, 'utf8')).toContain(SCRIPT);
  });

  test('fail the build where the framework writes them otherwise', () => {
    build({ html: '<p>Text</p>' });
    expect(() => lightenPages(root)).toThrow('holds none of the scripts that Next 16.4 puts into a page');
    build({ version: 5 });
    expect(() => lightenPages(root)).toThrow('is not as Next 16.4 writes it');
    build();
    rmSync(path.join(root, '.next/server/app/(public)'), { recursive: true });
    expect(() => lightenPages(root)).toThrow('is missing, which Next 16.4 writes for each page');
  });
});
