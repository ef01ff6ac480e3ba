import { createHash, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';
import { getMetrics } from '@/lib/operator/metrics';
import { refreshRowMetrics } from '@/lib/operator/row-metrics';
import { getPlannerLoad } from '@/lib/planner/client';

export const dynamic = 'force-dynamic';

/** What the process counts of itself, for Prometheus: to who holds METRICS_TOKEN, or without one to this machine alone. */
export async function GET(request: Request): Promise<Response> {
  const refusal = findRefusal(request.headers);
  if (refusal) return refusal;
  await refreshRowMetrics();
  const { registry, plannerWaiting, plannerRunning } = getMetrics();
  const { waiting, running } = getPlannerLoad();
  plannerWaiting.set(waiting);
  plannerRunning.set(running);
  return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } });
}

function findRefusal(headers: Headers): Response | null {
  if (env.METRICS_TOKEN === undefined)
    return headers.has('x-rung-direct') ? null : new Response('There is nothing here.', { status: 404 });
  const [, given = ''] = /^Bearer +(.+)$/i.exec(headers.get('authorization') ?? '') ?? [];
  if (timingSafeEqual(hash(given), hash(env.METRICS_TOKEN))) return null;
  return new Response('Send METRICS_TOKEN as the bearer token.', {
    status: 401,
    headers: { 'www-authenticate': 'Bearer' },
  });
}

/** Of one length, so that they can be compared without telling how far they agree. */
const hash = (text: string) => createHash('sha256').update(text).digest();
