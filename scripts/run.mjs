// Runs one of the TypeScript scripts in a clone where nothing may be installed yet: node scripts/run.mjs NAME ARGUMENTS
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  FULL_COMMANDS,
  installPackages,
  loadTypeScript,
  requireNode,
  root,
  tellFailure,
} from '../server/prepare.mjs';

const [node = '', , name = '', ...words] = process.argv;
const script = path.join(root, 'scripts', `${name}.ts`);
const isFull = FULL_COMMANDS.includes(name);
process.argv = [node, script, ...words];
process.env.NODE_ENV ??= 'production';

try {
  requireNode('20.9');
  await installPackages({ isFull });
  await loadTypeScript();
  const { loadDotEnv } = await import('../server/dot-env.ts');
  loadDotEnv(root);
  if (!isFull) process.umask(0o077);
  await import(pathToFileURL(script).href);
} catch (error) {
  tellFailure(error);
}
