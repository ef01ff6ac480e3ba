'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { DEFAULT_CAREER } from '@/lib/catalogue';
import { basedOnSchema } from '@/lib/domain/based-on';
import { startPost } from '@/lib/domain/climb/follow/start-post';
import { plannedDaySchema } from '@/lib/domain/day';
import { holdDate } from '@/lib/domain/plan/choose-step';
import { refuseField, signedInAction } from '@/lib/http/action';
import { revalidatePath } from '@/lib/http/revalidate';
import { priceLetStand } from '@/lib/plan/climb/choices';
import { findLateness, moveKeptStep, readGoalPreferences } from '@/lib/plan/climb/follow-now';
import { computePlanAfterStarting } from '@/lib/plan/climb/from-here';
import { keepForecast } from '@/lib/plan/climb/keep-forecast';
import { loadPlanState } from '@/lib/plan/climb/plan-state';
import { describeNoPlan } from '@/lib/plan/proof';
import { listHeldPosts } from '@/lib/queries/held-posts';
import { savePlan, savePlanWithGoal } from '@/lib/queries/plans';
import { savePostStart } from '@/lib/queries/post-start';
import { describeMoveRefusal } from '@/lib/wording/plan-move';
import { computeShownPreferences } from '../shown-settings';

const NO_PLAN = { ok: false as const, message: 'There is no plan to move. Make one first.' };
const REPLACED = {
  ok: false as const,
  message:
    'This plan was replaced in another tab meanwhile, so nothing was moved. The page now shows the other one.',
};

const NOT_STARTED = {
  ok: false as const,
  message:
    'Your plan or your posts were changed in another tab meanwhile, so nothing was saved. The page now shows how they stand: press once more.',
};

/** Moves all that is left of a late plan on from today. */
export const moveAllAction = signedInAction(
  z.strictObject({ basedOn: basedOnSchema }),
  async (user, { basedOn }) => {
    const { kept, ...state } = await loadPlanState(user.id);
    if (!kept) return NO_PLAN;
    const lateness = findLateness({ ...state, kept });
    if (!lateness?.document)
      return { ok: false, message: 'Nothing is late any more. Your plan stays as it is.' };
    const saved = await savePlan(user.id, { document: lateness.document, reason: 'moved', basedOn });
    revalidatePath('/plan');
    if (!saved.ok) return REPLACED;
    keepForecast(user.id);
    redirect('/plan?made=1#plan');
  },
);

/** Moves one step to the week of a day, as far as the rules allow; the date is a choice of the person's from then on. */
export const moveStepAction = signedInAction(
  z.strictObject({ step: z.string().max(200), to: plannedDaySchema, basedOn: basedOnSchema }),
  async (user, { step, to, basedOn }) => {
    const { kept, ...state } = await loadPlanState(user.id);
    if (!kept) return NO_PLAN;
    const moved = moveKeptStep({ ...state, kept }, { step, to });
    if (moved.kind === 'moved') {
      const { career, role, goal } = state.standing;
      const preferences = holdDate(readGoalPreferences({ ...state, kept }), { step, on: to });
      const isSaved = await savePlanWithGoal(user.id, {
        goal: { career: career.id, role: role.id, preferences, basedOn: goal?.id ?? null },
        plan: { document: moved.document, reason: 'moved', basedOn },
      });
      revalidatePath('/plan');
      if (!isSaved) return REPLACED;
      keepForecast(user.id);
      redirect(`/plan?moved=${encodeURIComponent(step)}#${step}`);
    }
    return refuseField('to', describeMoveRefusal(state.standing.career, moved), 'Nothing was moved');
  },
);

/** Leaves open what only a dropped step would have taught, and keeps the plan that does. */
export const letStandAction = signedInAction(
  z.strictObject({ step: z.string().max(200), basedOn: basedOnSchema }),
  async (user, { step, basedOn }) => {
    const { kept, ...state } = await loadPlanState(user.id);
    if (!kept) return NO_PLAN;
    const choice = await priceLetStand({ ...state, kept }, step);
    if (!choice || choice.answer.document.status === 'infeasible')
      return { ok: false, message: 'There is no plan that leaves this open within your limits.' };
    const { career, role, goal } = state.standing;
    const { document, reason } = choice.answer;
    const isSaved = await savePlanWithGoal(user.id, {
      goal: {
        career: career.id,
        role: role.id,
        preferences: choice.settings.preferences,
        basedOn: goal?.id ?? null,
      },
      plan: { document, reason, basedOn },
    });
    revalidatePath('/plan');
    if (!isSaved) return REPLACED;
    keepForecast(user.id);
    redirect('/plan?made=1#plan');
  },
);

/** "I have started as …": records the post, ends those held until now, and plans the next stage; all of it or nothing. */
export const startPostAction = signedInAction(
  z.strictObject({ post: z.string().max(200), startedOn: plannedDaySchema, basedOn: basedOnSchema }),
  async (user, { post, startedOn, basedOn }) => {
    const here = await loadPlanState(user.id);
    const { career, today } = here.standing;
    if (!career.postById.has(post)) return { ok: false, message: 'This post does not exist.' };
    if (startedOn > today) return refuseField('startedOn', 'Give a day that has come.');
    const held = await listHeldPosts(user.id, DEFAULT_CAREER);
    const { added, ended } = startPost(held, { post, startedOn });
    const preferences = computeShownPreferences(here.standing);
    const { document, reason } = await computePlanAfterStarting(here, { held, added, ended, preferences });
    const isPlanned = document.status !== 'infeasible';
    const changedAtOf = new Map(held.map(({ id, changedAt }) => [id, changedAt]));
    const isSaved = await savePostStart(user.id, {
      career: DEFAULT_CAREER,
      added,
      ended: ended.map((one) => ({ ...one, basedOn: changedAtOf.get(one.id) ?? '' })),
      plan: isPlanned ? { document, reason, basedOn } : null,
    });
    revalidatePath('/plan');
    if (!isSaved) return NOT_STARTED;
    keepForecast(user.id);
    if (isPlanned) redirect('/plan?made=1#plan');
    return {
      ok: false,
      message: `Your post is recorded. For what comes next ${describeNoPlan(document)}; look at the settings of your plan.`,
    };
  },
);
