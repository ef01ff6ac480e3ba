import { expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { Why } from '@/lib/domain/climb/reasons/why';
import { describeWhy, nameCanDo } from '@/lib/wording/why';

it.each([
  ['code-branch-and-merge', 'branch and merge'],
  ['adapt-check-an-ai-answer', 'check an AI answer'],
  ['server-serve-over-tls', 'serve over TLS'],
])('names the can-do %s as people write it: %s', (id, name) => {
  expect(nameCanDo(id)).toBe(name);
});

const career = loadCareer();

it.each<[Why, string]>([
  [
    { code: 'closes', canDos: ['design-check-the-connections'], post: 'site-reliability-engineer' },
    'You learn to check the connections: asked for in a post as Site reliability engineer.',
  ],
  [
    { code: 'ground', canDos: ['server-read-a-log', 'project-agree-the-scope'] },
    'You learn to read a log and agree the scope: later steps of the plan need that.',
  ],
  [
    { code: 'opens', steps: ['restore-drill'] },
    `Only after it can you begin ${career.stepById.get('restore-drill')?.title}.`,
  ],
])('says in a sentence that a stranger can read why a step is there: %j', (why, sentence) => {
  expect(describeWhy(career, [why])).toEqual([sentence]);
});
