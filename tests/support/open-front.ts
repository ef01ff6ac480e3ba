import type { RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Env, readEnv } from '@/lib/env';
import { noteActionBegun } from '@/lib/http/request-context';
import { createFront } from '@/server/front/front';
import type { Patience } from '@/server/front/intake';
import { openPort } from '@/server/listen';
import type { Policy } from '@/server/next-output/policy';

export const policy: Policy = {
  prerendered: { '/': ["'sha256-home'"] },
  errors: ["'sha256-error'"],
  pages: ['/', '/rate', '/settings', '/steps/[id]'],
  files: ['/icon.png'],
  handlers: ['/feed/[file]'],
};

/** Answers with what reached it, as the application would see it. */
export const echo: RequestListener = async (request, response) => {
  const body = await text(request);
  if (request.url?.endsWith('?begun')) noteActionBegun();
  if (request.url?.includes('?')) response.statusCode = 500;
  if (request.url?.endsWith('?outdated')) {
    response.statusCode = 409;
    response.setHeader('x-nextjs-action-not-found', '1');
  }
  if (request.url === '/cookie') response.setHeader('set-cookie', 'a=b');
  response.setHeader('content-type', 'application/json');
  response.setHeader('cache-control', 's-maxage=31536000');
  response.end(JSON.stringify({ headers: request.headers, bytes: body.length, head: body.slice(0, 20) }));
};

/** A cookie `who=NAME` is the live session of that person; `who=unknown` one that nobody can look up. */
export async function findAsker(cookies: string | undefined): Promise<string | null> {
  const who = /who=(\w+)/.exec(cookies ?? '')?.[1] ?? null;
  if (who === 'unknown') throw new Error('The database does not answer.');
  return who;
}

/** What stands in front of the application, before one that echoes. */
export async function openFront(settings: Record<string, string>, patience?: Patience) {
  const env: Env = readEnv({ PORT: '0', ...settings });
  const front = createFront({ env, isDev: false, ...(patience ? { patience } : {}) });
  const { servers, port } = await openPort({ env, front });
  front.serve({ handle: echo, policy, findAsker });
  return { front, servers, port, origin: env.AUTH_URL ?? `http://localhost:${port}` };
}
