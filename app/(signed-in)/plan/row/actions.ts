'use server';

import { z } from 'zod';
import { MOST_STEP_HOURS } from '@/lib/domain/limits';
import { pinStep } from '@/lib/domain/plan/choose-step';
import { completeStepRecord, type StepRecord, UNTOUCHED } from '@/lib/domain/step-progress';
import { typedNumber } from '@/lib/domain/typed-number-field';
import { type ActionResult, signedInAction } from '@/lib/http/action';
import { getDecimalSign } from '@/lib/http/request-context';
import { keepForecast } from '@/lib/plan/climb/keep-forecast';
import { loadPlanState } from '@/lib/plan/climb/plan-state';
import { saveGoal } from '@/lib/queries/goals';
import { listStepEvents, type StepProgress, saveStepProgress } from '@/lib/queries/step-progress';
import { describeStepConflict } from '@/lib/wording/plan-conflict';
import { computeShownPreferences } from '../shown-settings';
import { answerAt } from './answer-at';

const STATUSES = { start: 'in-progress', done: 'done', drop: 'dropped' } as const;

/** The page that the row stands on, where its outcome is shown. */
const onSchema = z.enum(['/plan', '/home']);
type On = z.infer<typeof onSchema>;

/** What a row's button says: what to do, with which step, and the event that the row was drawn from. */
const actSchema = z.strictObject({
  act: z
    .string()
    .max(500)
    .regex(/^(start|done|drop|undo|pin) \S+ \S*$/),
  on: onSchema,
});

/** One press on a row. Answers where its outcome stands. */
export const actOnStepAction = signedInAction<typeof actSchema, string>(
  actSchema,
  async (user, { act, on }) => {
    const [what = '', step = '', basedOn = ''] = act.split(' ');
    if (what === 'undo') return undo(user.id, { step, basedOn, on });
    if (what === 'pin') return pin(user.id, { step, on });
    const status = STATUSES[what as keyof typeof STATUSES];
    return record(user.id, { step, basedOn, on }, (before) => ({ ...before, status }));
  },
);

const buildHoursSchema = () =>
  z.strictObject({
    step: z.string().max(200),
    on: onSchema,
    basedOn: z.string().max(200),
    hours: typedNumber(getDecimalSign()).pipe(
      z
        .number({ error: 'Give the hours as a number such as 2 or 1.5.' })
        .positive({ error: 'Give more than 0 hours.' })
        .max(MOST_STEP_HOURS, { error: `Give at most ${MOST_STEP_HOURS} hours.` }),
    ),
  });

/** Adds hours to a step; one that was still to do is under way from then on. Answers where its outcome stands. */
export const logHoursAction = signedInAction<ReturnType<typeof buildHoursSchema>, string>(
  buildHoursSchema,
  (user, { hours, ...at }) =>
    record(user.id, at, (before) => ({
      ...before,
      status: before.status === 'todo' ? 'in-progress' : before.status,
      hoursSpent: Math.min(MOST_STEP_HOURS, Math.round(((before.hoursSpent ?? 0) + hours) * 100) / 100),
    })),
);

async function pin(userId: UserId, { step, on }: { step: string; on: On }): Promise<ActionResult<string>> {
  const { standing } = await loadPlanState(userId);
  const preferences = pinStep(computeShownPreferences(standing), step);
  const saved = await saveGoal(userId, {
    career: standing.career.id,
    role: standing.role.id,
    preferences,
    basedOn: standing.goal?.id ?? null,
  });
  return saved.ok
    ? answerAt({ word: 'pinned', id: step, step, on })
    : { ok: false, message: 'Your settings were changed in another tab meanwhile, so nothing was pinned.' };
}

type Place = { step: string; basedOn: string; on: On };
type UserId = Parameters<typeof loadPlanState>[0];

async function record(
  userId: UserId,
  { step, basedOn, on }: Place,
  change: (before: StepRecord) => StepRecord,
): Promise<ActionResult<string>> {
  const { standing, kept, progress } = await loadPlanState(userId);
  const { career, today } = standing;
  const before = progress.find((event) => event.step === step) ?? null;
  const isKnown = career.stepById.has(step) || before || kept?.followed.steps.some(({ id }) => id === step);
  if (!isKnown) return { ok: false, message: 'This step does not exist.' };
  const complete = completeStepRecord({
    record: change(pickRecord(before)),
    before,
    step: career.stepById.get(step),
    today,
  });
  return save(userId, { career: career.id, step, basedOn, complete, on, word: 'did' });
}

async function undo(userId: UserId, { step, basedOn, on }: Place): Promise<ActionResult<string>> {
  const { standing } = await loadPlanState(userId);
  const [latest, before = null] = await listStepEvents(userId, { career: standing.career.id, step });
  if (!latest) return { ok: false, message: 'There is nothing to undo here.' };
  const complete = pickRecord(before);
  return save(userId, { career: standing.career.id, step, basedOn, complete, on, word: 'undone' });
}

async function save(
  userId: UserId,
  {
    word,
    complete,
    basedOn,
    on,
    ...at
  }: { career: string; step: string; basedOn: string; complete: StepRecord; on: On; word: string },
): Promise<ActionResult<string>> {
  const saved = await saveStepProgress(userId, {
    ...at,
    ...complete,
    basedOn: basedOn || null,
  });
  if (!saved.ok) return { ok: false, message: describeStepConflict(saved.current) };
  keepForecast(userId);
  return answerAt({ word, id: saved.id, step: at.step, on });
}

function pickRecord(event: StepProgress | null): StepRecord {
  const { status, hoursSpent, startedOn, finishedOn, expiresOn, evidence, note } = event ?? UNTOUCHED;
  return { status, hoursSpent, startedOn, finishedOn, expiresOn, evidence, note };
}
