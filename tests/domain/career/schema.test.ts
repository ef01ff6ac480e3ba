import { describe, expect, test } from 'vitest';
import { ZodError } from 'zod';
import { buildCareer } from '@/lib/domain/career/build-career';
import { type CareerFiles, careerFilesSchema } from '@/lib/domain/career/schema';
import { breakFiles, find, formal } from '../../support/broken-career';

const role = (f: CareerFiles) => find(f.roles.roles, 'devops-engineer');

describe('a career file of the wrong shape', () => {
  test.each<[string, (files: CareerFiles) => unknown, string]>([
    ['an id that is no id', (f) => Object.assign(formal(f), { id: 'CKA exam' }), 'id'],
    ['a level above 5', (f) => Object.assign(role(f).targets, { coding: 6 }), 'coding'],
    ['a step that teaches nothing', (f) => Object.assign(formal(f), { teaches: [] }), 'teaches'],
    ['an unknown kind', (f) => Object.assign(formal(f), { kind: 'holiday' }), 'kind'],
    ['a job as a step', (f) => Object.assign(formal(f), { kind: 'entry-role' }), 'kind'],
    ['an address with script', (f) => Object.assign(formal(f), { url: 'javascript:alert(1)' }), 'url'],
    [
      'a range that falls',
      (f) => Object.assign(formal(f), { effortRange: { low: 9, high: 3 } }),
      'effortRange',
    ],
    [
      'a price below 0',
      (f) => Object.assign(formal(f), { cost: { amount: -1, currency: 'GBP', per: 'total' } }),
      'cost',
    ],
    ['an empty title', (f) => Object.assign(formal(f), { title: '  ' }), 'title'],
    ['an unknown key', (f) => Object.assign(formal(f), { colour: 'red' }), 'steps-formal'],
    ['no sources', (f) => Object.assign(role(f), { sources: [] }), 'sources'],
    [
      'a source without address',
      (f) => Object.assign(role(f), { sources: [{ title: 'A book', seen: null }] }),
      'sources',
    ],
    ['five levels', (f) => find(f.skills.skills, 'coding').levels.pop(), 'levels'],
    ['a missing rate', (f) => Reflect.deleteProperty(f.rates.perUnit, 'USD'), 'rates.perUnit.USD'],
    ['a missing file', (f) => Reflect.deleteProperty(f, 'rates'), 'rates'],
  ])('is refused: %s', (_what, change, place) => {
    const files = breakFiles(change);
    expect(() => buildCareer({ id: 'devops', version: '', files })).toThrow(ZodError);
    expect(careerFilesSchema.safeParse(files).error?.issues[0]?.path.join('.')).toContain(place);
  });
});
