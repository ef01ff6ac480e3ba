import type { Metadata } from 'next';
import { requireUser } from '@/lib/auth/session';
import { loadCareer } from '@/lib/catalogue';
import { addDays, computeDayInZone } from '@/lib/domain/day';
import { LONGEST_SHARED_DAYS } from '@/lib/domain/share/share';
import { readOrigin } from '@/lib/http/origin';
import { getAccount } from '@/lib/queries/people';
import { listSharedPages } from '@/lib/queries/shared-pages';
import { ShareForm } from './share-form';
import { type ListedPage, SharedList } from './shared-list';

export const metadata: Metadata = { title: 'Share a page' };

const DAYS_AT_FIRST = 14;
const RECORD_DAYS = 365;

export default async function SharePage() {
  const user = await requireUser('/progress/share');
  const [account, origin, pages] = await Promise.all([
    getAccount(user.id),
    readOrigin(),
    listSharedPages(user.id, loadCareer().id),
  ]);
  const now = new Date();
  const today = computeDayInZone({ instant: now, timeZone: account.timeZone });
  const listed = pages.map((page): ListedPage => {
    const isOpen = page.isLinked && page.closedAt === null && page.endsAt > now.toISOString();
    return { ...page, isOpen };
  });
  return (
    <div className="mx-auto flex max-w-[52rem] flex-col gap-8">
      <header>
        <p>
          <a href="/progress" className="inline-flex min-h-11 items-center">
            Back to your progress
          </a>
        </p>
        <h1 className="mt-1">Share a page</h1>
        <p className="mt-3 max-w-[68ch] text-lg text-soft">
          A link to a page that can only be read, for somebody you trust with it. It shows how things stand on
          the day it is opened, until the day you choose or until you end it.
        </p>
      </header>
      <section className="card flex flex-col gap-4" aria-labelledby="share">
        <h2 id="share">Make a page</h2>
        <ShareForm
          origin={origin}
          since={addDays(today, -RECORD_DAYS)}
          days={{
            today,
            until: addDays(today, DAYS_AT_FIRST),
            lastDay: addDays(today, LONGEST_SHARED_DAYS),
          }}
        />
      </section>
      {listed.length > 0 ? (
        <section className="flex flex-col gap-4" aria-labelledby="shared">
          <h2 id="shared">What you shared</h2>
          <p className="hint">
            Days and how often, and nothing of who it was. Your own visits while you are signed in do not
            count; programs that open links in mails may.
          </p>
          <SharedList pages={listed} />
        </section>
      ) : null}
    </div>
  );
}
