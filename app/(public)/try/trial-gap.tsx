import { loadCareer } from '@/lib/catalogue';
import { findClosingSteps } from '@/lib/domain/climb/closing-steps';
import type { Profile } from '@/lib/domain/climb/profile';
import { computeStanding, listTrue } from '@/lib/domain/climb/standing';
import { describeGapRow, listOpened, sortBySize } from '@/lib/wording/gap-rows';
import { GapTable } from '../../gap-table';

export function TrialGap({ profile }: { profile: Profile }) {
  const career = loadCareer(profile.career);
  const role = career.roleById.get(profile.role);
  if (!role) throw new Error(`The career ${career.id} has no role ${profile.role}.`);
  const gap = computeStanding(career, { role, ratings: profile });
  const footing = {
    held: listTrue(career, profile),
    isInWork: profile.posts.some(({ current }) => current),
    preferences: profile.preferences,
  };
  const rows = sortBySize(gap.rows).map((row) =>
    describeGapRow(career, {
      row,
      closing: findClosingSteps(career, { missing: listOpened(row), footing }),
    }),
  );
  return (
    <section aria-labelledby="gap" className="flex flex-col gap-4">
      <h2 id="gap">Your gap to {role.title}</h2>
      <p className="figure text-3xl">Readiness {gap.readiness}%</p>
      <GapTable rows={rows} />
    </section>
  );
}
