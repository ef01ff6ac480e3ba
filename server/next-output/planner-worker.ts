import path from 'node:path';
import { build } from 'esbuild';
import { WORKER_SOURCE } from '@/lib/planner/thread';
import { workerFile } from './build-output';

/** Bundles the planner's worker into one file that Node runs as it is. */
export async function buildPlannerWorker(root: string): Promise<void> {
  await build({
    entryPoints: [path.join(root, WORKER_SOURCE)],
    outfile: workerFile(root),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'inline',
    alias: { '@': root },
    logLevel: 'error',
  });
}
