import type { ReactNode } from 'react';
import { leaveOutStep, pinStep } from '@/lib/domain/plan/choose-step';
import { comparePlans } from '@/lib/domain/plan/difference';
import { listAlternatives } from '@/lib/domain/planner/alternatives';
import type { PlanDocument } from '@/lib/domain/planner/document';
import { computePlanFromHere, type Settings } from '@/lib/plan/from-here';
import type { PlanState } from '@/lib/plan/plan-state';
import { buildProfile } from '@/lib/plan/profile';
import { describeNoPlan } from '@/lib/plan/proof';
import { describeTotals } from '@/lib/wording/plan-difference';
import { buildWhatIfPath } from './what-if/link';

/**
 * What leaving a step out would cost, by solving without it, and what could stand in its place; each with the
 * way to see that plan before it is taken.
 */
export async function StepExplanation({
  here,
  kept,
  step,
  settings,
  goalId,
}: {
  here: PlanState;
  kept: PlanDocument;
  step: string;
  settings: Settings;
  goalId: string | null;
}) {
  const planned = kept.steps.find(({ id }) => id === step);
  if (!planned) return null;
  const { standing, progress } = here;
  const isDone =
    planned.status !== 'again' && progress.some((event) => event.step === step && event.status === 'done');
  if (isDone)
    return (
      <Frame>
        <p>You have finished it, so it stays in every plan that goes on from here.</p>
      </Frame>
    );
  const { preferences, holdings } = settings;
  const { career } = standing;
  const excluding = leaveOutStep(preferences, step);
  const { document: without } = await computePlanFromHere(here, { preferences: excluding, holdings });
  const profile = buildProfile({ standing, progress, ...settings });
  const alternatives = listAlternatives({ career, profile, plan: kept, step });
  const linkTo = (changed: typeof preferences) =>
    buildWhatIfPath({ preferences: changed, holdings, basedOn: goalId });
  return (
    <Frame>
      {without.status === 'infeasible' ? (
        <p>{`Within your limits and without it ${describeNoPlan(without)}.`}</p>
      ) : (
        <>
          <p>{`Without it: ${describeTotals(comparePlans({ kept, other: without }), without)} for the best plan found (estimates).`}</p>
          <a href={linkTo(excluding)} className="inline-flex min-h-11 items-center">
            See the plan without it
          </a>
        </>
      )}
      {preferences.pinned.includes(step) ? (
        <p>You pinned it, so every plan that you make holds it.</p>
      ) : (
        <p>
          <a href={linkTo(pinStep(preferences, step))} className="inline-flex min-h-11 items-center">
            Pin it
          </a>{' '}
          so that every plan you make holds it.
        </p>
      )}
      {alternatives.length > 0 ? (
        <>
          <p>Swap it for a step that could stand in its place:</p>
          <ul>
            {alternatives.map((id) => (
              <li key={id}>
                <a href={linkTo(pinStep(excluding, id))} className="inline-flex min-h-11 items-center">
                  {career.stepById.get(id)?.title ?? id}
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
