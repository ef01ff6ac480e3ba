import type { ProofNeeds } from '@/lib/auth/proof-schema';
import { listProviders, nameIssuer } from '@/lib/auth/providers';
import { describeBrowser } from '@/lib/domain/browser';
import type { AuditEvent } from '@/lib/queries/audit';
import type { ProviderKey } from '@/lib/queries/provider-accounts';
import type { LiveSession } from '@/lib/queries/sessions';
import { isMailOn } from '@/lib/reminders/mail';
import { formatInstant } from '@/lib/wording/format';
import { EmailForm } from './email-form';
import { PasswordForm } from './password-form';
import { ProviderLinks } from './provider-links';
import { SessionList } from './session-list';

const EVENT_WORDS: Record<AuditEvent['kind'], string> = {
  'account-made': 'Account made',
  'account-deleted': 'Account deleted',
  'account-shown': 'Looked up what is stored, in counts',
  'account-suspended': 'Account suspended',
  'account-resumed': 'Account opened again',
  'accounts-listed': 'Accounts listed',
  'invitation-made': 'Invitation made',
  'text-mended': 'Unreadable text mended',
  'sign-in': 'Signed in',
  'sign-in-failed': 'A sign-in failed: wrong password',
  'sign-out': 'Signed out',
  'session-ended': 'Session ended',
  'password-changed': 'New password',
  'email-changed': 'New email address',
  'email-verified': 'Email address confirmed',
  'provider-linked': 'Sign-in provider linked',
  'provider-unlinked': 'Sign-in provider unlinked',
  'second-factor-on': 'Second factor switched on',
  'second-factor-off': 'Second factor switched off',
  'recovery-codes-made': 'New recovery codes made',
  'recovery-code-used': 'Recovery code used',
  'link-made': 'Secret link made',
  'link-revoked': 'Secret link revoked',
  'data-exported': 'Data downloaded',
  'data-imported': 'Data imported',
};

function describeEvent({ kind, detail }: AuditEvent): string {
  const what = detail.step === 'code' ? 'A sign-in failed: wrong code' : EVENT_WORDS[kind];
  const provider = detail.provider ? `: ${detail.provider}` : '';
  const browser = detail.browser ? `, ${detail.browser}` : '';
  return `${what}${provider}${browser}${detail.by === 'operator' ? ', by whoever runs this server' : ''}`;
}

type SecuritySectionProps = {
  email: string;
  isEmailVerified: boolean;
  needs: ProofNeeds;
  /** Whether the calendar has a secret address. */
  hasFeed: boolean;
  /** Null while it is off. */
  secondFactorSince: string | null;
  sessionId: string;
  sessions: LiveSession[];
  events: AuditEvent[];
  links: (ProviderKey & { linkedAt: string })[];
  timeZone: string;
};

/** Who can get in, who is in, and what has happened. */
export function SecuritySection(props: SecuritySectionProps) {
  const { email, isEmailVerified, needs, hasFeed, sessionId, sessions, events, links, timeZone } = props;
  const { secondFactorSince } = props;
  const providers = listProviders();
  const inWords = (instant: string) => formatInstant({ instant, timeZone });
  return (
    <>
      <section className="card flex flex-col gap-5" aria-labelledby="password">
        <h2 id="password">Password</h2>
        <PasswordForm email={email} needs={needs} hasFeed={hasFeed} />
      </section>
      <section className="card flex flex-col gap-5" aria-labelledby="email-address">
        <h2 id="email-address">Email address</h2>
        <EmailForm email={email} isVerified={isEmailVerified} needs={needs} isMailOn={isMailOn} />
      </section>
      <section className="card flex flex-col gap-3" aria-labelledby="second-factor">
        <h2 id="second-factor">Second factor</h2>
        <p>
          {secondFactorSince === null
            ? 'Signing in takes your password alone.'
            : `On since ${inWords(secondFactorSince)}: signing in with your password takes a code as well.`}
        </p>
        <p>
          <a href="/settings/security/second-factor">
            {secondFactorSince === null ? 'Set up a second factor' : 'Recovery codes, and switching it off'}
          </a>
        </p>
      </section>
      {providers.length + links.length > 0 ? (
        <section className="card flex flex-col gap-5" aria-labelledby="providers">
          <h2 id="providers">Sign-in providers</h2>
          <ProviderLinks
            needs={needs}
            providers={providers}
            links={links.map(({ issuer, subject, linkedAt }) => ({
              issuer,
              subject,
              title: nameIssuer(issuer),
              since: inWords(linkedAt),
            }))}
          />
        </section>
      ) : null}
      <section className="card flex flex-col gap-5" aria-labelledby="sessions">
        <h2 id="sessions">Where you are signed in</h2>
        <SessionList
          needs={needs}
          sessions={sessions.map((session) => ({
            id: session.id,
            browser: describeBrowser(session.userAgent),
            address: session.address,
            since: inWords(session.createdAt),
            lastSeen: inWords(session.lastSeenAt),
            isThisOne: session.id === sessionId,
          }))}
        />
      </section>
      <section className="card flex flex-col gap-3" aria-labelledby="events">
        <h2 id="events">Security events</h2>
        <ul className="mt-3 flex flex-col gap-2">
          {events.map((event) => (
            <li key={event.id}>
              <span>{describeEvent(event)}</span>
              <span className="hint block">{inWords(event.at)}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
