import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** What these files hold in Next 16.4; another version that writes them otherwise fails the build here, not people later. */
const prerenderManifestSchema = z.object({
  version: z.literal(4),
  routes: z.record(
    z.string(),
    z.object({ srcRoute: z.string().nullable(), dataRoute: z.string().nullable() }),
  ),
});
const appRoutesSchema = z.record(z.string().regex(/\/(?:page|route)$/), z.string().startsWith('/'));
const clientReferencesSchema = z.object({ clientModules: z.record(z.string(), z.unknown()) });

const inBuild = (root: string, ...names: string[]) => path.join(root, '.next', ...names);

function readManifest<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`${file} is not as Next 16.4 writes it: ${z.prettifyError(parsed.error)}`);
}

/** What Next calls a build that it finished; null where there is none. */
export function readBuildId(root: string): string | null {
  const file = inBuild(root, 'BUILD_ID');
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** The prerendered routes of a build, with the route each was made from; pages have a data route beside them. */
export function readPrerenderedRoutes(root: string) {
  return readManifest(inBuild(root, 'prerender-manifest.json'), prerenderManifestSchema).routes;
}

/** The addresses of a build by the files that answer them: `/(public)/roles/[id]/page` → `/roles/[id]`. */
export function readAppRoutes(root: string): Record<string, string> {
  return readManifest(inBuild(root, 'app-path-routes-manifest.json'), appRoutesSchema);
}

/** Where a build keeps the HTML of a prerendered route. */
export function pageFile(root: string, route: string): string {
  return inBuild(root, 'server', 'app', `${route === '/' ? '/index' : route}.html`);
}

/** Where a build keeps the pages that can be the answer to any address. */
export function errorPageFiles(root: string): string[] {
  return ['404.html', '500.html'].map((name) => inBuild(root, 'server', 'pages', name));
}

export function policyFile(root: string): string {
  return inBuild(root, 'policy.json');
}

/** Where the build leaves the planner's worker. */
export function workerFile(root: string): string {
  return inBuild(root, 'planner-worker.mjs');
}

/** The project's own client components that a page of the app loads, by `page` file such as `/(public)/page`. */
export function readClientComponents(root: string, page: string): string[] {
  const file = inBuild(root, 'server', 'app', `${page}_client-reference-manifest.js`);
  if (!existsSync(file)) throw new Error(`${file} is missing, which Next 16.4 writes for each page.`);
  const source = readFileSync(file, 'utf8');
  const json = source.slice(source.indexOf('{', source.indexOf('] = ')), source.lastIndexOf('}') + 1);
  const { clientModules } = clientReferencesSchema.parse(JSON.parse(json));
  return Object.keys(clientModules)
    .map((name) => name.replace(/^\[project\]\//, '').replace(/ <.*$/, ''))
    .filter((name) => !name.startsWith('node_modules/'));
}
