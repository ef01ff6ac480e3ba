import type { Worker } from 'node:worker_threads';
import { EFFORTS } from '@/lib/domain/climb/search/effort';
import { makeAbortError, PlannerRefusal } from './refusal';
import type { ThreadOptions } from './thread';
import type { PlannerAnswer, PlannerQuestion, PlannerRequest, PlannerResponse } from './worker';

/** Strangers have a worker of their own, and take none from people with an account. */
export type Lane = 'people' | 'strangers';

/** Who asks, and what their question may take. Without limits it waits and runs as long as it needs. */
export type Claim = {
  lane: Lane;
  /** Whose questions wait for one another; null for a command, which has all to itself. */
  owner: string | null;
  signal?: AbortSignal | undefined;
  limits?: { waitMs: number; runMs: number };
};

type Job = {
  question: PlannerQuestion;
  claim: Claim;
  askedAt: number;
  /** Ends it with an answer or a reason, once. */
  settle: (outcome: { answer: PlannerAnswer } | { error: Error }) => void;
  timer?: NodeJS.Timeout;
};
type Member = { worker: Worker; lane: Lane; job: Job | null };

export type PoolOptions = {
  /** Workers that long questions of people may take; one more stands ready for short ones. */
  long: number;
  megabytes: number;
  /** Questions that may wait: of strangers, of people, and of each person. */
  most: { strangers: number; people: number; each: number };
  startThread: (options: ThreadOptions) => Worker;
  /** Who is told how the questions fare. */
  watch?: PoolWatch;
};

export type PoolWatch = {
  /** A question has come to a worker after so long. */
  waited(lane: Lane, seconds: number): void;
  refused(lane: Lane, reason: PlannerRefusal['reason']): void;
};

/** Worker threads that solve plans. One that dies or is stopped rejects its own job, and a new one starts with the next. */
export class PlannerPool {
  private readonly members: Member[] = [];
  private readonly waiting: Job[] = [];
  private sequence = 0;

  constructor(private readonly options: PoolOptions) {}

  /** Rejects with a PlannerRefusal where there is no place or no time for it, with an AbortError once nobody waits. */
  run(question: PlannerQuestion, claim: Claim): Promise<PlannerAnswer> {
    if (claim.signal?.aborted) return Promise.reject(makeAbortError());
    if (!this.hasPlace(question, claim)) {
      this.options.watch?.refused(claim.lane, 'busy');
      return Promise.reject(new PlannerRefusal('busy'));
    }
    return new Promise((resolve, reject) => {
      const leave = () => this.end(job, makeAbortError());
      const job: Job = {
        question,
        claim,
        askedAt: performance.now(),
        settle: (outcome) => {
          clearTimeout(job.timer);
          claim.signal?.removeEventListener('abort', leave);
          if ('answer' in outcome) return resolve(outcome.answer);
          const { error } = outcome;
          if (error instanceof PlannerRefusal) this.options.watch?.refused(claim.lane, error.reason);
          reject(error);
        },
      };
      claim.signal?.addEventListener('abort', leave, { once: true });
      if (claim.limits)
        job.timer = setTimeout(() => this.end(job, new PlannerRefusal('busy')), claim.limits.waitMs);
      this.waiting.push(job);
      this.assign();
    });
  }

  /** How many questions wait, and how many are worked on. */
  get load(): { waiting: number; running: number } {
    return { waiting: this.waiting.length, running: this.running(() => true) };
  }

  async close(): Promise<void> {
    for (const job of this.waiting.splice(0)) job.settle({ error: new Error('The planner was closed.') });
    await Promise.all(this.members.map(({ worker }) => worker.terminate()));
  }

  /** What takes longer stands behind, so it takes no place from what is shorter. */
  private hasPlace({ effort }: PlannerQuestion, { lane, owner }: Claim): boolean {
    if (owner === null) return true;
    const { most } = this.options;
    const ahead = this.waiting.filter(
      ({ claim, question }) =>
        claim.lane === lane && EFFORTS.indexOf(question.effort) <= EFFORTS.indexOf(effort),
    );
    const own = ahead.filter(({ claim }) => claim.owner === owner).length;
    return ahead.length < most[lane] && (lane === 'strangers' || own < most.each);
  }

  private running(isCounted: (job: Job) => boolean): number {
    return this.members.filter(({ job }) => job !== null && isCounted(job)).length;
  }

  private assign(): void {
    for (const lane of ['people', 'strangers'] as const)
      for (let job = this.findNext(lane); job; job = this.findNext(lane)) {
        const member = this.findFree(lane);
        if (!member) {
          this.makeWay(lane, job);
          break;
        }
        this.begin(member, job);
      }
  }

  /** The shortest first, then whoever has the fewest at work, then the first to come. */
  private findNext(lane: Lane): Job | null {
    const isLong = ({ question }: Job) => question.effort === 'full';
    const hasLongPlace = this.running(isLong) < this.options.long;
    const ranked = this.waiting
      .filter((job) => job.claim.lane === lane && (lane === 'strangers' || hasLongPlace || !isLong(job)))
      .map((job) => ({
        job,
        effort: EFFORTS.indexOf(job.question.effort),
        atWork: this.running(({ claim }) => claim.owner === job.claim.owner),
      }));
    ranked.sort((one, other) => one.effort - other.effort || one.atWork - other.atWork);
    return ranked[0]?.job ?? null;
  }

  private begin(member: Member, job: Job): void {
    this.waiting.splice(this.waiting.indexOf(job), 1);
    clearTimeout(job.timer);
    this.options.watch?.waited(job.claim.lane, (performance.now() - job.askedAt) / 1000);
    if (job.claim.limits)
      job.timer = setTimeout(() => this.end(job, new PlannerRefusal('too-long')), job.claim.limits.runMs);
    member.job = job;
    member.worker.ref();
    this.sequence += 1;
    member.worker.postMessage({ ...job.question, id: this.sequence } satisfies PlannerRequest);
  }

  /** Ends a job for its reason; a thread in the middle of its arithmetic can only be ended with it. */
  private end(job: Job, error: Error): void {
    const place = this.waiting.indexOf(job);
    if (place >= 0) this.waiting.splice(place, 1);
    const member = this.members.find((one) => one.job === job);
    if (member) this.dismiss(member, error);
    else job.settle({ error });
  }

  private findFree(lane: Lane): Member | null {
    const own = this.members.filter((member) => member.lane === lane);
    const free = own.find(({ job }) => job === null);
    if (free) return free;
    return own.length < (lane === 'strangers' ? 1 : this.options.long + 1) ? this.hire(lane) : null;
  }

  /** Strangers have one worker: a first plan of one goes before a better plan of another, who has the first already. */
  private makeWay(lane: Lane, { question }: Job): void {
    if (lane === 'people') return;
    const rank = EFFORTS.indexOf(question.effort);
    const longer = this.members.find(
      (member) => member.lane === lane && member.job && EFFORTS.indexOf(member.job.question.effort) > rank,
    );
    // What waits is given out again once its worker is gone.
    if (longer) this.dismiss(longer, new PlannerRefusal('busy'));
  }

  private hire(lane: Lane): Member {
    const { startThread, megabytes } = this.options;
    const member: Member = { worker: startThread({ lane, megabytes }), lane, job: null };
    member.worker.on('message', (response: PlannerResponse) => {
      const { job } = member;
      member.job = null;
      member.worker.unref();
      job?.settle('error' in response ? { error: new Error(response.error) } : response);
      this.assign();
    });
    member.worker.on('error', (error: NodeJS.ErrnoException) => {
      const isTooLarge = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      this.dismiss(member, isTooLarge ? new PlannerRefusal('too-large') : error);
    });
    member.worker.on('exit', (code) =>
      this.dismiss(member, new Error(`The planner's worker ended with ${code}.`)),
    );
    this.members.push(member);
    return member;
  }

  private dismiss(member: Member, error: Error): void {
    const place = this.members.indexOf(member);
    if (place < 0) return;
    this.members.splice(place, 1);
    void member.worker.terminate();
    member.job?.settle({ error });
    this.assign();
  }
}
