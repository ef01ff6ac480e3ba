import type { OAuthConfig, OIDCConfig } from 'next-auth/providers';
import { z } from 'zod';
import { isStorableText } from '@/lib/domain/text';
import { env, type ProviderKeys } from '@/lib/env';

/** What a provider says of the person who signed in there. */
export type ProviderClaims = {
  issuer: string;
  subject: string;
  name: string | null;
  email: string | null;
  isEmailVerified: boolean;
};

type SignInProvider = {
  title: string;
  /** Where its pages are, to which a form here may lead. */
  origin: string;
  /** What its accounts are linked by, together with their subject. */
  issuer: string;
  config: OIDCConfig<unknown> | OAuthConfig<unknown>;
};

export const openIdSchema = z.object({
  // Mended, two subjects could become one, and one person get into the account of another.
  sub: z.string().min(1).max(255).refine(isStorableText, { error: 'The subject is no well-formed text.' }),
  name: z.string().nullish(),
  email: z.string().nullish(),
  // Some providers write the truth as text.
  email_verified: z.union([z.boolean(), z.stringbool()]).nullish().catch(null),
});

/** Whatever speaks OpenID Connect. The claims come from the userinfo endpoint, since many leave them out of the token. */
function buildOpenId({ id, title, keys }: { id: string; title: string; keys: ProviderKeys }): SignInProvider {
  const { href: issuer, origin } = new URL(keys.issuer ?? '');
  return {
    title,
    origin,
    issuer,
    config: {
      id,
      name: title,
      type: 'oidc',
      issuer,
      clientId: keys.id,
      clientSecret: keys.secret,
      authorization: { params: { scope: 'openid profile email' } },
      checks: ['pkce', 'state', 'nonce'],
      idToken: false,
      profile(answer) {
        const { sub, name, email, email_verified } = openIdSchema.parse(answer);
        const isEmailVerified = email_verified === true;
        return toUser({ issuer, subject: sub, name: name ?? null, email: email ?? null, isEmailVerified });
      },
    },
  };
}

const GITHUB = 'https://github.com';
export const githubSchema = z.object({
  person: z.object({ id: z.int(), login: z.string(), name: z.string().nullish() }),
  emails: z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() })),
});

/** The claims in what GitHub's API answers. Only the primary address counts, and only once it is verified. */
export function readGithubClaims(answers: unknown): ProviderClaims {
  const { person, emails } = githubSchema.parse(answers);
  const address = emails.find(({ primary }) => primary);
  return {
    issuer: GITHUB,
    subject: String(person.id),
    name: person.name ?? person.login,
    email: address?.email ?? null,
    isEmailVerified: address?.verified ?? false,
  };
}

async function askGithub(path: string, token: string | undefined): Promise<unknown> {
  const headers = { authorization: `Bearer ${token}`, 'user-agent': 'Rung' };
  const answer = await fetch(`https://api.github.com${path}`, { headers });
  if (!answer.ok) throw new Error(`GitHub answered ${answer.status}.`);
  return answer.json();
}

function buildGithub(keys: ProviderKeys): SignInProvider {
  return {
    title: 'GitHub',
    origin: GITHUB,
    issuer: GITHUB,
    config: {
      id: 'github',
      name: 'GitHub',
      type: 'oauth',
      issuer: `${GITHUB}/login/oauth`,
      clientId: keys.id,
      clientSecret: keys.secret,
      authorization: {
        url: `${GITHUB}/login/oauth/authorize`,
        params: { scope: 'read:user user:email' },
      },
      token: `${GITHUB}/login/oauth/access_token`,
      userinfo: {
        url: 'https://api.github.com/user',
        async request({ tokens }: { tokens: { access_token?: string } }) {
          const token = tokens.access_token;
          const [person, emails] = await Promise.all([
            askGithub('/user', token),
            askGithub('/user/emails', token),
          ]);
          return { person, emails };
        },
      },
      checks: ['pkce', 'state'],
      profile: (answers) => toUser(readGithubClaims(answers)),
    },
  };
}

const toUser = (claims: ProviderClaims) => ({ id: claims.subject, claims });

/** A new provider is an entry here; its keys are found by its name in capitals. */
const BUILDERS: Record<string, (keys: ProviderKeys) => SignInProvider> = {
  github: buildGithub,
  google: (keys) =>
    buildOpenId({ id: 'google', title: 'Google', keys: { ...keys, issuer: 'https://accounts.google.com' } }),
  oidc: (keys) => buildOpenId({ id: 'oidc', title: keys.name ?? new URL(keys.issuer ?? '').host, keys }),
};

/** The providers that the settings name, by id. */
export function buildProviders(keys: Readonly<Record<string, ProviderKeys>>): Map<string, SignInProvider> {
  const named = Object.entries(BUILDERS).flatMap(([id, build]) => {
    const own = keys[id];
    return own ? [[id, build(own)] as const] : [];
  });
  return new Map(named);
}

export const PROVIDERS = buildProviders(env.providers);

/** What an issuer is called, also one that the settings do not name any more. */
export function nameIssuer(issuer: string): string {
  const named = [...PROVIDERS.values()].find((provider) => provider.issuer === issuer);
  return named?.title ?? new URL(issuer).host;
}

/** The same for a page: what each is called. */
export function listProviders(): { id: string; title: string }[] {
  return [...PROVIDERS].map(([id, { title }]) => ({ id, title }));
}
