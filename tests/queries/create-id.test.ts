import { expect, it } from 'vitest';
import { createId } from '@/lib/queries/create-id';

it('makes ids that are all different and sort in the order in which they were made', () => {
  const ids = Array.from({ length: 20_000 }, createId);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
  expect(ids.every((id) => /^[0-9a-z]{20}$/.test(id))).toBe(true);
});
