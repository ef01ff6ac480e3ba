import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { readWords } from '@/lib/domain/career/search-words';
import { filterSteps, type StepFilter } from '@/lib/domain/career/step-filter';
import { LISTED_KINDS } from '@/lib/domain/career/step-schema';
import { buildStepWords, orderByKind } from '@/lib/domain/career/step-words';

const career = loadCareer();
const index = buildStepWords(career);
const ordered = orderByKind(career.steps);

/** As the script of the page does, with what the page shows of each step. */
function findByWords({ text, skill, region, free, kind }: StepFilter): string[] {
  const words = readWords(text).filter((word) => !index.ignored.includes(word));
  return index.steps.flatMap(([place, isFree, more, ...taught], row) => {
    const step = ordered[row];
    if (!step || (kind !== null && step.kind !== kind)) return [];
    const of = index.regions[place];
    if (region !== null && of !== 'any' && of !== region) return [];
    if (free && isFree === 0) return [];
    const canDos = taught.map((at) => index.canDos[at] ?? ([0, ''] as const));
    if (skill !== null && !canDos.some(([at]) => index.skills[at] === skill)) return [];
    const held = [
      ...readWords(`${step.title} ${step.provider}`),
      more,
      ...canDos.map(([, text]) => text),
    ].join(' ');
    return words.every((word) => held.includes(word)) ? [step.id] : [];
  });
}

describe('words of the steps', () => {
  test('are at most 20 kB on the way', () => {
    expect(gzipSync(JSON.stringify(index)).byteLength).toBeLessThanOrEqual(20_000);
  });

  test('find what the form finds, whatever is asked', () => {
    const everyWord = [
      ...new Set(career.steps.flatMap(({ title, description }) => readWords(`${title} ${description}`))),
    ];
    const orNull = <Value>(values: readonly Value[]) => fc.option(fc.constantFrom(...values), { freq: 1 });
    const filters = fc.record({
      kind: orNull(LISTED_KINDS),
      skill: orNull(career.skills.map(({ id }) => id)),
      region: orNull(['UK', 'US', 'any'] as const),
      free: fc.boolean(),
      text: fc
        .array(fc.oneof(fc.constantFrom(...everyWord), fc.string({ maxLength: 3 })), { maxLength: 2 })
        .map((words) => words.join(' ')),
    });
    let found = 0;
    fc.assert(
      fc.property(filters, (filter) => {
        const ids = findByWords(filter);
        found += ids.length;
        expect(ids.sort()).toEqual(
          filterSteps(career, filter)
            .map(({ id }) => id)
            .sort(),
        );
      }),
      { numRuns: 400 },
    );
    expect(found).toBeGreaterThan(0);
  });

  test('stand in the order of the page', () => {
    expect(ordered.map(({ kind }) => LISTED_KINDS.indexOf(kind))).toEqual(
      ordered.map(({ kind }) => LISTED_KINDS.indexOf(kind)).sort((one, other) => one - other),
    );
    expect(index.steps).toHaveLength(career.steps.length);
  });
});
