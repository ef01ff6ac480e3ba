import type { Metadata } from 'next';
import { Notice } from '@/components/notice';
import { OnePressForm } from '@/components/one-press-form';
import { requireUser } from '@/lib/auth/session';
import { DEFAULT_CAREER, loadCareer } from '@/lib/catalogue';
import { computeDayInZone } from '@/lib/domain/day';
import { toHoldingsEntries } from '@/lib/domain/work-forms';
import { listHeldPosts } from '@/lib/queries/held-posts';
import { listHoldings } from '@/lib/queries/holdings';
import { getAccount } from '@/lib/queries/people';
import { listStepProgress } from '@/lib/queries/step-progress';
import { listPostChoices } from '@/lib/wording/post-choices';
import { addPostAction } from './actions';
import { CertificateForm } from './certificate-form';
import { CertificateList } from './certificate-list';
import { listCertificateChoices } from './choices';
import { HoldingsForm } from './holdings-form';
import { PostForm } from './post-form';
import { PostList } from './post-list';
import { ResumeForm } from './resume-form';
import { listShownHoldings } from './shown-holdings';
import { NO_POST, readRemovedSearch, toPostFields } from './work-fields';

export const metadata: Metadata = { title: 'Your work' };

type Search = Partial<Record<'saved' | 'removed' | 'post', string | string[]>>;

/** What the acts of this page lead to says of them. */
const SAVED = new Map(
  Object.entries({
    added: 'Added. Plans that you make from now on count with it.',
    there: 'This stands here already, with the same months.',
    changed: 'Changed.',
    certificate: 'Your certificate is kept.',
    'certificate-removed': 'Removed from what you hold.',
    resume: 'Saved what you confirmed; the file is forgotten.',
  }),
);

export default async function WorkPage({ searchParams }: { searchParams: Promise<Search> }) {
  const user = await requireUser('/settings/work');
  const [search, account, posts, holdings, progress] = await Promise.all([
    searchParams,
    getAccount(user.id),
    listHeldPosts(user.id, DEFAULT_CAREER),
    listHoldings(user.id, DEFAULT_CAREER),
    listStepProgress(user.id, DEFAULT_CAREER),
  ]);
  const career = loadCareer(DEFAULT_CAREER);
  const today = computeDayInZone({ instant: new Date(), timeZone: account.timeZone });
  const certificates = progress.filter(
    ({ step, status }) => status === 'done' && career.stepById.get(step)?.kind === 'certification',
  );
  const shown = listShownHoldings(career, holdings).map(({ id, label }) => ({ id, label }));
  const changed = posts.find(({ id }) => id === search.post) ?? null;
  const removed = readRemovedSearch(search.removed);
  const saved = SAVED.get(String(search.saved));
  const choices = {
    posts: listPostChoices(career),
    holdings: shown.map(({ id, label }) => ({ value: id, label })),
    certificates: listCertificateChoices(career),
  };
  return (
    <div className="mx-auto flex max-w-[52rem] flex-col gap-8">
      <header>
        <p>
          <a href="/settings" className="inline-flex min-h-11 items-center">
            Back to settings
          </a>
        </p>
        <h1 className="mt-1">Your work</h1>
        <p className="mt-2 max-w-[68ch] text-soft">
          Where you work decides what you can learn there and which role comes next; a degree or a certificate
          may be asked for. Until you say anything here, plans take it that you have not worked in IT and hold
          nothing. What you do not want to say, leave out.
        </p>
      </header>
      {saved ? <Notice>{saved}</Notice> : null}
      {removed ? (
        <Notice>
          <span>{`Removed: ${career.postById.get(removed.post)?.title ?? removed.post}.`}</span>
          <OnePressForm action={addPostAction} entries={removed}>
            Undo
          </OnePressForm>
        </Notice>
      ) : null}
      <section className="card flex flex-col gap-5" aria-labelledby="work">
        <h2 id="work">Where you work and worked</h2>
        <PostList career={career} posts={posts} today={today} changed={changed?.id ?? null} />
        <PostForm
          key={changed?.id ?? `new-${posts.length}`}
          changed={changed && { id: changed.id, basedOn: changed.changedAt }}
          fields={changed ? toPostFields(changed) : NO_POST}
          posts={choices.posts}
        />
      </section>
      <section className="card flex flex-col gap-5" aria-labelledby="holdings">
        <h2 id="holdings">Degrees and standing</h2>
        <HoldingsForm
          drawnFrom={toHoldingsEntries(
            holdings,
            shown.map(({ id }) => id),
          )}
          holdings={shown}
        />
      </section>
      <section className="card flex flex-col gap-5" aria-labelledby="certificates">
        <h2 id="certificates">Certificates</h2>
        <CertificateList career={career} certificates={certificates} today={today} />
        <CertificateForm key={certificates.length} certificates={choices.certificates} />
      </section>
      <section className="card flex flex-col gap-4" aria-labelledby="resume">
        <h2 id="resume">From a JSON Resume</h2>
        <ResumeForm choices={choices} />
      </section>
    </div>
  );
}
