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

test('what to keep is said as the instructions say it, or not at all', () => {
  expect(findWhatToKeep('Do it twice. Keep the log and the note. Keep calm? Done when it runs.')).toBe(
    'Keep the log and the note. Keep calm?',
  );
  expect(findWhatToKeep('Keepers of the house.')).toBeNull();
  expect(findWhatToKeep(null)).toBeNull();
});
