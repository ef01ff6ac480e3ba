import type { Gap } from '@/lib/domain/gap';
import { GapTable } from '../../gap-table';

export function TrialGap({ gap }: { gap: Gap }) {
  return (
    <section aria-labelledby="gap" className="flex flex-col gap-4">
      <h2 id="gap">Your gap to {gap.role.title}</h2>
      <p className="figure text-4xl">Readiness {gap.readiness}%</p>
      <GapTable rows={gap.rows} />
    </section>
  );
}
