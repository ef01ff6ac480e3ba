import { afterAll, describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { profileSchema } from '@/lib/domain/climb/profile';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { followRequest, makeRequestContext, notePerson } from '@/lib/http/request-context';
import { getMetrics } from '@/lib/operator/metrics';
import { PlanCache } from '@/lib/planner/cache';
import { closePlanner, getPlannerLoad } from '@/lib/planner/client';
import { computeClimb, computeFirstClimb, peekClimb } from '@/lib/planner/climb';
import { planWords } from '@/lib/wording/plan-words';

const career = loadCareer();
const profile = profileSchema.parse({
  career: 'devops',
  role: 'apprentice-devops-engineer',
  levels: { ...career.roleById.get('apprentice-devops-engineer')?.targets, coding: 0 },
  preferences: { start: '2026-12-07' },
});

afterAll(closePlanner);

/** How many questions of each lane have come to a worker. */
async function countWorked(): Promise<Record<'strangers' | 'people', number>> {
  const { values } = await getMetrics().plannerWaitSeconds.get();
  const of = (lane: string) =>
    values.find(({ metricName, labels }) => metricName?.endsWith('_count') && labels.lane === lane)?.value ??
    0;
  return { strangers: of('strangers'), people: of('people') };
}

describe('computeClimb', () => {
  it('gives what the engine gives, from a worker, and shares one run among equal requests', async () => {
    const documents = await Promise.all([
      computeClimb(career, profile, { effort: 'quick' }),
      computeClimb(career, { ...profile }, { effort: 'quick' }),
    ]);
    expect(documents[0]).toEqual(solvePlan(career, profile, { effort: 'quick', words: planWords }));
    expect(documents[1]).toEqual(documents[0]);
  });

  it('keeps a proved plan for both efforts', async () => {
    const document = await computeClimb(career, profile);
    expect(document.status).toBe('optimal');
    expect(peekClimb(career, profile)).toEqual(document);
  });

  it('rejects with the reason and goes on working when a request cannot be answered', async () => {
    const other = { ...career, version: 'another' };
    await expect(computeClimb(other, profile)).rejects.toThrow('has changed');
    await expect(computeClimb(career, profile)).resolves.toMatchObject({ format: 'rung-plan' });
  });
});

describe('for requests', () => {
  const hard = { ...profile, role: 'lead-devops-engineer', done: ['missing-semester'] };

  /** Asks in a request, of somebody or of a stranger, that can be dropped. */
  function askInRequest<T>(personId: string | null, work: () => Promise<T>) {
    const dropped = new AbortController();
    const context = makeRequestContext({
      id: 'r',
      address: '/',
      locale: 'en-GB',
      decimalSign: '.',
      signal: dropped.signal,
    });
    const answer = followRequest(context, () => {
      if (personId !== null) notePerson(personId);
      return work();
    });
    return { answer, drop: () => dropped.abort() };
  }

  it('security 4.a: work ends with the last request that waits for it', async () => {
    const asked = ['ada', 'ada', 'bob'].map((person) =>
      askInRequest(person, () => computeClimb(career, hard)),
    );
    const [first, second, third] = asked;
    await expect.poll(() => getPlannerLoad()).toEqual({ waiting: 0, running: 1 });
    const gone = Promise.allSettled([first?.answer, second?.answer]);
    first?.drop();
    second?.drop();
    expect((await gone).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(getPlannerLoad()).toEqual({ waiting: 0, running: 1 });
    third?.drop();
    await expect(third?.answer).rejects.toMatchObject({ name: 'AbortError' });
    expect(getPlannerLoad()).toEqual({ waiting: 0, running: 0 });
    expect(peekClimb(career, hard)).toBeNull();
  });

  it('security 4.b: 150 requests of strangers that are sent and dropped leave nothing', async () => {
    const asked = Array.from({ length: 150 }, (_, index) =>
      askInRequest(null, () =>
        computeFirstClimb(career, { ...hard, levels: { coding: (index % 5) as 0 }, done: [`step-${index}`] }),
      ),
    );
    const outcomes = Promise.allSettled(asked.map(({ answer }) => answer));
    // The last to come first, so that those in the queue go from there and not from a worker.
    for (const { drop } of asked.toReversed()) drop();
    expect(getPlannerLoad()).toEqual({ waiting: 0, running: 0 });
    expect(new Set((await outcomes).map(({ status }) => status))).toEqual(new Set(['rejected']));
  });

  it("security 4.c: keeps strangers' answers apart from people's", async () => {
    const levels = Object.fromEntries(career.skills.map(({ id }) => [id, 5 as const]));
    const light = { ...profile, levels };
    const before = await countWorked();
    for (const person of [null, null, 'ada', 'ada', null])
      await askInRequest(person, () => computeClimb(career, light)).answer;
    // Each lane has worked it out once, and then had it from its own cache.
    const worked = await countWorked();
    expect([worked.strangers - before.strangers, worked.people - before.people]).toEqual([1, 1]);
    expect(peekClimb(career, light)).not.toBeNull();
  });
});

describe('PlanCache', () => {
  const document = solvePlan(career, profile, { effort: 'quick', words: planWords });

  it('drops the least recently used beyond its number', () => {
    const cache = new PlanCache({ entries: 2, characters: 10_000_000 });
    for (const key of ['one', 'two']) cache.set(key, document);
    cache.get('one');
    cache.set('three', document);
    expect([cache.get('two'), cache.get('one') !== null, cache.size]).toEqual([null, true, 2]);
  });

  it('never holds more characters than its bound', () => {
    const cache = new PlanCache({ entries: 10, characters: JSON.stringify(document).length + 1 });
    for (const key of ['one', 'two', 'three']) cache.set(key, document);
    expect(cache.size).toBe(1);
  });
});
