import type { Metadata } from 'next';
import { Notice } from '@/components/notice';
import { requireUserOrPost } from '@/lib/auth/session';
import type { UserId } from '@/lib/auth/user-id';
import { computeHoursLeft } from '@/lib/domain/plan/hours-left';
import { loadStanding } from '@/lib/plan/standing';
import { getPlan } from '@/lib/queries/plans';
import { listStepProgress } from '@/lib/queries/step-progress';
import { SignedOutPost } from '../signed-out-post';
import { buildGapView } from './build-gap-view';
import { GapView } from './gap-view';

export const metadata: Metadata = { title: 'Your gap' };

type Search = { role?: string | string[]; saved?: string | string[]; set?: string | string[] };

export default async function GapPage({ searchParams }: { searchParams: Promise<Search> }) {
  const user = await requireUserOrPost('/gap');
  if (!user) return <SignedOutPost />;
  const search = await searchParams;
  const standing = await loadStanding(user.id);
  const { career } = standing;
  const asked = typeof search.role === 'string' ? career.roleById.get(search.role) : undefined;
  const role = asked ?? standing.role;
  const hoursLeft = standing.planRole === role.id ? await loadHoursLeft(user.id, career.id) : null;
  return (
    <>
      {search.saved ? (
        <div className="mb-6">
          <Notice>Check-in saved. This is where it puts you.</Notice>
        </div>
      ) : null}
      {search.set ? (
        <div className="mb-6">
          <Notice>{`Goal set: ${standing.role.title}.`}</Notice>
        </div>
      ) : null}
      <GapView view={buildGapView({ standing, role, hoursLeft })} />
    </>
  );
}

/** Null where the plan has gone since. */
async function loadHoursLeft(userId: UserId, career: string): Promise<number | null> {
  const [plan, progress] = await Promise.all([getPlan(userId, career), listStepProgress(userId, career)]);
  return plan && computeHoursLeft(plan.document, progress);
}
