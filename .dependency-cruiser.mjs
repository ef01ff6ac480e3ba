// Who may import whom. Paths are seen from the project's folder.
const project = '^(app|components|db|lib|scripts|tests|bench)/';

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
      from: { pathNot: '^(lib/queries|lib/auth|db|scripts|tests)/' },
      to: { path: '^db/' },
    },
    {
      name: 'db-knows-little',
      comment: 'db imports the settings, and of the domain no more than types.',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: project, pathNot: ['^db/', '^lib/env\\.ts$', '^lib/domain/'] },
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
      comment: 'lib/revalidate takes pages only that are made for each request.',
      severity: 'error',
      from: { pathNot: '^lib/revalidate\\.ts$' },
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
