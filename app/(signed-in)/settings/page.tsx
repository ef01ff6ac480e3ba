import type { Metadata } from 'next';
import { Notice } from '@/components/notice';
import { readProofNeeds } from '@/lib/auth/proof';
import { requireUser } from '@/lib/auth/session';
import { computeDayInZone } from '@/lib/domain/day';
import { toAccountEntries } from '@/lib/domain/settings';
import { findCurrentName, listTimeZones } from '@/lib/domain/time-zone';
import { showAddress } from '@/lib/email-address';
import { readOrigin } from '@/lib/http/origin';
import { getAccount } from '@/lib/queries/people';
import { getOwnLink } from '@/lib/queries/tokens';
import { isMailOn } from '@/lib/reminders/mail';
import { formatCount, formatDay } from '@/lib/wording/format';
import { DeleteAccountForm } from './delete-account-form';
import { FeedForm } from './feed-form';
import { ImportForm } from './import-form';
import { SettingsForm } from './settings-form';

export const metadata: Metadata = { title: 'Settings' };

type Search = { imported?: string | string[] };

export default async function SettingsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const user = await requireUser('/settings');
  const [{ imported }, account, needs, feed, origin] = await Promise.all([
    searchParams,
    getAccount(user.id),
    readProofNeeds(user),
    getOwnLink(user.id, 'feed'),
    readOrigin(),
  ]);
  const importedCount = typeof imported === 'string' && /^\d{1,6}$/.test(imported) ? Number(imported) : null;
  const { name, timeZone, settings } = account;
  return (
    <div className="mx-auto flex max-w-[48rem] flex-col gap-8">
      <header>
        <h1>Settings</h1>
        <p className="mt-2 text-soft">{showAddress(account.email)}</p>
        {isMailOn && !account.emailVerifiedAt ? (
          <div className="mt-4">
            <Notice tone="attention">
              This address is not confirmed yet, so no reminders are sent to it.{' '}
              <a href="/settings/security" className="inline-flex min-h-11 items-center">
                Confirm it
              </a>
            </Notice>
          </div>
        ) : null}
      </header>
      {importedCount !== null ? (
        <Notice>
          {importedCount === 0
            ? 'Imported. No check-in was new.'
            : `Imported, with ${formatCount(importedCount, 'new check-in')}.`}
        </Notice>
      ) : null}
      <section className="card flex flex-col gap-5" aria-labelledby="preferences">
        <h2 id="preferences">You and your ratings</h2>
        <SettingsForm
          drawnFrom={toAccountEntries(account)}
          name={name}
          timeZone={findCurrentName(timeZone)}
          timeZones={listTimeZones(timeZone)}
          isPreviousShown={settings.isPreviousShown}
          reminderWeeks={settings.reminderWeeks}
          isReminderMailed={settings.isReminderMailed}
          canMail={isMailOn}
        />
      </section>
      <section className="card flex flex-col gap-4" aria-labelledby="your-work">
        <h2 id="your-work">Your work</h2>
        <p>Where you work and worked, degrees and certificates: what plans take as given.</p>
        <div>
          <a href="/settings/work" className="button" data-look="quiet">
            Say what you work as and hold
          </a>
        </div>
      </section>
      <section className="card flex flex-col gap-4" aria-labelledby="calendar">
        <h2 id="calendar">Your calendar</h2>
        <p>
          A secret address that your calendar program can subscribe to: the steps of your plan, when one is
          due soon, and when to check in again. Whoever has the address can read it, so share it with nobody.
        </p>
        <FeedForm
          needs={needs}
          origin={origin}
          madeOn={feed ? formatDay(computeDayInZone({ instant: new Date(feed.createdAt), timeZone })) : null}
        />
      </section>
      <section className="card flex flex-col gap-4" aria-labelledby="security">
        <h2 id="security">Signing in</h2>
        <p>A new password, where you are signed in, and what has happened with your account.</p>
        <div>
          <a href="/settings/security" className="button" data-look="quiet">
            See who is signed in
          </a>
        </div>
      </section>
      <section className="card flex flex-col gap-5" aria-labelledby="your-data">
        <h2 id="your-data">Your data</h2>
        <p>
          Everything Rung knows of you is yours to take: check-ins, goals, plan and progress in one file that
          you can read, keep and import again, here or on another server.
        </p>
        <div className="flex flex-wrap gap-3">
          <a href="/settings/data" className="button" download>
            Download my data (JSON)
          </a>
          <a href="/settings/ratings" className="button" data-look="quiet" download>
            Download my ratings (CSV)
          </a>
        </div>
        <p className="hint">
          The format is described by a <a href="/schema/data-2.json">JSON Schema</a>.
        </p>
        <h3 className="mt-2">Bring data in</h3>
        <ImportForm />
      </section>
      <section className="card flex flex-col gap-4" aria-labelledby="delete">
        <h2 id="delete">Delete your account</h2>
        <p>
          This removes your account and every check-in, goal, plan and note from this server at once, and
          nobody can bring it back. Backups that were made of the server before keep it until they are deleted
          in turn. Download your data first if you may want it again.
        </p>
        <DeleteAccountForm needs={needs} />
      </section>
    </div>
  );
}
