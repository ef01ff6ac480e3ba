import type { Metadata } from 'next';
import { loadCareer } from '@/lib/catalogue';
import { readTrial, readTrialSkill, SKILL_FIELD } from '@/lib/domain/trial';
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
  const career = loadCareer();
  const search = await searchParams;
  const trial = readTrial(career, search);
  // Between two skills no plan is worked out: the front counts such an address as none.
  const skill = readTrialSkill(career, search);
  const isShown = Object.keys(trial.levels).length > 0 && !Object.hasOwn(search, SKILL_FIELD);
  return (
    <div className="flex flex-col gap-4" data-own-start={isShown || undefined}>
      <header className="max-w-[60rem]">
        <h1 className="text-[1.6rem]">Try it without an account</h1>
        {env.TRY && !isShown && skill !== career.skills[0] ? null : (
          <p className="mt-1 text-soft">
            {env.TRY
              ? 'Rate some skills, then see the gap and a plan. Nothing is stored or logged: what you choose stands only in the address of this page.'
              : 'Whoever runs this server has switched this off.'}
          </p>
        )}
      </header>
      {env.TRY ? (
        <>
          {isShown ? <TrialOutcome trial={trial} /> : null}
          {isShown ? <TrialQuestions career={career} trial={trial} /> : null}
          <TrialForm career={career} trial={trial} skill={skill} isAlone={!isShown} />
        </>
      ) : (
        <p>
          <a href="/sign-up">Create an account</a> instead.
        </p>
      )}
    </div>
  );
}
