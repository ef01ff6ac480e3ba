import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import { profileSchema } from '@/lib/domain/climb/profile';
import { type Claim, PlannerPool, type PoolOptions } from '@/lib/planner/pool';
import { orRefusal, PlannerRefusal } from '@/lib/planner/refusal';

/** Does what the name of the career says, in place of planning. */
const THREAD = `
  const { parentPort } = require('node:worker_threads');
  const work = {
    spin: () => { for (;;); },
    grow: () => { const all = []; for (;;) all.push(new Array(1000).fill(0)); },
    exit: () => process.exit(3),
    throw: () => { throw new Error('broken'); },
  };
  parentPort.on('message', ({ id, career }) => {
    work[career]?.();
    parentPort.postMessage({ id, answer: career });
  });
`;

const pools: PlannerPool[] = [];

afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

function makePool(options: Partial<PoolOptions> = {}): PlannerPool {
  const pool = new PlannerPool({
    long: 1,
    megabytes: 64,
    most: { strangers: 2, people: 10, each: 3 },
    startThread: ({ megabytes }) =>
      new Worker(THREAD, { eval: true, resourceLimits: { maxOldGenerationSizeMb: megabytes } }),
    ...options,
  });
  pools.push(pool);
  return pool;
}

const profile = profileSchema.parse({ career: 'x', role: 'y', preferences: { start: '2026-12-07' } });

function ask(
  pool: PlannerPool,
  what: string,
  claim: Partial<Claim> & { effort?: 'glance' | 'quick' | 'full' } = {},
) {
  const { effort = 'quick', ...rest } = claim;
  const question = {
    task: 'plan' as const,
    root: '',
    career: what,
    version: '',
    ownSteps: [],
    profile,
    effort,
    followed: null,
    about: null,
  };
  return pool.run(question, { lane: 'people', owner: 'ada', ...rest });
}

const patient = { waitMs: 60_000, runMs: 60_000 };

describe('what is too much', () => {
  test('a page gets the refusal in place of the answer, and every other error as one', async () => {
    const pool = makePool();
    const refused = await orRefusal(ask(pool, 'spin', { limits: { ...patient, runMs: 200 } }));
    expect(refused).toBeInstanceOf(PlannerRefusal);
    expect(await orRefusal(ask(pool, 'next'))).toBe('next');
    await expect(orRefusal(ask(pool, 'exit'))).rejects.toThrow("The planner's worker ended with 3.");
  });

  test('security 2.a: a question that does not end is stopped, its caller gets a sentence, and the next is answered', async () => {
    const pool = makePool();
    await expect(ask(pool, 'spin', { limits: { ...patient, runMs: 200 } })).rejects.toMatchObject({
      name: 'PlannerRefusal',
      reason: 'too-long',
      message: expect.stringContaining('took too long, so it was stopped. Nothing was changed.'),
    });
    expect(await ask(pool, 'next')).toBe('next');
  });

  test('security 2.b: a question that takes all memory ends its thread alone, with a sentence', async () => {
    const pool = makePool({ megabytes: 16 });
    await expect(ask(pool, 'grow', { limits: patient })).rejects.toMatchObject({
      reason: 'too-large',
      message: expect.stringContaining('took too much memory, so it was stopped. Nothing was changed.'),
    });
    expect(await ask(pool, 'next')).toBe('next');
  });

  test.each(['exit', 'throw'])(
    'security 2.c: a thread that ends by %s fails its own question alone',
    async (what) => {
      const pool = makePool();
      const outcomes = await Promise.allSettled([ask(pool, what), ask(pool, 'other'), ask(pool, 'next')]);
      expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
      expect(await ask(pool, 'later')).toBe('later');
    },
  );
});

describe('who waits for whom', () => {
  const strangers = { lane: 'strangers', owner: 'strangers' } as const;

  test('security 4.d: strangers take no place from people, and only so many of them may wait', async () => {
    const pool = makePool();
    const ending = new AbortController();
    const spins = Array.from({ length: 3 }, () =>
      ask(pool, 'spin', { ...strangers, limits: patient, signal: ending.signal }).catch(
        (error: Error) => error.name,
      ),
    );
    await expect(ask(pool, 'more', strangers)).rejects.toMatchObject({
      reason: 'busy',
      message: expect.stringContaining('Try again in a minute.'),
    });
    expect(await ask(pool, 'mine')).toBe('mine');
    expect(pool.load).toEqual({ waiting: 2, running: 1 });
    ending.abort();
    expect(pool.load).toEqual({ waiting: 0, running: 0 });
    expect(await Promise.all(spins)).toEqual(['AbortError', 'AbortError', 'AbortError']);
    expect(await ask(pool, 'again', strangers)).toBe('again');
  });

  test('security 18.m: whoever watches is told of waits and of each refusal, once', async () => {
    const told: string[] = [];
    const pool = makePool({
      watch: {
        waited: (lane) => told.push(`${lane} waited`),
        refused: (lane, reason) => told.push(`${lane} ${reason}`),
      },
    });
    const ending = new AbortController();
    const spin = ask(pool, 'spin', { ...strangers, signal: ending.signal }).catch(() => 'ended');
    const waiting = ask(pool, 'later', { ...strangers, limits: { ...patient, waitMs: 50 } });
    const other = ask(pool, 'other', { ...strangers, signal: ending.signal }).catch(() => 'ended');
    await expect(ask(pool, 'no place', strangers)).rejects.toMatchObject({ reason: 'busy' });
    await expect(waiting).rejects.toMatchObject({ reason: 'busy' });
    await ask(pool, 'mine');
    ending.abort();
    await Promise.all([spin, other]);
    const long = ask(pool, 'spin', { limits: { waitMs: 1_000, runMs: 50 } });
    await expect(long).rejects.toMatchObject({ reason: 'too-long' });
    expect(told).toEqual([
      'strangers waited',
      'strangers busy',
      'strangers busy',
      'people waited',
      'strangers waited',
      'people waited',
      'people too-long',
    ]);
  });

  test('security 4.e: who has waited too long is told so', async () => {
    const pool = makePool();
    const ending = new AbortController();
    const spin = ask(pool, 'spin', { ...strangers, signal: ending.signal });
    await expect(
      ask(pool, 'later', { ...strangers, limits: { ...patient, waitMs: 50 } }),
    ).rejects.toMatchObject({ reason: 'busy' });
    expect(pool.load).toEqual({ waiting: 0, running: 1 });
    ending.abort();
    await expect(spin).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('security 4.f: short questions come first, and longer ones take no place from them', async () => {
    const pool = makePool();
    const [spinEnds, restEnds] = [new AbortController(), new AbortController()];
    const spin = ask(pool, 'spin', { ...strangers, signal: spinEnds.signal }).catch(() => 'ended');
    const looks = ['one', 'two'].map((what) => ask(pool, what, { ...strangers, signal: restEnds.signal }));
    await expect(ask(pool, 'three', strangers)).rejects.toMatchObject({ reason: 'busy' });
    const answered: unknown[] = [];
    const all = [...looks, ask(pool, 'glance', { ...strangers, effort: 'glance' })];
    for (const answer of all) void answer.then((what) => answered.push(what));
    spinEnds.abort();
    await Promise.all([spin, ...all]);
    expect(answered).toEqual(['glance', 'one', 'two']);
  });

  test("a stranger's first look does not wait for a longer one, and a person's longer one is left alone", async () => {
    const pool = makePool();
    const longer = ask(pool, 'spin', { ...strangers, limits: patient });
    const first = ask(pool, 'first', { ...strangers, effort: 'glance', limits: patient });
    await expect(longer).rejects.toMatchObject({ reason: 'busy' });
    expect(await first).toBe('first');
    const ending = new AbortController();
    const mine = ['one', 'two'].map(() =>
      ask(pool, 'spin', { signal: ending.signal }).catch((error: Error) => error.name),
    );
    await expect(
      ask(pool, 'later', { effort: 'glance', limits: { ...patient, waitMs: 50 } }),
    ).rejects.toMatchObject({ reason: 'busy' });
    ending.abort();
    expect(await Promise.all(mine)).toEqual(['AbortError', 'AbortError']);
  });

  test('security 4.g: one person has so many places, and long questions leave a worker for short ones', async () => {
    const pool = makePool();
    const ending = new AbortController();
    const long = Array.from({ length: 4 }, () =>
      ask(pool, 'spin', { effort: 'full', signal: ending.signal }).catch(() => 'ended'),
    );
    await expect(ask(pool, 'spin', { effort: 'full' })).rejects.toMatchObject({ reason: 'busy' });
    expect(await ask(pool, 'short')).toBe('short');
    expect(await ask(pool, 'short', { owner: 'bob' })).toBe('short');
    ending.abort();
    await Promise.all(long);
    expect(await ask(pool, 'gone', { signal: ending.signal }).catch((error: Error) => error.name)).toBe(
      'AbortError',
    );
  });
});
