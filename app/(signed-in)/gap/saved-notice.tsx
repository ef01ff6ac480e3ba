import type { ReactNode } from 'react';
import { Notice } from '@/components/notice';
import type { UserId } from '@/lib/auth/user-id';
import { collectRatings, computeRatingChange } from '@/lib/domain/rating-change';
import { loadStanding } from '@/lib/plan/standing';
import { getCheckIn, listRatingsBefore } from '@/lib/queries/check-ins';
import { describeRatingChange } from '@/lib/wording/rating-change';

/** What the check-in that led here did: readiness before and after, and the skills that moved. */
export async function SavedNotice({
  userId,
  id,
  children,
}: {
  userId: UserId;
  id: string;
  /** What else is to be said after a check-in. */
  children: ReactNode;
}) {
  const [checkIn, standing] = await Promise.all([getCheckIn(userId, id), loadStanding(userId)]);
  if (!checkIn) return <Notice>Check-in saved. This is where it puts you.</Notice>;
  const role = standing.second.roleById.get(standing.role.id);
  const before = await listRatingsBefore(userId, checkIn);
  const change =
    role &&
    computeRatingChange(standing.second, {
      role,
      before: collectRatings(before),
      after: collectRatings([...before, ...checkIn.ratings]),
    });
  return (
    <Notice>
      <span>{`Check-in saved. ${(change && describeRatingChange(change)) ?? 'Nothing moved.'}`}</span>{' '}
      <a href={`/progress/${encodeURIComponent(id)}#correct`}>Correct it</a>
      {children}
    </Notice>
  );
}
