import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Notice } from '@/components/notice';
import { getUser, requireUserOrPost } from '@/lib/auth/session';
import { SignedOutPost } from '../signed-out-post';
import { GapView } from './gap-view';
import { loadGapView } from './load-gap';
import { SavedNotice } from './saved-notice';

type Search = Readonly<Record<string, string | string[] | undefined>>;
type Props = { searchParams: Promise<Search> };

const KNOWN = new Set(['role', 'saved', 'set']);

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const user = await getUser();
  if (!user) return { title: 'Your gap' };
  const { role, readiness } = await loadGapView(user.id, readRole(await searchParams));
  return { title: `Gap to ${role.title}, ${readiness.percent} %` };
}

export default async function GapPage({ searchParams }: Props) {
  const user = await requireUserOrPost('/gap');
  if (!user) return <SignedOutPost />;
  const search = await searchParams;
  const asked = readRole(search);
  // *Look* sends its form by address, and what else a form carries has no place there.
  if (asked && Object.keys(search).some((name) => !KNOWN.has(name)))
    redirect(`/gap?role=${encodeURIComponent(asked)}`);
  const view = await loadGapView(user.id, asked);
  return (
    <>
      {typeof search.saved === 'string' ? (
        <div className="mb-6">
          <SavedNotice userId={user.id} id={search.saved}>
            {view.isWorkSaid ? null : (
              <span>
                {' '}
                A plan also counts with where you work and what you hold:{' '}
                <a href="/settings/work">say so in a minute</a>.
              </span>
            )}
          </SavedNotice>
        </div>
      ) : null}
      {search.set ? (
        <div className="mb-6">
          <Notice>{`Goal set: ${view.goal.title}.`}</Notice>
        </div>
      ) : null}
      <GapView view={view} />
    </>
  );
}

function readRole({ role }: Search): string | undefined {
  return typeof role === 'string' ? role : undefined;
}
