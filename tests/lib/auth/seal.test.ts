import { expect, test } from 'vitest';
import { seal, unseal } from '@/lib/auth/seal';

const use = { purpose: 'a use', owner: 'ada' };

test('what is sealed opens for its owner and use alone, and not once it was changed', () => {
  const sealed = seal('a secret', use);
  expect(sealed).not.toContain('secret');
  expect(seal('a secret', use)).not.toBe(sealed);
  expect(unseal(sealed, use)).toBe('a secret');
  expect(unseal(sealed, { ...use, owner: 'bob' })).toBeNull();
  expect(unseal(sealed, { ...use, purpose: 'another use' })).toBeNull();
  const bytes = Buffer.from(sealed, 'base64url');
  for (const place of [0, 12, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed[place] = (changed[place] ?? 0) ^ 1;
    expect(unseal(changed.toString('base64url'), use)).toBeNull();
  }
  expect(unseal('', use)).toBeNull();
});
