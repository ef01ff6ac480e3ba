import { expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { findWhatToKeep, listStandIns } from '@/lib/domain/plan/stand-ins';

const career = loadCareer();

test('what stands in for a step at work is no work, teaches some of it, and the most of it first', () => {
  const atWork = career.steps.filter((step) => step.atWork && step.status === 'active');
  let found = 0;
  for (const step of atWork) {
    const taught = listStandIns(career, step).map((other) => {
      expect([other.atWork, other.needs.post]).toEqual([false, null]);
      return other.teaches.filter((id) => step.teaches.includes(id)).length;
    });
    found += taught.length;
    expect(taught).toEqual(taught.toSorted((a, b) => b - a));
    expect(Math.min(1, ...taught)).toBe(1);
  }
  expect(found).toBeGreaterThan(10);
});

test('no step stands in for itself, nor one that is retired, full-time, at work or of a post, nor one that teaches nothing of it', () => {
  const [sample] = career.steps;
  if (!sample) throw new Error('The catalogue has no steps.');
  const make = (id: string, teaches: string[], rest: Partial<typeof sample> = {}) => ({
    ...sample,
    ...{ id, teaches, status: 'active' as const, atWork: false, fullTime: false },
    needs: { ...sample.needs, post: null },
    ...rest,
  });
  const all = ['a', 'b', 'c'];
  const steps = [
    make('z-two', ['a', 'b']),
    make('itself', all),
    make('retired', all, { status: 'retired' }),
    make('full-time', all, { fullTime: true }),
    make('at-work', all, { atWork: true }),
    make('of-a-post', all, { needs: { ...sample.needs, post: { families: 'any', rank: 0 } } }),
    make('of-nothing', ['d']),
    make('b-one', ['c']),
    make('a-two', ['a', 'c']),
  ];
  const list = (listed: typeof steps) =>
    listStandIns({ ...career, steps: listed }, { id: 'itself', teaches: all }).map(({ id }) => id);
  expect(list(steps)).toEqual(['a-two', 'z-two']);
  expect(list(steps.toReversed())).toEqual(['a-two', 'z-two']);
  expect(list(steps.filter(({ id }) => !id.endsWith('-two')))).toEqual(['b-one']);
});

test('what to keep is said as the instructions say it, or not at all', () => {
  expect(findWhatToKeep('Do it twice. Keep the log and the note. Keep calm? Done when it runs.')).toBe(
    'Keep the log and the note. Keep calm?',
  );
  expect(findWhatToKeep('Run it.  Keep the log.')).toBe('Keep the log.');
  expect(findWhatToKeep('Always Keep the log.')).toBeNull();
  expect(findWhatToKeep('Keepers of the house.')).toBeNull();
  expect(findWhatToKeep(null)).toBeNull();
});
