'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { DEFAULT_CAREER, loadCareer } from '@/lib/catalogue';
import { basedOnSchema } from '@/lib/domain/based-on';
import { buildPlanSettingsSchema, toSettingsEntries } from '@/lib/domain/plan/settings';
import {
  buildStepProgressSchema,
  completeStepRecord,
  type StepRecord,
  toStepEntries,
} from '@/lib/domain/step-progress';
import { type ActionResult, signedInAction } from '@/lib/http/action';
import { getDecimalSign } from '@/lib/http/request-context';
import { revalidatePath } from '@/lib/http/revalidate';
import { computePlanFromHere } from '@/lib/plan/climb/from-here';
import { keepForecast } from '@/lib/plan/climb/keep-forecast';
import { computeAnswer, findQuestion, isBetterAnswer } from '@/lib/plan/climb/open-question';
import { isContinued, loadPlanState, toKept, withEarlier } from '@/lib/plan/climb/plan-state';
import { computeRemedyPlan } from '@/lib/plan/climb/remedy-plan';
import { computeOfferBasis, loadReplanning } from '@/lib/plan/climb/replanning';
import { describeNoPlan } from '@/lib/plan/proof';
import { loadStanding } from '@/lib/plan/standing';
import { getGoal } from '@/lib/queries/goals';
import { saveAccount } from '@/lib/queries/people';
import { getKeptPlanById, savePlan, savePlanWithGoal } from '@/lib/queries/plans';
import { listStepEvents, type StepProgress, saveStepProgress } from '@/lib/queries/step-progress';
import { describeDeadline, describeRemedy, describeWay } from '@/lib/wording/plan-change';
import { describeGoalConflict, describeStepConflict } from '@/lib/wording/plan-conflict';
import { describePreview } from '@/lib/wording/plan-preview';
import { answerAt } from './row/answer-at';
import { listShownEntries } from './shown-settings';

/** Where a new plan stands and is announced. */
const MADE = '/plan?made=1#plan';

function refuseReplaced(): ActionResult {
  revalidatePath('/plan');
  return {
    ok: false,
    message:
      'This plan was replaced in another tab meanwhile, so nothing was saved here. The page now shows the other one.',
  };
}

export const makePlanAction = signedInAction(
  () => buildPlanSettingsSchema(loadCareer(DEFAULT_CAREER), getDecimalSign()),
  async (user, { preferences, holdings, leavePost, basedOn }) => {
    const here = await withEarlier(user.id, await loadPlanState(user.id));
    const { career, role } = here.standing;
    const plan = await computePlanFromHere(here, { preferences, holdings, leavePost });
    if (plan.document.status === 'infeasible') {
      const { reasons = [] } = plan.document;
      // The nearest plan is shown in full, so that nobody leaves without knowing what to begin with.
      const shown = reasons.find((reason) => describeRemedy(career, reason) !== null);
      return {
        ok: false,
        message: `With these settings ${describeNoPlan(plan.document)}. Nothing was changed.`,
        remedies: await Promise.all(
          reasons.map(async (reason) => {
            const known = describeRemedy(career, reason);
            const remedy = known
              ? await computeRemedyPlan(here, { preferences, holdings, leavePost }, reason)
              : null;
            const nearest = remedy?.nearest ?? reason.nearest;
            const label = known && describeRemedy(career, { ...reason, nearest });
            // What is said of the deadline is said of the plan that is offered.
            const told =
              reason.what === 'deadline' && remedy
                ? describeDeadline(remedy.document, preferences.deadline)
                : null;
            return {
              sentence: [told ?? reason.sentence, ...(remedy ? [describeWay(career, remedy.document)] : [])]
                .filter(Boolean)
                .join(' '),
              preview:
                remedy && reason === shown ? describePreview(career, remedy.document, remedy.nearest) : null,
              label: label ?? '',
              entries: label
                ? toSettingsEntries({
                    preferences: { ...preferences, ...nearest },
                    holdings,
                    leavePost,
                    basedOn,
                  })
                : null,
            };
          }),
        ),
      };
    }
    const isSaved = await savePlanWithGoal(user.id, {
      goal: { career: career.id, role: role.id, preferences, holdings, basedOn },
      plan,
    });
    if (!isSaved) {
      revalidatePath('/plan');
      const current = await getGoal(user.id, career.id);
      const entered: Record<string, unknown> = preferences;
      const isOther = (name: string, value: unknown) =>
        JSON.stringify(value) !== JSON.stringify(entered[name]);
      return { ok: false, message: describeGoalConflict(current, isOther) };
    }
    if (leavePost !== here.standing.leavePost)
      await saveAccount(user.id, { settings: { isPostLeftToStudy: leavePost } });
    keepForecast(user.id);
    revalidatePath('/plan');
    redirect(MADE);
  },
  async (user) => {
    const standing = await loadStanding(user.id);
    return {
      entries: listShownEntries(standing),
      redraw: () => revalidatePath('/plan'),
      describe: (names) => describeGoalConflict(standing.goal, (name) => names.includes(name)),
    };
  },
);

/** Undoes a change of plan: an earlier plan is kept again, with the settings that it was made from. */
export const takeEarlierPlanAction = signedInAction(
  z.strictObject({ plan: z.string().max(100), basedOn: basedOnSchema }),
  async (user, { plan: id, basedOn }) => {
    const found = await getKeptPlanById(user.id, id);
    if (!found) return { ok: false, message: 'This plan does not exist.' };
    const earlier = toKept(found);
    const { career, role, preferences } = earlier.document.profile;
    const isSaved = await savePlanWithGoal(user.id, {
      goal: { career, role, preferences },
      plan: {
        document: earlier.document,
        // What is proved of one that went on from another is less, and the page says so by this word.
        reason: isContinued(earlier) ? earlier.reason : 'taken-again',
        basedOn,
      },
    });
    if (!isSaved) return refuseReplaced();
    keepForecast(user.id);
    revalidatePath('/plan');
    redirect(MADE);
  },
);

/** Takes the plan that replanning offers for what changed since the kept one was made. */
export const takeReplannedAction = signedInAction(
  z.strictObject({ basedOn: basedOnSchema }),
  async (user, { basedOn }) => {
    const { kept, ...state } = await loadPlanState(user.id);
    if (!kept) return { ok: false, message: 'There is no plan to replace. Make one first.' };
    const answer = await loadReplanning({ ...state, kept });
    if (answer.kind !== 'offer')
      return { ok: false, message: 'There is nothing to replan any more. Your plan stays as it is.' };
    const saved = await savePlan(user.id, { document: answer.document, reason: 'replanned', basedOn });
    if (!saved.ok) return refuseReplaced();
    keepForecast(user.id);
    revalidatePath('/plan');
    redirect(MADE);
  },
);

/** Keeps the plan in spite of an offer, which does not come again until something that it rests on changes. */
export const keepMineAction = signedInAction(
  z.strictObject({ basedOn: basedOnSchema }),
  async (user, { basedOn }) => {
    const { kept, ...state } = await loadPlanState(user.id);
    if (!kept || kept.id !== basedOn) return refuseReplaced();
    const keptMineFor = computeOfferBasis({ ...state, kept });
    await saveAccount(user.id, { settings: { keptMineFor } });
    revalidatePath('/plan');
    redirect('/plan#plan');
  },
);

/** Takes the plan that went on being proved after the quick answer, where it turned out better. */
export const takeProvedPlanAction = signedInAction(
  z.strictObject({ basedOn: basedOnSchema }),
  async (user, { basedOn }) => {
    const here = await loadPlanState(user.id);
    const { kept } = here;
    if (!kept) return { ok: false, message: 'There is no plan to replace. Make one first.' };
    const question = findQuestion({ ...here, kept });
    const document = question?.isOpen ? await computeAnswer(question) : null;
    if (!question || !document || !isBetterAnswer(question, document))
      return {
        ok: false,
        message: 'Something of this plan was begun or changed meanwhile, so it stays as it is.',
      };
    // One that goes on from another is told apart by this word.
    const reason = isContinued(kept) ? 'continued' : 'proved';
    const saved = await savePlan(user.id, { document, reason, basedOn });
    if (!saved.ok) return refuseReplaced();
    keepForecast(user.id);
    revalidatePath('/plan');
    redirect(MADE);
  },
);

/** A form that is sent again after its answer was lost finds its own change there. */
function isSameRecord(current: StepProgress, record: StepRecord): boolean {
  return Object.entries(record).every(([name, value]) => current[name as keyof StepRecord] === value);
}

/** Answers where its outcome stands: in the row of the step, in whichever list that is by now. */
export const saveStepAction = signedInAction<ReturnType<typeof buildStepProgressSchema>, string>(
  () => buildStepProgressSchema(getDecimalSign()),
  async (user, { step, basedOn, ...record }) => {
    const { standing, kept, progress } = await loadPlanState(user.id);
    const { career, today } = standing;
    const before = progress.find((event) => event.step === step) ?? null;
    // A step that the catalogue dropped stays in the plan, and can still be finished.
    const isKnown =
      career.stepById.has(step) || before || kept?.followed.steps.some((planned) => planned.id === step);
    if (!isKnown) return { ok: false, message: 'This step does not exist.' };
    if ([record.startedOn, record.finishedOn].some((day) => day !== null && day > today))
      return { ok: false, message: 'A step cannot begin or be finished on a day that is still to come.' };
    const complete = completeStepRecord({ record, before, step: career.stepById.get(step), today });
    // Sent again after its answer was lost, or without a change: there is nothing to record a second time.
    if (before && before.id === basedOn && isSameRecord(before, complete))
      return answerAt({ word: 'saved', id: before.id, step, on: '/plan' });
    const saved = await saveStepProgress(user.id, { career: career.id, step, ...complete, basedOn });
    if (saved.ok) {
      keepForecast(user.id);
      return answerAt({ word: 'saved', id: saved.id, step, on: '/plan' });
    }
    if (saved.current && isSameRecord(saved.current, complete))
      return answerAt({ word: 'saved', id: saved.current.id, step, on: '/plan' });
    revalidatePath('/plan');
    return { ok: false, message: describeStepConflict(saved.current) };
  },
  async (user, { step }) => {
    const [latest = null] = await listStepEvents(user.id, { career: DEFAULT_CAREER, step: String(step) });
    return {
      entries: toStepEntries(latest),
      redraw: () => revalidatePath('/plan'),
      describe: () => describeStepConflict(latest),
    };
  },
);
