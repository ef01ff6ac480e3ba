import type { Metadata } from 'next';
import { Notice } from '@/components/notice';
import { requireUserOrPost } from '@/lib/auth/session';
import { loadPlanState } from '@/lib/plan/climb/plan-state';
import { formatCount, formatNumber } from '@/lib/wording/format';
import { SignedOutPost } from '../signed-out-post';
import { WeekForm } from './week-form';

export const metadata: Metadata = { title: 'Your week' };

type Search = Partial<Record<'saved' | 'at', string | string[]>>;

export default async function WeekPage({ searchParams }: { searchParams: Promise<Search> }) {
  const user = await requireUserOrPost('/week');
  if (!user) return <SignedOutPost />;
  const [{ saved, at }, { standing, kept, progress }] = await Promise.all([
    searchParams,
    loadPlanState(user.id),
  ]);
  const titleOf = (id: string) =>
    standing.career.stepById.get(id)?.title ??
    kept?.followed.steps.find((step) => step.id === id)?.title ??
    id;
  const steps = progress
    .filter(({ status }) => status === 'in-progress')
    .map(({ id, step, hoursSpent }) => ({
      id: step,
      title: titleOf(step),
      soFar:
        hoursSpent === null
          ? 'No hours so far.'
          : `${formatNumber(hoursSpent)} ${hoursSpent === 1 ? 'hour' : 'hours'} so far.`,
      basedOn: id,
    }));
  const count = Number(saved);
  return (
    <div className="mx-auto flex max-w-[46rem] flex-col gap-6">
      <header>
        <h1>Your week</h1>
        <p className="mt-3 text-lg text-soft">
          Two minutes: hours on what is under way, and a line of what you did. A line is kept as evidence. A
          week without any is a week too.
        </p>
      </header>
      {count > 0 ? <Notice>{`Saved ${formatCount(count, 'step')}. Your forecast follows.`}</Notice> : null}
      {/* Anew after a week was saved, and only then: what was refused stays with what was typed. */}
      <WeekForm key={typeof at === 'string' ? at : ''} steps={steps} />
      {steps.length > 0 ? null : (
        <p>
          <span>No step is under way. </span>
          <a href="/plan">Start one in your plan</a>
        </p>
      )}
      <p className="flex flex-wrap gap-x-6">
        <a href="/plan" className="inline-flex min-h-11 items-center">
          Your plan
        </a>
        <a href="/evidence" className="inline-flex min-h-11 items-center">
          Your evidence
        </a>
      </p>
    </div>
  );
}
