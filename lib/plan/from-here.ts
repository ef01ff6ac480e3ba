import 'server-only';
import { isOwnStep } from '@/lib/domain/own-step';
import { chooseBest } from '@/lib/domain/planner/best-known';
import { explainAnew } from '@/lib/domain/planner/continuation';
import type { PlanDocument } from '@/lib/domain/planner/document';
import type { Preferences } from '@/lib/domain/planner/profile';
import { isContinued, type PlanState } from '@/lib/plan/plan-state';
import { buildProfile, countFinished } from '@/lib/plan/profile';
import { getPlan as computePlan, getContinuation, keepAnswer } from '@/lib/planner/client';
import { computeWeeksGone, findQuestion, type Question } from './open-question';

export type Settings = { preferences: Preferences; holdings: readonly string[] };

/** Why a plan is what it is, kept with it: one that goes on from another holds what was finished and begun. */
export type PlanFromHere = { document: PlanDocument; reason: 'made' | 'continued'; question: Question };

/**
 * The best plan known by the settings, going on from what was finished and begun; where no such plan is, the best
 * without. The kept plan is known too where it keeps these settings, so that none comes out worse than that.
 */
export async function computePlanFromHere(here: PlanState, settings: Settings): Promise<PlanFromHere> {
  const answer = await askPlanner(here, settings);
  const { kept, standing } = here;
  const isKnown =
    kept !== null &&
    isContinued(kept) === (answer.reason === 'continued') &&
    standing.goal?.preferences?.start === settings.preferences.start &&
    !kept.document.steps.some(({ id }) => isOwnStep(id)) &&
    findQuestion(here) !== null;
  return isKnown ? improve(answer, [kept.document]) : answer;
}

/**
 * The document of each answer, or that of another one where it keeps the settings of the first and is better by them,
 * so that what is set side by side never contradicts itself. The planner keeps what was better as its answer.
 */
export function settlePlans(answers: readonly PlanFromHere[]): ReadonlyMap<PlanFromHere, PlanDocument> {
  return new Map(
    answers.map((answer) => {
      const others = answers.filter(({ reason }) => reason === answer.reason);
      const { document, question } = improve(
        answer,
        others.map((other) => other.document),
      );
      if (document !== answer.document) keepAnswer({ ...question, document });
      return [answer, document];
    }),
  );
}

function improve(answer: PlanFromHere, others: readonly PlanDocument[]): PlanFromHere {
  const { career, profile, followed } = answer.question;
  const weeksGone = computeWeeksGone(answer.question);
  const best = chooseBest(answer.document, others, { weeksGone });
  if (best === answer.document) return answer;
  const document = explainAnew(career, best, {
    profile,
    followed: followed && { ...followed, kept: followed.plan, profile },
  });
  return { ...answer, document };
}

async function askPlanner(here: PlanState, settings: Settings): Promise<PlanFromHere> {
  const { standing, kept, progress } = here;
  const { career, today } = standing;
  const profile = buildProfile({ standing, progress, ...settings });
  if (kept && progress.some(({ status }) => status !== 'todo')) {
    const counted = countFinished(profile, { standing, kept: kept.document, progress });
    const followed = { plan: kept.document, records: progress, today };
    const document = await getContinuation(career, counted, { ...followed, effort: 'quick' });
    if (document) return { document, reason: 'continued', question: { career, profile: counted, followed } };
  }
  const document = await computePlan(career, profile, { effort: 'quick' });
  return { document, reason: 'made', question: { career, profile, followed: null } };
}
