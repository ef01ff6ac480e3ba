import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { after } from 'next/server';
import { NoSuchLink } from '@/app/(by-link)/no-such-link';
import { Notice } from '@/components/notice';
import { getUser } from '@/lib/auth/session';
import { AHEAD_HEADERS, isOpening } from '@/lib/domain/share/opening';
import { getWords } from '@/lib/export/words';
import { getLocale, isHead, noteMissing } from '@/lib/http/request-context';
import { formatDay } from '@/lib/wording/format';
import { SHARED_KIND_LABELS } from '@/lib/wording/share';
import { countOpening, loadShared, openShared } from './load-shared';
import { SharedGap } from './shared-gap';
import { SharedPlan } from './shared-plan';
import { SharedRecord } from './shared-record';

export const metadata: Metadata = {
  title: 'A shared page',
  robots: { index: false },
  // The answer itself says no-referrer, under which a browser hides where a form comes from. For this page and no other
  // site it may be seen again, so that the buttons of its appearance work before script.
  referrer: 'same-origin',
};

type Props = { params: Promise<{ token: string }> };

export default async function SharedPage({ params }: Props) {
  const { token } = await params;
  const shared = await openShared(token);
  if (shared === null) {
    noteMissing();
    return <NoSuchLink />;
  }
  if (typeof shared === 'string') return <Notice tone="attention">{shared}</Notice>;
  const [view, reader, asked] = await Promise.all([loadShared(shared), getUser(), headers()]);
  const ahead = AHEAD_HEADERS.map((name) => asked.get(name));
  // Who shares a page looks at it too, to see what others see.
  if (reader?.id !== shared.userId && isOpening({ isHead: isHead(), ahead }))
    after(() => countOpening(shared));
  const title = findTitle(view);
  return (
    <article className="mx-auto flex max-w-[52rem] flex-col gap-6">
      <header>
        <p className="eyebrow">{SHARED_KIND_LABELS[view.kind]}</p>
        <h1>{title}</h1>
        <p className="mt-2 text-soft">
          {view.by ? (
            <span>
              <span>Shared by </span>
              <b className="[overflow-wrap:anywhere]">{view.by}</b>
              <span>. </span>
            </span>
          ) : null}
          <span>{`It shows how things stand today, and can be read until ${formatDay(view.until)}.`}</span>{' '}
          <a href="/privacy#shared">What is kept about your visit</a>
        </p>
      </header>
      {view.kind === 'gap' ? <SharedGap gap={view.gap} /> : null}
      {view.kind === 'plan' ? <SharedPlan plan={view.plan} /> : null}
      {view.kind === 'record' ? <SharedRecord record={view.record} words={getWords(getLocale())} /> : null}
    </article>
  );
}

function findTitle(view: Awaited<ReturnType<typeof loadShared>>): string {
  if (view.kind === 'gap') return view.gap.role.title;
  if (view.kind === 'plan') return view.plan?.role ?? 'No plan';
  return view.record.role.title;
}
