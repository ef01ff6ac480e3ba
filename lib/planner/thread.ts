import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PlannerThreadData } from './worker';

/** The worker's program, seen from the project's folder. */
export const WORKER_SOURCE = 'lib/planner/worker.ts';

/** The server and the bundles of its pages are one process with several copies of this module. */
const shared = globalThis as typeof globalThis & { [key]?: string };
const key = Symbol.for('rung.planner-worker');

export type ThreadOptions = PlannerThreadData & { megabytes: number };

/** Says where the build left the worker. Only who has just seen to the build may: it is not compared with its sources. */
export function installBuiltWorker(file: string): void {
  shared[key] = file;
}

/** Starts the built worker where there is one, else its source, as commands do. Out of memory, the thread ends alone. */
export function startPlannerThread({ megabytes, ...workerData }: ThreadOptions): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: megabytes };
  const built = shared[key];
  if (built) return new Worker(built, { workerData, resourceLimits });
  const source = path.join(/*turbopackIgnore: true*/ process.cwd(), WORKER_SOURCE);
  return new Worker("require('tsx/cjs'); require(require('node:worker_threads').workerData.source);", {
    eval: true,
    workerData: { ...workerData, source },
    resourceLimits,
  });
}
