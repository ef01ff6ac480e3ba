import type { ReactNode } from 'react';
import type { FollowedStep } from '@/lib/domain/climb/follow/followed';
import { computeCurrency, computeStepPrice } from '@/lib/domain/climb/model/price';
import { leaveOutStep, pinStep, swapStep } from '@/lib/domain/plan/choose-step';
import { findAlternatives, priceWithout } from '@/lib/plan/climb/choices';
import { type KeptState, readGoalPreferences } from '@/lib/plan/climb/follow-now';
import { waitAsLongAsAPage } from '@/lib/plan/climb/replanning';
import { orRefusal, PlannerRefusal } from '@/lib/planner/refusal';
import { describeWithout } from '@/lib/wording/plan-without';
import { describeStepShort } from '@/lib/wording/step-short';
import { buildWhatIfPath } from './what-if/link';

const HEADINGS = {
  why: 'Why this step?',
  without: 'Leave this step out?',
  swap: 'Swap this step for another',
} as const;

type Asked = keyof typeof HEADINGS;

/** What leaving a step out would cost, and what could stand in its place; each with the way to see that plan before it is taken. */
export async function StepExplanation({
  state,
  step,
  asked,
}: {
  state: KeptState;
  step: FollowedStep;
  asked: Asked;
}) {
  const { standing, progress } = state;
  const isDone =
    step.status !== 'again' && progress.some((event) => event.step === step.id && event.status === 'done');
  if (isDone)
    return (
      <Frame asked={asked}>
        <p>You have finished it, so it stays in every plan that goes on from here.</p>
      </Frame>
    );
  const preferences = readGoalPreferences(state);
  const alternatives = findAlternatives(state, step.id);
  const told = await tellWithout(state, step.id);
  const linkTo = (changed: typeof preferences) =>
    buildWhatIfPath({
      preferences: changed,
      holdings: standing.held,
      leavePost: standing.leavePost,
      basedOn: standing.goal?.id ?? null,
    });
  const { career } = standing;
  const currency = computeCurrency(preferences);
  const swaps = alternatives.map((id) => {
    const other = career.stepById.get(id);
    return {
      id,
      title: other?.title ?? id,
      href: linkTo(swapStep(preferences, { out: step.id, step: id })),
      note: other
        ? describeStepShort(other, computeStepPrice({ step: other, currency, rates: career.rates }))
        : null,
    };
  });
  return (
    <Frame asked={asked}>
      {asked === 'swap' ? <Swaps swaps={swaps} isAsked /> : null}
      <p>{told}</p>
      <a href={linkTo(leaveOutStep(preferences, step.id))} className="inline-flex min-h-11 items-center">
        See the plan without it
      </a>
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
      {asked === 'swap' ? null : <Swaps swaps={swaps} isAsked={false} />}
    </Frame>
  );
}

type Swap = { id: string; title: string; href: string /** What it is and takes. */; note: string | null };

/** The steps that could stand in its place; that there is none is said only where it is asked for. */
function Swaps({ swaps, isAsked }: { swaps: readonly Swap[]; isAsked: boolean }) {
  if (swaps.length === 0) return isAsked ? <p>No other step could stand in its place.</p> : null;
  return (
    <>
      {isAsked ? null : <p>Swap it for a step that could stand in its place:</p>}
      <ul>
        {swaps.map(({ id, title, href, note }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3">
            <a href={href} className="inline-flex min-h-11 items-center">
              {title}
            </a>
            {note === null ? null : <span className="hint">{note}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A figure was asked for, so the page waits longer for it than for what it shows unasked. */
const ASKED_MS = 15_000;

/** No figure before it is known: what is told is the very plan that the link leads to. */
async function tellWithout(state: KeptState, step: string): Promise<string> {
  const { standing, kept } = state;
  if (kept.followed.version === 1)
    return 'This plan is of an earlier edition, so nothing is reckoned of it without this step.';
  const priced = await waitAsLongAsAPage(orRefusal(priceWithout(state, step)), ASKED_MS);
  if (priced === null) return 'The plan without it is still being worked out. The link below waits for it.';
  if (priced instanceof PlannerRefusal) return priced.message;
  const { isBetter, answer } = priced;
  return describeWithout(standing.career, kept.followed, { other: answer.document, isBetter });
}

/** What the link leads to: its heading takes the focus, so that the answer is read next. */
function Frame({ asked, children }: { asked: Asked; children: ReactNode }) {
  return (
    <div className="notice" data-tone="attention">
      <h3 id="why" tabIndex={-1} className="scroll-mt-[40vh] font-semibold">
        {HEADINGS[asked]}
      </h3>
      {children}
    </div>
  );
}
