import type { ReactNode } from 'react';
import type { FollowedStep } from '@/lib/domain/climb/follow/followed';
import type { Preferences } from '@/lib/domain/climb/profile';
import { listAlternatives } from '@/lib/domain/plan/alternatives';
import { leaveOutStep, pinStep, swapStep } from '@/lib/domain/plan/choose-step';
import { comparePlans } from '@/lib/domain/plan/difference';
import { computePlanFromHere } from '@/lib/plan/climb/from-here';
import type { Kept, PlanState } from '@/lib/plan/climb/plan-state';
import { describeNoPlan } from '@/lib/plan/proof';
import { describeTotals } from '@/lib/wording/plan-difference';
import { buildWhatIfPath } from './what-if/link';

/**
 * What leaving a step out would cost, by planning without it, and what could stand in its place; each with the
 * way to see that plan before it is taken.
 */
export async function StepExplanation({
  here,
  kept,
  step,
  preferences,
}: {
  here: PlanState;
  kept: Kept;
  step: FollowedStep;
  preferences: Preferences;
}) {
  const { standing, progress } = here;
  const isDone =
    step.status !== 'again' && progress.some((event) => event.step === step.id && event.status === 'done');
  if (isDone)
    return (
      <Frame>
        <p>You have finished it, so it stays in every plan that goes on from here.</p>
      </Frame>
    );
  const excluding = leaveOutStep(preferences, step.id);
  const { document: without } = await computePlanFromHere(here, { preferences: excluding });
  const planned = new Set(kept.followed.steps.map(({ id }) => id));
  const alternatives = listAlternatives(standing.second, { step, planned, preferences });
  const linkTo = (changed: Preferences) =>
    buildWhatIfPath({
      preferences: changed,
      holdings: standing.held,
      leavePost: standing.leavePost,
      basedOn: standing.goal?.id ?? null,
    });
  return (
    <Frame>
      {without.status === 'infeasible' ? (
        <p>{`Within your limits and without it ${describeNoPlan(without)}.`}</p>
      ) : (
        <>
          <p>{`Without it: ${describeTotals(comparePlans({ kept: kept.followed, other: without }), without)} for the best plan found (estimates).`}</p>
          <a href={linkTo(excluding)} className="inline-flex min-h-11 items-center">
            See the plan without it
          </a>
        </>
      )}
      {preferences.pinned.includes(step.id) ? (
        <p>You pinned it, so every plan that you make holds it.</p>
      ) : (
        <p>
          <a href={linkTo(pinStep(preferences, step.id))} className="inline-flex min-h-11 items-center">
            Pin it
          </a>{' '}
          so that every plan you make holds it.
        </p>
      )}
      {alternatives.length > 0 ? (
        <>
          <p>Swap it for a step that could stand in its place:</p>
          <ul>
            {alternatives.map(({ id, title }) => (
              <li key={id}>
                <a
                  href={linkTo(swapStep(preferences, { out: step.id, step: id }))}
                  className="inline-flex min-h-11 items-center"
                >
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Frame>
  );
}

/** What the link leads to: its heading takes the focus, so that the answer is read next. */
function Frame({ children }: { children: ReactNode }) {
  return (
    <div className="notice" data-tone="attention">
      <h4 id="why" tabIndex={-1} className="scroll-mt-[40vh] font-semibold">
        Why this step?
      </h4>
      {children}
    </div>
  );
}
