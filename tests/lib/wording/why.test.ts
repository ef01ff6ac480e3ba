import { expect, it } from 'vitest';
import { nameCanDo } from '@/lib/wording/why';

it.each([
  ['code-branch-and-merge', 'branch and merge'],
  ['adapt-check-an-ai-answer', 'check an AI answer'],
  ['server-serve-over-tls', 'serve over TLS'],
])('names the can-do %s as people write it: %s', (id, name) => {
  expect(nameCanDo(id)).toBe(name);
});
