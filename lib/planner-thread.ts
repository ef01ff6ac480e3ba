import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PlannerThreadData } from './planner-worker';

/** Where the build leaves the worker, seen from the project's folder. */
export const BUILT_WORKER = '.next/planner-worker.mjs';

const WORKER_SOURCE = 'lib/planner-worker.ts';
const SOURCE_FOLDER = 'lib';

export type ThreadOptions = PlannerThreadData & { megabytes: number };

/** Starts the built worker, unless a source is newer; then the source itself. Out of memory, the thread ends alone. */
export function startPlannerThread({ megabytes, ...workerData }: ThreadOptions): Worker {
  const root = process.cwd();
  const resourceLimits = { maxOldGenerationSizeMb: megabytes };
  const built = path.join(/*turbopackIgnore: true*/ root, BUILT_WORKER);
  if (existsSync(built) && statSync(built).mtimeMs >= findNewestSource(root))
    return new Worker(built, { workerData, resourceLimits });
  const source = path.join(/*turbopackIgnore: true*/ root, WORKER_SOURCE);
  return new Worker("require('tsx/cjs'); require(require('node:worker_threads').workerData.source);", {
    eval: true,
    workerData: { ...workerData, source },
    resourceLimits,
  });
}

function findNewestSource(root: string): number {
  const whole = path.join(/*turbopackIgnore: true*/ root, SOURCE_FOLDER);
  if (!existsSync(whole)) return 0;
  const times = readdirSync(whole, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => statSync(path.join(/*turbopackIgnore: true*/ whole, name)).mtimeMs);
  return Math.max(0, ...times);
}
