import { expect, test } from 'vitest';
import { holdsWords, readWords } from '@/lib/domain/career/search-words';

test('reads words without case, accents, signs between them and what tells nothing apart', () => {
  expect(readWords('You can “Déploy” to the cloud, self-paced (SAA-C03).')).toEqual([
    'deploy',
    'cloud',
    'self',
    'paced',
    'saa',
    'c03',
  ]);
  expect(readWords('C++, C# and Node.js. CI/CD')).toEqual(['c++', 'c#', 'node.js', 'ci', 'cd']);
  expect(readWords('the of ,.–')).toEqual([]);
});

test('holds words that are parts of others, all of them', () => {
  expect(holdsWords('kubernetes cloud', ['kube', 'cloud'])).toBe(true);
  expect(holdsWords('kubernetes cloud', ['kube', 'aws'])).toBe(false);
});
