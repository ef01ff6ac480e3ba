import path from 'node:path';
import { build } from 'esbuild';
import { BUILT_WORKER } from '@/lib/planner-thread';

/** Bundles the planner's worker into one file that Node runs as it is. */
export async function buildPlannerWorker(root: string = process.cwd()): Promise<void> {
  await build({
    entryPoints: [path.join(root, 'lib/planner-worker.ts')],
    outfile: path.join(root, BUILT_WORKER),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'inline',
    alias: { '@': root },
    logLevel: 'error',
  });
}
