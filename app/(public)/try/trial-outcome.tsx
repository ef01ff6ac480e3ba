import { headers } from 'next/headers';
import { Suspense } from 'react';
import { Notice } from '@/components/notice';
import { loadCareer } from '@/lib/catalogue';
import type { Career } from '@/lib/domain/career/career';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import type { Profile } from '@/lib/domain/climb/profile';
import { computeDayInZone } from '@/lib/domain/day';
import { guessRegion } from '@/lib/domain/region';
import { buildTrialProfile, buildTrialQuery, type Trial } from '@/lib/domain/trial';
import { noteBusy } from '@/lib/http/request-context';
import { computeClimb, computeFirstClimb } from '@/lib/planner/climb';
import { PlannerRefusal } from '@/lib/planner/refusal';
import { describeChange } from '@/lib/wording/plan-change';
import { describePreview } from '@/lib/wording/plan-preview';
import { describeKnown } from '@/lib/wording/plan-proof';
import { TrialGap } from './trial-gap';
import { TrialPlan } from './trial-plan';

/** The gap and the first plan at once; what a longer look finds takes its place in the same page. */
export async function TrialOutcome({ trial }: { trial: Trial }) {
  const career = loadCareer();
  const profile = await buildProfile(career, trial);
  const address = `/try?${buildTrialQuery(trial)}`;
  const signUp = `/sign-up?try=${encodeURIComponent(buildTrialQuery(trial))}`;
  const first = await findFirst(career, profile);
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <a href={signUp} className="button">
          Keep this: create an account
        </a>
        <span className="text-soft">Your ratings, goal, limits and this plan come along.</span>
      </p>
      <TrialGap profile={profile} />
      {first === null ? (
        <Notice tone="attention">
          Many plans are being worked out just now, so yours was not. What you rated is still here:{' '}
          <a href={address}>try again</a> in a moment.
        </Notice>
      ) : first.status === 'optimal' ? (
        <ProvedPlan career={career} plan={first} trial={trial} />
      ) : (
        <Suspense
          fallback={
            <TrialPlan career={career} plan={first}>
              This plan keeps every rule. Rung is still looking for a better one:{' '}
              <a href={address}>look again</a> in a moment.
            </TrialPlan>
          }
        >
          <BetterPlan career={career} profile={profile} first={first} trial={trial} />
        </Suspense>
      )}
      <Notice>
        None of this is kept once you leave the page. <a href={signUp}>Create an account</a> to keep it: all
        of it comes along, and this plan is your first.
      </Notice>
    </>
  );
}

async function buildProfile(career: Career, trial: Trial): Promise<Profile> {
  const region = guessRegion((await headers()).get('accept-language'));
  const today = computeDayInZone({ instant: new Date(), timeZone: 'UTC' });
  return buildTrialProfile(career, trial, { today, region });
}

/** A glance finds a plan nearly always; where it finds none and has not proved that there is none, a longer look does. */
async function findFirst(career: Career, profile: Profile): Promise<PlanDocument | null> {
  try {
    const first = await computeFirstClimb(career, profile);
    return first.status === 'infeasible' && first.proved !== true
      ? await computeClimb(career, profile, { effort: 'quick' })
      : first;
  } catch (error) {
    if (!(error instanceof PlannerRefusal)) throw error;
    noteBusy();
    return null;
  }
}

async function BetterPlan(asked: { career: Career; profile: Profile; first: PlanDocument; trial: Trial }) {
  const { career, profile, first, trial } = asked;
  const better = await computeClimb(career, profile, { effort: 'quick' }).catch((error: unknown) => {
    if (error instanceof PlannerRefusal) return null;
    throw error;
  });
  return <ProvedPlan career={career} plan={better ?? first} trial={trial} />;
}

function ProvedPlan({ career, plan, trial }: { career: Career; plan: PlanDocument; trial: Trial }) {
  if (plan.status !== 'infeasible')
    return (
      <TrialPlan career={career} plan={plan}>
        {describeKnown(toFollowed(plan), { optimiseFor: 'balanced', isContinued: false })}
      </TrialPlan>
    );
  return (
    <>
      <TrialPlan career={career} plan={plan} />
      <Suspense>
        <NearestPlan career={career} plan={plan} trial={trial} />
      </Suspense>
    </>
  );
}

/** The plan that would fit if one limit gave way, in full, so that somebody without one knows what to begin with. */
async function NearestPlan({ career, plan, trial }: { career: Career; plan: PlanDocument; trial: Trial }) {
  const nearest = plan.reasons?.find((reason) => reason.nearest !== null)?.nearest;
  if (!nearest) return null;
  const preferences = { ...plan.profile.preferences, ...nearest };
  const found = await computeFirstClimb(career, { ...plan.profile, preferences }).catch((error: unknown) => {
    if (error instanceof PlannerRefusal) return null;
    throw error;
  });
  if (found === null || found.status === 'infeasible') return null;
  const { heading, lead } = describePreview(career, found, nearest);
  const { budget, hoursPerWeek } = nearest;
  const changed = { ...trial, money: budget?.amount ?? trial.money, hours: hoursPerWeek ?? trial.hours };
  return (
    <TrialPlan career={career} plan={found} title={heading} id="nearest-plan">
      <span>{lead}</span>{' '}
      {budget || hoursPerWeek ? (
        <a href={`/try?${buildTrialQuery(changed)}`}>{describeChange(nearest)}</a>
      ) : null}
    </TrialPlan>
  );
}
