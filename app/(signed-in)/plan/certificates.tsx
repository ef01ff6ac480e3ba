import type { Career } from '@/lib/domain/career/career';
import { type Lapse, listLapses } from '@/lib/domain/certificate';
import type { Followed } from '@/lib/domain/climb/follow/followed';
import type { Day } from '@/lib/domain/day';
import type { StepProgress } from '@/lib/queries/step-progress';
import { formatDay } from '@/lib/wording/format';

/** A line for each certificate to renew, before it lapses. */
export function Certificates({
  career,
  plan,
  progress,
  today,
}: {
  career: Career;
  plan: Followed;
  progress: readonly StepProgress[];
  today: Day;
}) {
  const lapses = listLapses({ career, plan, records: progress, today });
  if (lapses.length === 0) return null;
  return (
    <details open={lapses.some(({ when }) => when !== 'before-target') || undefined}>
      <summary>{`Certificates to renew, ${lapses.length}`}</summary>
      <ul className="mt-2 flex flex-col gap-2">
        {lapses.map((lapse) => (
          <li key={lapse.step}>{describeLapse(lapse, career)}</li>
        ))}
      </ul>
    </details>
  );
}

function describeLapse({ step, expiresOn, when, isHeld }: Lapse, career: Career): string {
  const title = career.stepById.get(step)?.title ?? step;
  const day = formatDay(expiresOn);
  if (!isHeld)
    return `${title}, earned when planned, would lapse on ${day} (estimate), before you reach your target: plan for a renewal.`;
  if (when === 'lapsed') return `${title} lapsed on ${day}. Renew it to be able to show it again.`;
  return when === 'before-target'
    ? `${title} lapses on ${day}, before your plan reaches its target: renew it by then.`
    : `${title} lapses on ${day}: renew it by then.`;
}
