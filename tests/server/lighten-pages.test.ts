import { expect, test } from 'vitest';
import { lightenPage } from '@/server/next-output/lighten-pages';

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
