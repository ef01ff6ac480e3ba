import { afterAll, describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { profileSchema } from '@/lib/domain/planner/profile';
import { solvePlan } from '@/lib/domain/planner/solve';
import { PlanCache } from '@/lib/plan-cache';
import { closePlanner, getPlan, peekPlan } from '@/lib/planner';

const career = loadCareer();
const profile = profileSchema.parse({
  career: 'devops',
  role: 'apprentice-devops-engineer',
  preferences: { start: '2026-12-07' },
});

afterAll(closePlanner);

describe('getPlan', () => {
  it('gives what the engine gives, from a worker, and shares one run among equal requests', async () => {
    const documents = await Promise.all([
      getPlan(career, profile, { effort: 'quick' }),
      getPlan(career, { ...profile }, { effort: 'quick' }),
    ]);
    expect(documents[0]).toEqual(solvePlan(career, profile, { effort: 'quick' }));
    expect(documents[1]).toEqual(documents[0]);
  });

  it('keeps a proved plan for both efforts', async () => {
    const document = await getPlan(career, profile);
    expect(document.status).toBe('optimal');
    expect(peekPlan(career, profile)).toEqual(document);
  });

  it('rejects with the reason and goes on working when a request cannot be answered', async () => {
    const other = { ...career, version: 'another' };
    await expect(getPlan(other, profile)).rejects.toThrow('has changed');
    await expect(getPlan(career, profile)).resolves.toMatchObject({ format: 'rung-plan' });
  });
});

describe('PlanCache', () => {
  const document = solvePlan(career, profile, { effort: 'quick' });

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
