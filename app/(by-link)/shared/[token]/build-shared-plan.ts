import 'server-only';
import { nameEntry, nameStage } from '@/lib/domain/plan/glance/names';
import { listRows } from '@/lib/domain/plan/glance/row';
import { findSafeUrl } from '@/lib/export/exporter';
import type { Words } from '@/lib/export/words';
import type { PlanState } from '@/lib/plan/climb/plan-state';
import { STEP_KIND_LABELS } from '@/lib/wording/step-kinds';

const STATUS = { todo: 'to do', 'in-progress': 'in progress', done: 'done', dropped: 'dropped' } as const;

export type SharedPlanView = ReturnType<typeof buildSharedPlan>;

/** A plan as somebody else reads it: steps, days and how they stand; no prices, no notes. Null where there is none. */
export function buildSharedPlan(
  { standing, kept, progress }: PlanState,
  { hasEvidence, words }: { hasEvidence: boolean; words: Words },
) {
  if (!kept) return null;
  const { career, today } = standing;
  const { role, steps, stages, totals } = kept.followed;
  const rows = listRows(steps, { records: progress, today });
  const done = rows.filter(({ status }) => status === 'done').length;
  return {
    role: nameEntry(career, role),
    summary: [
      `${words.number(done)} of ${words.count(rows.length, 'step')} done`,
      ...(totals.finish ? [`planned to be ready by ${words.day(totals.finish)}`] : []),
    ].join(', '),
    stages: stages
      .map((stage, place) => ({
        id: String(place),
        name: nameStage(career, stage),
        end: `${place === stages.length - 1 ? 'Ready for' : 'Then'} ${nameEntry(career, stage.until)}`,
        rows: rows
          .filter(({ step }) => step.stage === place)
          .map(({ step, status, recorded }) => ({
            id: step.id,
            title: step.title,
            url: findSafeUrl(step.url),
            kind: STEP_KIND_LABELS[step.kind],
            days: `${words.day(step.start)} to ${words.day(step.finish)}`,
            hours: step.hoursByWeek.length > 0 ? words.count(step.hours, 'hour') : 'full time',
            status: STATUS[status],
            evidence: hasEvidence ? (recorded?.evidence ?? null) : null,
          })),
      }))
      .filter((stage) => stage.rows.length > 0),
  };
}
