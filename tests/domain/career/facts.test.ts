import { describe, expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { findFactAge, isWellKnown, listFacts } from '@/lib/domain/career/facts';
import type { Evidence } from '@/lib/domain/career/step-schema';

const seen = (date: string | null, sources = ['a']): Evidence => ({
  known: 'independent',
  sources,
  seen: date,
});

describe('the age of a fact', () => {
  test.each([
    ['2026-11-20', 'current'],
    ['2025-05', 'current'],
    ['2025-04-30', 'older'],
    ['2026', 'current'],
    ['2025', 'older'],
    [null, 'undated'],
  ])('seen %s is %s in November 2026', (date, age) => {
    expect(findFactAge(seen(date), '2026-11')).toBe(age);
  });

  test('calls an estimate what it is', () => {
    expect(findFactAge({ known: 'estimate', sources: [], seen: '2026-11' }, '2026-11')).toBe('estimate');
  });
});

describe('a well-known fact', () => {
  test('is official, or independent twice', () => {
    expect(isWellKnown({ known: 'official', sources: ['a'], seen: null })).toBe(true);
    expect(isWellKnown(seen(null, ['a', 'b']))).toBe(true);
    expect(isWellKnown(seen('2026-11'))).toBe(false);
    expect(isWellKnown({ known: 'estimate', sources: [], seen: null })).toBe(false);
    expect(isWellKnown(null)).toBe(false);
  });
});

test('lists the facts of active steps alone', () => {
  const facts = listFacts(loadCareer(), '2026-11');
  expect(facts.filter(({ step }) => step.status !== 'active')).toEqual([]);
  expect(facts.filter(({ step }) => step.id === 'cka').map(({ name }) => name)).toEqual([
    'price',
    'length',
    'validity',
  ]);
});
