import type { Metadata } from 'next';
import { loadSecondEdition } from '@/lib/catalogue';
import { readTrial } from '@/lib/domain/trial';
import { env } from '@/lib/env';
import { describePage } from '../describe-page';
import { TrialForm } from './trial-form';
import { TrialOutcome } from './trial-outcome';
import { TrialQuestions } from './trial-questions';

export const metadata: Metadata = {
  ...describePage({
    title: 'Try it without an account',
    description: 'Rate your skills and see your gap and a plan. Nothing is stored.',
  }),
  robots: { index: false, follow: true },
};

type Search = Record<string, string | string[] | undefined>;

export default async function TryPage({ searchParams }: { searchParams: Promise<Search> }) {
  const career = loadSecondEdition();
  const trial = readTrial(career, await searchParams);
  const isRated = Object.keys(trial.levels).length > 0;
  return (
    <div className="flex flex-col gap-10">
      <header className="max-w-[44rem]">
        <h1>Try it without an account</h1>
        <p className="mt-3 text-lg text-soft">
          {env.TRY
            ? 'Rate yourself and see the gap and a plan at once. Nothing is stored and nothing is logged: what you choose stands only in the address of the page, so keep or share that as you like.'
            : 'Whoever runs this server has switched this off.'}
        </p>
      </header>
      {env.TRY ? (
        <>
          {isRated ? <TrialOutcome trial={trial} /> : null}
          {isRated ? <TrialQuestions career={career} trial={trial} /> : null}
          <TrialForm career={career} trial={trial} />
        </>
      ) : (
        <p>
          <a href="/sign-up">Create an account</a> instead.
        </p>
      )}
    </div>
  );
}
