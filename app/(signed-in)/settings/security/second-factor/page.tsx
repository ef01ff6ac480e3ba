import type { Metadata } from 'next';
import { QrCode } from '@/components/qr-code';
import { hasOpenAddress } from '@/lib/auth/end-access';
import { buildOneTimeAddress } from '@/lib/auth/one-time-code';
import { readProofNeeds } from '@/lib/auth/proof';
import { readSecondFactor } from '@/lib/auth/second-factor';
import { requireUser } from '@/lib/auth/session';
import { showAddress } from '@/lib/email-address';
import { getAccount } from '@/lib/queries/people';
import { countRecoveryCodes } from '@/lib/queries/second-factors';
import { listSessions } from '@/lib/queries/sessions';
import { formatInstant } from '@/lib/wording/format';
import { SecondFactorForms } from './second-factor-forms';

export const metadata: Metadata = { title: 'Second factor' };

export default async function SecondFactorPage() {
  const user = await requireUser('/settings/security/second-factor');
  const [account, needs, hasFeed, sessions, factor, codesLeft] = await Promise.all([
    getAccount(user.id),
    readProofNeeds(user),
    hasOpenAddress(user.id),
    listSessions(user.id),
    readSecondFactor(user.id),
    countRecoveryCodes(user.id),
  ]);
  const secret = factor.state === 'setting-up' ? factor.secret : null;
  const address = secret === null ? null : buildOneTimeAddress({ secret, email: showAddress(account.email) });
  return (
    <div className="mx-auto flex max-w-[48rem] flex-col gap-8">
      <header>
        <p className="eyebrow">
          <a href="/settings/security">Signing in</a>
        </p>
        <h1 className="mt-1">Second factor</h1>
      </header>
      <p>
        With a second factor, signing in takes your password and a code that an authenticator app on your
        phone or computer shows. A password that somebody guessed or stole is then not enough.
      </p>
      <SecondFactorForms
        state={!needs.asksPassword && factor.state === 'off' ? 'no-password' : factor.state}
        needs={needs}
        hasFeed={hasFeed}
        hasOtherSessions={sessions.length > 1}
        since={
          factor.state === 'on' ? formatInstant({ instant: factor.since, timeZone: account.timeZone }) : null
        }
        codesLeft={codesLeft}
        email={showAddress(account.email)}
      >
        {address === null || secret === null ? null : (
          <div className="flex flex-col gap-4">
            <p>Scan this with your authenticator app, or type the secret in.</p>
            <QrCode text={address} label="QR code of the secret for an authenticator app" />
            <p>
              Secret: <code className="break-all">{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
            </p>
            <p>
              <a href={address}>Open in an app on this device</a>
            </p>
          </div>
        )}
      </SecondFactorForms>
    </div>
  );
}
