import type { StepKind } from './catalogue';
import { addDays, addMonths, type Day } from './day';
import { orderSteps } from './plan/glance/row';
import type { StepRecord } from './step-progress';

/** Renewing is worth a line this long before a certificate lapses. */
const NOTICE_DAYS = 120;

/** A certificate that lapses too early: already, soon, or before the plan reaches its target. */
export type Lapse = {
  step: string;
  expiresOn: Day;
  when: 'lapsed' | 'soon' | 'before-target';
  /** Held already, or still to be earned by the plan. */
  isHeld: boolean;
};

/** What is asked of a plan of either edition. */
type PlanToRenew = {
  totals: { finish: Day | null };
  steps: readonly { id: string; kind: StepKind; finish: Day; startWeek: number; weeks: number }[];
};

/**
 * The certificates that a person should renew, the earliest lapse first: held ones that lapsed, lapse within
 * 120 days or lapse before the plan's last day, and planned ones whose validity by the catalogue ends before it.
 */
export function listLapses({
  career,
  plan,
  records,
  today,
}: {
  career: { stepById: ReadonlyMap<string, { validityMonths: number | null }> };
  plan: PlanToRenew | null;
  records: readonly (StepRecord & { step: string })[];
  today: Day;
}): Lapse[] {
  const target = plan?.totals.finish ?? null;
  const judge = (expiresOn: Day): Lapse['when'] | null => {
    if (expiresOn < today) return 'lapsed';
    if (target && expiresOn < target) return 'before-target';
    return expiresOn <= addDays(today, NOTICE_DAYS) ? 'soon' : null;
  };
  const held = records.flatMap(({ step, status, expiresOn }) => {
    const when = status === 'done' && expiresOn ? judge(expiresOn) : null;
    return when && expiresOn ? [{ step, expiresOn, when, isHeld: true }] : [];
  });
  const done = new Set(records.filter(({ status }) => status === 'done').map(({ step }) => step));
  const planned = orderSteps(plan?.steps ?? []).flatMap(({ id, kind, finish }) => {
    const months = career.stepById.get(id)?.validityMonths ?? null;
    if (kind !== 'certification' || months === null || done.has(id)) return [];
    const expiresOn = addMonths(finish, months);
    return target && expiresOn < target
      ? [{ step: id, expiresOn, when: 'before-target' as const, isHeld: false }]
      : [];
  });
  return [...held, ...planned].sort((one, other) => (one.expiresOn < other.expiresOn ? -1 : 1));
}
