import type { KnipConfig } from 'knip';

// With --production only what people run counts: there, code that only tests, the bench or the checks use is dead.
const isProduction = process.argv.includes('--production');

/** Commands that serve the making of Rung. */
const WORKSHOP = 'bench|lighthouse|screenshots|test';

const config: KnipConfig = {
  entry: [
    `scripts/!(${WORKSHOP}).{ts,mjs}!`,
    `scripts/{${WORKSHOP.replaceAll('|', ',')}}.{ts,mjs}`,
    'lib/planner/worker.ts!',
    'app/**/{page,layout,route,error,global-error,not-found,robots,sitemap}.{ts,tsx}!',
    'vitest.fault.config.ts',
    'bench/bare/app/**/{page,layout}.tsx',
    'bench/bare/next.config.mjs',
    'tests/support/children/*.ts',
    'tests/fault/**/*.test.ts',
    'tests/fault/support/*.mjs',
    'tests/support/*.mjs',
  ],
  project: [
    '**/*.{ts,tsx,mjs,css}!',
    '!{tests,bench}/**!',
    `!scripts/{${WORKSHOP.replaceAll('|', ',')}}.{ts,mjs}!`,
    '!*.config.*!',
    '!knip.ts!',
  ],
  // A type that only its own file names is still the name of what that file gives away. In production a test may also
  // try by itself what else only its own file uses.
  ignoreExportsUsedInFile: isProduction || { interface: true, type: true },
  // Programs of the system, which `npm test` sees to.
  ignoreBinaries: ['pdftotext', 'strace', 'mkfifo', 'mount', 'umount', 'systemd-analyze'],
  // Read by path in app/fonts.ts and run by path in scripts/test.mjs, which no tool takes for an import. libsql comes with @libsql/client, and is
  // asked for from there.
  ignoreDependencies: ['@fontsource-variable/atkinson-hyperlegible-next', '@biomejs/biome', 'libsql'],
};

export default config;
