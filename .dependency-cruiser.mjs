// Who may import whom. Paths are seen from the project's folder.
const project = '^(app|components|db|lib|scripts|server|tests|bench)/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'lib/domain imports itself and zod: no framework, database, environment or file system.',
      severity: 'error',
      from: { path: '^lib/domain/' },
      to: { pathNot: ['^lib/domain/', '(^|/)node_modules/zod/'] },
    },
    {
      name: 'db-has-few-doors',
      comment: 'Everything else goes through lib/queries, whose functions take the owner first.',
      severity: 'error',
      from: { pathNot: '^(lib/queries|lib/auth|db|scripts|server|tests)/' },
      to: { path: '^db/' },
    },
    {
      name: 'db-stands-below',
      comment:
        'db is handed what it needs, and of the domain, which stands below it, takes no more than types.',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: project, pathNot: ['^db/', '^lib/domain/'] },
    },
    {
      name: 'db-takes-only-types-of-the-domain',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^lib/domain/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'components-know-no-domain',
      comment: 'A component could ship in another product.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: project, pathNot: '^components/' },
    },
    {
      name: 'only-doors-of-app-query',
      comment: 'Pages, layouts, actions and routes load and save; what they hand on to draw does neither.',
      severity: 'error',
      from: { path: '^app/', pathNot: '/(page|layout|actions|route|load-[^/]+)\\.tsx?$' },
      to: { path: '^lib/queries/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'scripts-are-commands',
      comment: 'A file a command: what several need stands in lib or server.',
      severity: 'error',
      from: {},
      to: { path: '^scripts/', pathNot: '^scripts/prepare' },
    },
    {
      name: 'wording-is-late',
      comment: 'Rules return codes and figures; sentences are made of them afterwards.',
      severity: 'error',
      from: { path: '^(lib/domain|lib/queries|db)/' },
      to: { path: '^lib/wording/' },
    },
    {
      name: 'exports-reach-no-request',
      comment: 'A file is made from what it is handed, its language too: made twice, it has the same bytes.',
      severity: 'error',
      from: { path: '^lib/export/' },
      to: { path: '^lib/(http|auth|queries)/|node_modules/next/', reachable: true },
    },
    {
      name: 'bench-and-tests-share-support',
      comment: 'What both need is no part of either.',
      severity: 'error',
      from: { path: '^bench/' },
      to: { path: '^tests/', pathNot: '^tests/support/' },
    },
    {
      name: 'nothing-imports-app',
      severity: 'error',
      from: { pathNot: '^(app|tests)/' },
      to: { path: '^app/' },
    },
    {
      name: 'links-are-plain',
      comment:
        'next/link is 3 kB of script on every page and draws each link twice: docs/decisions/plain-links.md',
      severity: 'error',
      from: {},
      to: { path: 'node_modules/next/link' },
    },
    {
      name: 'prerendered-pages-stay',
      comment: 'lib/http/revalidate takes pages only that are made for each request.',
      severity: 'error',
      from: { pathNot: '^lib/http/revalidate\\.ts$' },
      to: { path: 'node_modules/next/cache' },
    },
    {
      name: 'layouts-guard-nothing',
      comment: 'A page, a download and an action ask by themselves: a layout is not drawn for each of them.',
      severity: 'error',
      from: { path: '/(layout|template)\\.tsx$' },
      to: { path: ['^lib/auth/', 'node_modules/next/navigation'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that the tool cannot follow is one that it cannot judge.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'types'],
    },
  },
};
