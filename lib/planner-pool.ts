import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PlannerAnswer, PlannerQuestion, PlannerRequest, PlannerResponse } from './planner-worker';

/** Where the build leaves the worker, seen from the project's folder. */
export const BUILT_WORKER = '.next/planner-worker.mjs';

const WORKER_SOURCE = 'lib/planner-worker.ts';
const SOURCE_FOLDER = 'lib';
const MOST_WAITING = 2000;

type Job = {
  question: PlannerQuestion;
  resolve: (answer: PlannerAnswer) => void;
  reject: (error: Error) => void;
};
type Member = { worker: Worker; job: Job | null };

/**
 * Worker threads that solve plans. Long jobs take at most `long` of them and one more stands ready for short
 * ones. A worker that dies rejects its own job and a new one starts with the next.
 */
export class PlannerPool {
  private readonly members: Member[] = [];
  private readonly waiting: Job[] = [];
  private sequence = 0;

  constructor(private readonly long: number) {}

  run(question: PlannerQuestion): Promise<PlannerAnswer> {
    if (this.waiting.length >= MOST_WAITING)
      return Promise.reject(new Error('Too many plans are being made at once.'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ question, resolve, reject });
      this.assign();
    });
  }

  async close(): Promise<void> {
    for (const job of this.waiting.splice(0)) job.reject(new Error('The planner was closed.'));
    await Promise.all(this.members.map(({ worker }) => worker.terminate()));
  }

  private assign(): void {
    for (;;) {
      const running = this.members.filter(({ job }) => job?.question.effort === 'full').length;
      const quick = this.waiting.findIndex(({ question }) => question.effort !== 'full');
      const next = quick >= 0 ? quick : running < this.long ? 0 : -1;
      const job = this.waiting[next];
      const member = job && this.findFree();
      if (!job || !member) return;
      this.waiting.splice(next, 1);
      member.job = job;
      member.worker.ref();
      this.sequence += 1;
      member.worker.postMessage({ ...job.question, id: this.sequence } satisfies PlannerRequest);
    }
  }

  private findFree(): Member | null {
    const free = this.members.find(({ job }) => job === null);
    if (free) return free;
    return this.members.length <= this.long ? this.hire() : null;
  }

  private hire(): Member {
    const member: Member = { worker: startWorker(process.cwd()), job: null };
    member.worker.on('message', (response: PlannerResponse) => {
      const { job } = member;
      member.job = null;
      member.worker.unref();
      if ('error' in response) job?.reject(new Error(response.error));
      else job?.resolve(response.answer);
      this.assign();
    });
    const leave = (error: Error): void => {
      const at = this.members.indexOf(member);
      if (at < 0) return;
      this.members.splice(at, 1);
      member.job?.reject(error);
      this.assign();
    };
    member.worker.on('error', leave);
    member.worker.on('exit', (code) => leave(new Error(`The planner's worker ended with ${code}.`)));
    this.members.push(member);
    return member;
  }
}

/** The built worker, unless a source is newer; then the source itself. */
function startWorker(root: string): Worker {
  const built = path.join(/*turbopackIgnore: true*/ root, BUILT_WORKER);
  if (existsSync(built) && statSync(built).mtimeMs >= findNewestSource(root)) return new Worker(built);
  const source = path.join(/*turbopackIgnore: true*/ root, WORKER_SOURCE);
  return new Worker("require('tsx/cjs'); require(require('node:worker_threads').workerData);", {
    eval: true,
    workerData: source,
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
