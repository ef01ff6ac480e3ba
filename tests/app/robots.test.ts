import { expect, it, vi } from 'vitest';
import robots from '@/app/robots';

vi.mock('next/server', () => ({ connection: async () => undefined }));

it('report 4: forbids no address that a program fetches for a person, which would then not fetch it', async () => {
  const { rules } = await robots();
  const forbidden = [rules].flat().flatMap(({ disallow = [] }) => disallow);
  const secret = [
    'feed',
    'unsubscribe',
    'reset-password',
    'verify-email',
    'keep-email',
    'second-look',
    'shared',
  ];
  expect(forbidden.length).toBeGreaterThan(5);
  expect(secret.filter((name) => forbidden.some((path) => `/${name}/x`.startsWith(path)))).toEqual([]);
});
