import { expect, it } from 'vitest';
import { warmUpPages } from '@/server/warm-up';

it('security 1: pages are asked for once before anybody comes, from nobody', async () => {
  const asked: string[] = [];
  await warmUpPages((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.cookie}`);
    response.end('text');
  });
  expect(asked).toEqual(['GET /home undefined', 'GET /sign-in undefined']);
});

it('security 1: an application that fails at it keeps no server from starting', async () => {
  await warmUpPages((request) => request.destroy());
});
