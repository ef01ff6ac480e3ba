import type { Metadata } from 'next';
import { NoSuchLink } from '@/app/(by-link)/no-such-link';
import { DrawnFor } from '@/components/drawn-for';
import { Notice } from '@/components/notice';
import { computeFormOwner } from '@/lib/auth/form-owner';
import { noteMissing } from '@/lib/http/request-context';
import { describeAnswerTime } from '@/lib/wording/second-look';
import { AnswerForm, WithdrawForm } from './answer-form';
import { loadAskedPage, openAsked } from './load-asked';

export const metadata: Metadata = {
  title: 'A second look',
  robots: { index: false },
  // The answer itself says no-referrer, under which a browser hides where a form comes from. For this page and no other
  // site it may be seen again, so that the form works before script.
  referrer: 'same-origin',
};

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ taken?: string | string[] }>;
};

export default async function SecondLookPage({ params, searchParams }: Props) {
  const [{ token }, { taken }] = await Promise.all([params, searchParams]);
  const asked = await openAsked(token);
  if (asked === null) {
    noteMissing();
    return <NoSuchLink />;
  }
  if (typeof asked === 'string') return <Notice tone="attention">{asked}</Notice>;
  const { asker, until, goal, isAnswered, skills } = await loadAskedPage(asked);
  return (
    <DrawnFor owner={computeFormOwner(token)}>
      <div className="mx-auto flex max-w-[46rem] flex-col gap-6">
        <header>
          <h1>A second look</h1>
          <p className="mt-3 text-lg">
            <b className="[overflow-wrap:anywhere]">{asker}</b>{' '}
            <span>would like to know how you see these skills of theirs.</span>
          </p>
          <p className="mt-2 text-soft">
            Rung is a free tool with which somebody sees what they can do at work, and plans what to learn
            next. For each skill, choose the highest level whose sentence you have seen to be so; where you
            have not seen enough, “I can’t judge” is an answer too. You need no account.
          </p>
          <p className="mt-2 text-soft">
            Neither of you sees the other’s answer first: you never see how they rate themselves, and they see
            what you chose once they have rated the skill too.
          </p>
          <p className="mt-2 text-soft">
            <span>{`It takes ${describeAnswerTime(skills.length)}.`}</span>{' '}
            <span>{`You can come back to this link and change or take back what you said until ${until}.`}</span>{' '}
            <a href="/privacy#second-look">What happens with it</a>
          </p>
          {goal ? (
            <p className="mt-2">
              <span>Their goal: </span>
              <a href={`/roles/${goal.id}`}>{goal.title}</a>
            </p>
          ) : null}
        </header>
        {taken && !isAnswered ? <Notice>What you said is taken back.</Notice> : null}
        <AnswerForm key={String(taken)} link={token} skills={skills} />
        {isAnswered ? <WithdrawForm link={token} /> : null}
      </div>
    </DrawnFor>
  );
}
