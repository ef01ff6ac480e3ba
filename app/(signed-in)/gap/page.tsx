import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PageTitle, TITLE_OF_ITS_OWN } from '@/app/page-title';
import { Notice } from '@/components/notice';
import { requireUserOrPost } from '@/lib/auth/session';
import { LEVEL_KIND_LABELS } from '@/lib/wording/level-kinds';
import { titleGap } from '@/lib/wording/titles';
import { SignedOutPost } from '../signed-out-post';
import { GapView } from './gap-view';
import { loadGapView } from './load-gap';
import { loadSaved } from './load-saved';

type Search = Readonly<Record<string, string | string[] | undefined>>;
type Props = { searchParams: Promise<Search> };

const KNOWN = new Set(['role', 'saved', 'set']);

export const metadata: Metadata = TITLE_OF_ITS_OWN;

export default async function GapPage({ searchParams }: Props) {
  const user = await requireUserOrPost('/gap');
  if (!user)
    return (
      <>
        <PageTitle>Your gap</PageTitle>
        <SignedOutPost />
      </>
    );
  const search = await searchParams;
  const asked = readRole(search);
  // *Look* sends its form by address, and what else a form carries has no place there.
  if (asked && Object.keys(search).some((name) => !KNOWN.has(name)))
    redirect(`/gap?role=${encodeURIComponent(asked)}`);
  const view = await loadGapView(user.id, asked);
  const saved = typeof search.saved === 'string' ? await loadSaved(user.id, search.saved) : null;
  return (
    <>
      <PageTitle>{titleGap(view.shown.role.title, view.shown.readiness.percent)}</PageTitle>
      {search.saved ? (
        <div className="mb-6">
          <Notice>
            {saved ? (
              <span>
                <span>{saved.sentence}</span> <a href={saved.href}>Correct it</a>.
              </span>
            ) : (
              <span>Check-in saved. This is where it puts you.</span>
            )}
            {view.isWorkSaid ? null : (
              <span>
                {' '}
                A plan also counts with where you work and what you hold:{' '}
                <a href="/settings/work">say so in a minute</a>.
              </span>
            )}
          </Notice>
        </div>
      ) : null}
      {search.set ? (
        <div className="mb-6">
          <Notice>{`Goal set: ${view.shown.goal.title}.`}</Notice>
        </div>
      ) : null}
      <GapView text={view.text} />
      <p className="hint mt-2 sm:mt-4">
        <span>{LEVEL_KIND_LABELS[view.levelKind]}</span> <a href="/progress/second-look">Second looks</a>
      </p>
    </>
  );
}

function readRole({ role }: Search): string | undefined {
  return typeof role === 'string' ? role : undefined;
}
