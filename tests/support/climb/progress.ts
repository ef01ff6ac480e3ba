import type { PlanDocument } from '@/lib/domain/climb/document';
import type { Profile } from '@/lib/domain/climb/profile';
import { addDays, type Day } from '@/lib/domain/day';
import { type StepRecord, UNTOUCHED } from '@/lib/domain/step-progress';

type Progress = (StepRecord & { step: string })[];

/** What was recorded of a plan by the beginning of a week where all went as planned. */
export function followUntil(plan: PlanDocument, week: number): Progress {
  return plan.steps.flatMap((step): Progress => {
    if (step.startWeek >= week) return [];
    const isOver = step.startWeek + step.weeks <= week;
    const hours = step.hoursByWeek.slice(0, week - step.startWeek).reduce((sum, count) => sum + count, 0);
    return [
      {
        ...UNTOUCHED,
        step: step.id,
        status: isOver ? 'done' : 'in-progress',
        startedOn: step.start,
        finishedOn: isOver ? step.finish : null,
        hoursSpent: hours,
      },
    ];
  });
}

/** The person as they stand after it: what finished steps taught is true. */
export function afterwards(profile: Profile, plan: PlanDocument, records: Progress): Profile {
  const done = records.filter(({ status }) => status === 'done').map(({ step }) => step);
  const taught = plan.steps.filter(({ id }) => done.includes(id)).flatMap(({ teaches }) => teaches);
  return { ...profile, also: [...new Set([...profile.also, ...taught])].sort(), done };
}

export function dayOf(plan: PlanDocument, week: number): Day {
  return addDays(plan.profile.preferences.start, 7 * week);
}
