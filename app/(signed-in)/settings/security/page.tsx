import type { Metadata } from 'next';
import { Notice } from '@/components/notice';
import { hasOpenAddress } from '@/lib/auth/end-access';
import { readProofNeeds } from '@/lib/auth/proof';
import { requireUser } from '@/lib/auth/session';
import { showAddress } from '@/lib/email-address';
import { listAuditEvents } from '@/lib/queries/audit';
import { getAccount } from '@/lib/queries/people';
import { listProviderAccounts } from '@/lib/queries/provider-accounts';
import { getSecondFactor } from '@/lib/queries/second-factors';
import { listSessions } from '@/lib/queries/sessions';
import { formatInstant } from '@/lib/wording/format';
import { SecuritySection } from './security-section';

export const metadata: Metadata = { title: 'Signing in' };

const EVENTS_SHOWN = 50;

const CHANGES = {
  email: 'Your address is changed. Sign in with it from now on.',
  password: 'Your password is changed. Every other browser is signed out.',
  linked: 'Linked. From now on you can sign in there too.',
  'linked-elsewhere':
    'That account signs somebody else in here, so it was not linked. Sign in with it and unlink it there first.',
};

type Search = { changed?: string | string[] };

export default async function SecurityPage({ searchParams }: { searchParams: Promise<Search> }) {
  const user = await requireUser('/settings/security');
  const [{ changed }, account, needs, hasFeed, sessions, events, links, secondFactor] = await Promise.all([
    searchParams,
    getAccount(user.id),
    readProofNeeds(user),
    hasOpenAddress(user.id),
    listSessions(user.id),
    listAuditEvents(user.id, { limit: EVENTS_SHOWN }),
    listProviderAccounts(user.id),
    getSecondFactor(user.id),
  ]);
  return (
    <div className="mx-auto flex max-w-[48rem] flex-col gap-8">
      <header>
        <p className="eyebrow">
          <a href="/settings">Settings</a>
        </p>
        <h1 className="mt-1">Signing in</h1>
        <p className="mt-2 text-soft">
          {needs.freshUntil === null
            ? 'Whatever changes who can get in asks you first for all that signing in would.'
            : `You have just proved that it is you: until ${formatInstant({ instant: needs.freshUntil, timeZone: account.timeZone })} nothing here asks for it again.`}
        </p>
      </header>
      {typeof changed === 'string' && Object.hasOwn(CHANGES, changed) ? (
        <Notice tone={changed === 'linked-elsewhere' ? 'problem' : 'good'}>
          {CHANGES[changed as keyof typeof CHANGES]}
        </Notice>
      ) : null}
      <SecuritySection
        email={showAddress(account.email)}
        isEmailVerified={account.emailVerifiedAt !== null}
        needs={needs}
        hasFeed={hasFeed}
        secondFactorSince={secondFactor?.confirmedAt ?? null}
        sessionId={user.sessionId}
        sessions={sessions}
        events={events}
        links={links}
        timeZone={account.timeZone}
      />
    </div>
  );
}
