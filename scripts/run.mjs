// Runs one of the TypeScript scripts in a clone where nothing may be installed yet: node scripts/run.mjs NAME ARGUMENTS
import { installPackages, loadTypeScript, requireNode, root, tellFailure } from './prepare.mjs';

const [node = '', , name = '', ...words] = process.argv;
const script = new URL(`./${name}.ts`, import.meta.url);
process.argv = [node, script.pathname, ...words];
process.env.NODE_ENV ??= 'production';

try {
  requireNode('20.9');
  await installPackages({ isFull: false });
  await loadTypeScript();
  const { loadDotEnv } = await import('./dot-env.ts');
  loadDotEnv(root);
  await import(script.href);
} catch (error) {
  tellFailure(error);
}
