import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { type Answer, FormClient } from './form-client';

export type ProviderPerson = { sub: string; name: string; email: string; email_verified: boolean };

export type OidcServer = {
  issuer: string;
  /** What the app is told of it. */
  settings: Record<string, string>;
  /** Whoever signs in from now on; null says no to the app. */
  person: ProviderPerson | null;
  /** Lets an app at this origin ask, and no other; null fails whoever asks. */
  allow: (origin: string | null) => void;
  stop: () => Promise<void>;
};

const CLIENT = { id: 'rung', secret: randomUUID() };

/** A real OpenID provider on loopback, where the person who is set signs in without being asked. */
export async function startOidcServer(): Promise<OidcServer> {
  const refuse: RequestListener = (_request, response) => response.writeHead(503).end();
  let listener = refuse;
  const server = createServer((request, response) => listener(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const known = new Map<string, ProviderPerson>();
  const self: OidcServer = {
    issuer,
    settings: {
      AUTH_OIDC_ISSUER: issuer,
      AUTH_OIDC_ID: CLIENT.id,
      AUTH_OIDC_SECRET: CLIENT.secret,
      AUTH_OIDC_NAME: 'Example Login',
    },
    person: null,
    allow(origin) {
      listener = refuse;
      if (origin === null) return;
      const provider = buildProvider({ issuer, origin, known });
      const answer = provider.callback();
      listener = async (request, response) => {
        if (!request.url?.startsWith('/interaction/')) return answer(request, response);
        const { person } = self;
        if (person) known.set(person.sub, person);
        const result = person ? { login: { accountId: person.sub } } : { error: 'access_denied' };
        await provider.interactionFinished(request, response, result);
      };
    },
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return self;
}

function buildProvider({
  issuer,
  origin,
  known,
}: {
  issuer: string;
  origin: string;
  known: ReadonlyMap<string, ProviderPerson>;
}): Provider {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${origin}/api/auth/callback/oidc`],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', kid: 'test' }] },
    cookies: { keys: [randomUUID()] },
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    // A server whose clock a test has put on still takes what it is given.
    ttl: { AccessToken: 600, Grant: 600, IdToken: 86_400, Interaction: 600, Session: 600 },
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => ({ ...known.get(accountId), sub: accountId }),
    }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({
        accountId: oidc.session?.accountId ?? '',
        clientId: oidc.client?.clientId ?? '',
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  return provider;
}

/** Follows the redirects to the provider and back again, and answers what the app says to whom comes back. */
export async function passProvider(
  app: FormClient,
  { location, issuer }: { location: string | null; issuer: string },
): Promise<Answer> {
  const browser = new FormClient(issuer);
  let next = new URL(location ?? '', issuer);
  while (next.origin === issuer) {
    const answer = await browser.get(`${next.pathname}${next.search}`);
    if (answer.location === null) throw new Error(`The provider answered ${answer.status}: ${answer.text}`);
    next = new URL(answer.location, issuer);
  }
  return app.get(`${next.pathname}${next.search}`);
}
