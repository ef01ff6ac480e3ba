// What `npm start` and `npm run dev` run: one process, so that Ctrl-C and SIGTERM reach the server itself.
import { BUILDING } from '../server/native-parts.mjs';
import {
  buildApp,
  installPackages,
  loadTypeScript,
  requireNode,
  requireParts,
  root,
  tellFailure,
} from '../server/prepare.mjs';

const isDev = process.argv.includes('--dev');
process.env.NODE_ENV = isDev ? 'development' : 'production';
process.env.NEXT_TELEMETRY_DISABLED = '1';
process.chdir(root);

// npm passes SIGTERM on to its shell, which dies of it without telling anyone: then this process is an orphan.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) {
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 200).unref();
}

const quit = () => process.exit(130);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, quit);

try {
  requireNode('20.9');
  await installPackages({ isFull: false });
  const unload = await loadTypeScript();
  const { loadDotEnv } = await import('../server/dot-env.ts');
  loadDotEnv(root);
  const { openServer } = await import('../server/serve.ts');
  const server = await openServer({ root, isDev });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, quit);
  await (isDev ? requireParts(BUILDING, { isFull: false }) : buildApp());
  await unload();
  await server.start();
} catch (error) {
  tellFailure(error);
}
