import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { Notice } from '@/components/notice';
import { loadCareer } from '@/lib/catalogue';
import { computeDayInZone } from '@/lib/domain/day';
import { computeGap } from '@/lib/domain/gap';
import { buildDefaultPreferences } from '@/lib/domain/plan-settings';
import { guessRegion } from '@/lib/domain/region';
import { buildTrialQuery, readTrial } from '@/lib/domain/trial';
import { getPlan } from '@/lib/planner';
import { describePage } from '../describe-page';
import { TrialForm } from './trial-form';
import { TrialGap } from './trial-gap';
import { TrialPlan } from './trial-plan';

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
  const trial = readTrial(career, await searchParams);
  const isRated = Object.keys(trial.levels).length > 0;
  return (
    <div className="flex flex-col gap-10">
      <header className="max-w-[44rem]">
        <h1>Try it without an account</h1>
        <p className="mt-3 text-lg text-soft">
          Rate yourself and see the gap and a plan at once. Nothing is stored and nothing is logged: what you
          choose stands only in the address of the page, so keep or share that as you like.
        </p>
      </header>
      {isRated ? <Outcome trial={trial} /> : null}
      <TrialForm career={career} trial={trial} />
    </div>
  );
}

async function Outcome({ trial }: { trial: ReturnType<typeof readTrial> }) {
  const career = loadCareer();
  const region = guessRegion((await headers()).get('accept-language'));
  const today = computeDayInZone({ instant: new Date(), timeZone: 'UTC' });
  const profile = {
    career: career.id,
    role: trial.role.id,
    levels: trial.levels,
    holdings: [],
    done: [],
    preferences: buildDefaultPreferences({ today, region }),
  };
  const plan = await getPlan(career, profile, { effort: 'quick' });
  return (
    <>
      <TrialGap gap={computeGap(career, trial)} />
      <TrialPlan career={career} plan={plan} />
      <Notice>
        None of this is kept once you leave the page.{' '}
        <a href={`/sign-up?try=${encodeURIComponent(buildTrialQuery(trial))}`}>Create an account</a> to keep
        it: your ratings and your goal come along.
      </Notice>
    </>
  );
}
