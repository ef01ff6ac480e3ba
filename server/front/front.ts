import { AsyncResource } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { followOwnWrites, type OwnWrites } from '@/db/own-writes';
import { buildProviders } from '@/lib/auth/providers';
import { chooseDecimalSign, chooseLocale } from '@/lib/domain/locale';
import { SKILL_FIELD } from '@/lib/domain/trial';
import { type Env, isLoopback } from '@/lib/env';
import { followRequest, makeRequestContext, type RequestContext } from '@/lib/http/request-context';
import { describeError, log } from '@/lib/log';
import { getMetrics } from '@/lib/operator/metrics';
import { hasBody } from '@/server/body';
import { explainOutdated } from '@/server/front/outdated';
import { isRead, METHODS, pathOf, plainHost, type Refusal, refuse } from '@/server/gate';
import type { Policy } from '@/server/next-output/policy';
import { beforeHead } from '@/server/patches/write-head';
import { clientAddress, trustOnly } from './address';
import {
  cacheControl,
  canonicalLink,
  contentSecurityPolicy,
  fixedHeaders,
  indexHeaders,
  pageMatcher,
  routeLabeller,
  routeNamer,
  secretLinkHeaders,
} from './headers';
import { createIntake, type FindAsker, PATIENCE, type Patience } from './intake';
import { buildOwnWriteCookie, readOwnWriteCookie } from './own-write-cookie';
import { createTryGate, SOON_SECONDS, sendBusyPage } from './try-gate';

/** What stands behind the front: Next, or a fixture. */
export type Application = { handle: RequestListener; policy: Policy; findAsker: FindAsker };

export type Front = {
  listener: RequestListener;
  serve: (application: Application) => void;
  stop: () => void;
  /** Answers still being written. */
  open: Set<ServerResponse>;
};

/** What machines ask for all the time. */
const ROUTINE = /^\/(?:_next\/static|api\/health\/\w+|api\/metrics)$/;
const LARGE_BODY_PATIENCE_MS = 5_000;
const FORWARDED = ['forwarded', 'x-real-ip', 'via'];
const HOP_HEADERS = ['forwarded', 'x-real-ip', 'content-security-policy'];

/** A program in between says so, and what it passes on comes from anywhere, although it runs on this machine. */
function isForwarded(headers: IncomingHttpHeaders): boolean {
  return Object.keys(headers).some((name) => name.startsWith('x-forwarded-') || FORWARDED.includes(name));
}

function hostnameOf(host: string): string {
  return host && new URL(`http://${host}`).hostname;
}

function setHeaders(response: ServerResponse, headers: Record<string, string>) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

/** What a page that could be drawn says of itself. */
function answeredStatus({ isBusy, isMissing }: RequestContext): number {
  return isBusy ? 503 : isMissing ? 404 : 200;
}

/** The error page reads it from the timing, which is what a page can see of its own answer. */
function requestIdHeaders(id: string): Record<string, string> {
  return { 'x-request-id': id, 'server-timing': `rung;desc="${id}"` };
}

/** Answers with a sentence. The end waits for the body still under way: cut off, it would take the answer with it. */
function answer(request: IncomingMessage, response: ServerResponse, refusal: Refusal) {
  if (response.headersSent || response.destroyed) return;
  const text = refusal.sentence && `${refusal.sentence}\n`;
  response.statusCode = refusal.status;
  // Of exactly this type, Next hands the sentence to the script that called an action.
  const isAction = request.headers['next-action'] !== undefined;
  response.setHeader('content-type', isAction ? 'text/plain' : 'text/plain; charset=utf-8');
  response.setHeader('content-length', Buffer.byteLength(text));
  if (refusal.allow) response.setHeader('allow', refusal.allow);
  if (refusal.status === 503) response.setHeader('retry-after', '2');
  if (!hasBody(request) || request.complete) {
    response.end(text);
    return;
  }
  response.setHeader('connection', 'close');
  response.write(text);
  const finish = () => response.end();
  const patience = setTimeout(finish, LARGE_BODY_PATIENCE_MS);
  request
    .once('end', finish)
    .once('close', () => clearTimeout(patience))
    .resume();
}

/** Lets requests that come at once begin one in each turn of the event loop, so that none holds up all the others. */
function makeTurns(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return last;
  };
}

/** Everything between a socket and the application: who asks, for which host, from which site, with how much. */
export function createFront({
  env,
  isDev,
  patience = PATIENCE,
}: {
  env: Env;
  isDev: boolean;
  patience?: Patience;
}): Front {
  const isTrusted = trustOnly(env.TRUSTED_PROXY);
  const publicHost = env.AUTH_URL === undefined ? undefined : new URL(env.AUTH_URL).host;
  const isHttps = env.AUTH_URL?.startsWith('https:') ?? false;
  const always = fixedHeaders({ isHttps: isHttps && !env.isLocal });
  const formTargets = [...buildProviders(env.providers).values()].map(({ origin }) => origin);
  const open = new Set<ServerResponse>();
  const takeTurn = makeTurns();
  const takeBody = createIntake({ patience, takeTurn });
  const tryGate = createTryGate({
    perMinute: env.LIMIT_TRY_PER_ADDRESS,
    waiting: env.LIMIT_TRY_WAITING,
    holdMs: patience.holdMs,
  });
  let application: Application | null = null;
  let isPage: (pathname: string) => boolean = () => false;
  let nameRoute: (pathname: string) => string = () => 'unknown';
  let labelRoute: (pathname: string) => string = () => 'unknown';
  const { requests, requestSeconds, plannerRefused, plannerWaitSeconds } = getMetrics();
  let isStopping = false;

  /** Replaces what a client can write into its headers by what is known of it; returns the host it asked for, as written and as read. */
  function rewriteHeaders(request: IncomingMessage): { asked: string; host: string } {
    const { headers } = request;
    const peer = request.socket.remoteAddress ?? '';
    const first = (value: string | string[] | undefined) =>
      String(value ?? '')
        .split(',', 1)[0]
        ?.trim();
    const isProxied = isTrusted(peer.replace(/^::ffff:(?=\d)/i, ''));
    const asked = (isProxied && first(headers['x-forwarded-host'])) || (headers.host ?? '');
    const host = plainHost(asked, isHttps ? 'https:' : 'http:');
    const address = clientAddress({
      peer,
      forwardedFor: headers['x-forwarded-for']?.toString(),
      isTrusted,
    });
    const isDirect = isLoopback(address) && !isForwarded(headers) && isLoopback(hostnameOf(host));
    for (const name of Object.keys(headers))
      if (name.startsWith('x-forwarded-') || name.startsWith('x-rung-') || HOP_HEADERS.includes(name))
        delete headers[name];
    headers.host = publicHost ?? host;
    headers['x-forwarded-host'] = headers.host;
    headers['x-forwarded-proto'] = isHttps ? 'https' : 'http';
    headers['x-forwarded-for'] = address;
    headers['x-rung-address'] = address;
    if (isDirect) headers['x-rung-direct'] = 'yes';
    return { asked, host };
  }

  /** Sets the policy of a page, and decides the rest when the status is known, over what the application says. */
  function protect(
    request: IncomingMessage,
    response: ServerResponse,
    asked: { pathname: string; policy: Policy; context: RequestContext; own: OwnWrites },
  ) {
    const { pathname, policy, context, own } = asked;
    const savedBefore = own.lastAt;
    const method = request.method ?? '';
    const hashes = isRead(method) ? policy.prerendered[pathname] : undefined;
    const nonce = randomBytes(16).toString('base64');
    const scripts = hashes ?? [`'nonce-${nonce}'`, ...policy.errors];
    const csp = contentSecurityPolicy({ scripts, formTargets, isDev });
    if (!hashes && !isDev) request.headers['content-security-policy'] = csp;
    response.setHeader('content-security-policy', csp);
    if (!isRead(method)) explainOutdated(request, response);
    beforeHead(response, (code) => {
      // Next answers 500 to a form it cannot take apart, which nobody here can mend.
      const isUnreadable = code === 500 && !isRead(method) && isPage(pathname) && !context.hasActionBegun;
      const status = isUnreadable ? 400 : code === 200 ? answeredStatus(context) : code;
      if (context.isBusy) response.setHeader('retry-after', String(SOON_SECONDS));
      tryGate.leave(response);
      if (env.DATABASE_READ_URL && own.lastAt !== null && own.lastAt !== savedBefore)
        response.appendHeader('set-cookie', buildOwnWriteCookie({ lastAt: own.lastAt, isHttps }));
      const hasCookie = response.hasHeader('set-cookie');
      const cache = cacheControl({ pathname, isRead: isRead(method), status, hasCookie, policy, isDev });
      if (cache) response.setHeader('cache-control', cache);
      if (hashes && code === 200) response.appendHeader('link', canonicalLink(env.origin, pathname));
      return status;
    });
  }

  /** A stranger who wants a plan goes on only where there is a place for it; everybody else is told to wait. */
  async function isLetTry(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const [, query = ''] = (request.url ?? '').split('?', 2);
    const address = String(request.headers['x-rung-address']);
    // Between two skills of the form there is no plan to be worked out.
    if (!query || new URLSearchParams(query).has(SKILL_FIELD)) return true;
    const askedAt = performance.now();
    const waitSeconds = await tryGate.enter(address, response);
    plannerWaitSeconds.observe({ lane: 'at /try' }, (performance.now() - askedAt) / 1000);
    if (waitSeconds === null) return true;
    plannerRefused.inc({ lane: 'strangers', reason: 'turned-away' });
    if (!response.destroyed) sendBusyPage(response, { query, waitSeconds });
    return false;
  }

  async function take(request: IncomingMessage, response: ServerResponse, context: RequestContext) {
    setHeaders(response, always);
    setHeaders(response, requestIdHeaders(context.id));
    response.setHeader('cache-control', 'private, no-store');
    const pathname = pathOf(request.url ?? '');
    if (pathname === null)
      return answer(request, response, { status: 400, sentence: 'This address cannot be read.' });
    setHeaders(response, secretLinkHeaders(pathname));
    const { asked, host } = rewriteHeaders(request);
    if (application === null || (isStopping && pathname === '/api/health/ready'))
      return answer(request, response, {
        status: 503,
        sentence: isStopping ? 'Rung is stopping.' : 'Rung is starting.',
      });
    const refusal = refuse(
      { method: request.method ?? '', pathname, headers: { ...request.headers, host: asked } },
      { host, publicUrl: env.AUTH_URL, isPage },
    );
    if (refusal) return answer(request, response, refusal);
    const { handle, policy, findAsker } = application;
    if (!response.hasHeader('x-robots-tag')) setHeaders(response, indexHeaders(pathname, policy));
    // Whatever the method: Next draws a page for a form that is none of its own too.
    if (pathname === '/try' && !(await isLetTry(request, response))) return;
    const taken = await takeBody({ request, response, pathname, findAsker });
    if (taken === null) return;
    if ('sentence' in taken) return answer(request, response, taken);
    await takeTurn();
    if (context.signal?.aborted) return;
    const own: OwnWrites = { lastAt: env.DATABASE_READ_URL ? readOwnWriteCookie(taken) : null };
    protect(taken, response, { pathname, policy, context, own });
    // Following costs each promise of a request a little, so only a server with a replica does it.
    if (env.DATABASE_READ_URL) followOwnWrites(own, () => handle(taken, response));
    else handle(taken, response);
  }

  /** One line in the log for each request, once its answer is out or its sender has gone. */
  function noteEnd(request: IncomingMessage, response: ServerResponse) {
    const began = performance.now();
    const route = nameRoute(pathOf(request.url ?? '') ?? '');
    const label = labelRoute(pathOf(request.url ?? '') ?? '');
    const isRoutine = ROUTINE.test(route);
    response.once(
      'close',
      AsyncResource.bind(() => {
        const status = response.statusCode;
        const level = status >= 500 ? 'error' : isRoutine ? 'debug' : 'info';
        const ms = performance.now() - began;
        const isCut = !response.writableFinished;
        log[level]({ method: request.method, route, status, ms: Math.round(ms), isCut }, 'request');
        const asked = {
          method: METHODS.includes(request.method ?? '') ? request.method : 'other',
          route: label,
        };
        requests.inc({ ...asked, status: isCut && !response.headersSent ? 499 : status });
        requestSeconds.observe(asked, ms / 1000);
      }),
    );
  }

  const listener: RequestListener = (request, response) => {
    open.add(response);
    response.once('close', () => open.delete(response));
    if (isStopping) response.setHeader('connection', 'close');
    const dropped = new AbortController();
    response.once('close', () => {
      if (!response.writableFinished) dropped.abort();
    });
    const languages = request.headers['accept-language'] ?? null;
    const context = makeRequestContext({
      id: randomBytes(6).toString('hex'),
      method: request.method ?? 'GET',
      address: request.url ?? '/',
      locale: chooseLocale(languages),
      decimalSign: chooseDecimalSign(languages),
      signal: isRead(request.method ?? '') ? dropped.signal : undefined,
    });
    followRequest(context, () => {
      noteEnd(request, response);
      take(request, response, context).catch((error: unknown) => {
        log.error({ error: describeError(error) }, 'front failed');
        answer(request, response, {
          status: 500,
          sentence: `Something went wrong here. Nothing was changed. Whoever runs this server finds it under ${context.id}.`,
        });
      });
    });
  };

  return {
    listener,
    serve(next) {
      application = next;
      isPage = pageMatcher(next.policy);
      nameRoute = routeNamer(next.policy);
      labelRoute = routeLabeller(next.policy);
    },
    stop() {
      isStopping = true;
    },
    open,
  };
}
