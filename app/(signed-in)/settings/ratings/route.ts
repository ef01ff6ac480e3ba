import { countLargeWork, refuseExport } from '@/lib/auth/person-throttle';
import { getUser } from '@/lib/auth/session';
import { DEFAULT_CAREER, loadCareer } from '@/lib/catalogue';
import { computeDayInZone } from '@/lib/domain/day';
import { renderRatingsCsv } from '@/lib/export/ratings-csv';
import { listCheckIns } from '@/lib/queries/check-ins';
import { getAccount } from '@/lib/queries/people';

/** Every rating as a table for a spreadsheet or a statistics program: one row a skill and check-in. */
export async function GET(): Promise<Response> {
  const user = await getUser();
  if (!user)
    return new Response('Sign in to take your ratings away.', {
      status: 401,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  const wait = await countLargeWork(user.id, 'export');
  if (wait > 0) return refuseExport(wait);
  const career = loadCareer(DEFAULT_CAREER);
  const [{ timeZone }, checkIns] = await Promise.all([getAccount(user.id), listCheckIns(user.id, career.id)]);
  const day = computeDayInZone({ instant: new Date(), timeZone });
  return new Response(await renderRatingsCsv({ career, checkIns, timeZone }), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="rung-ratings-${day}.csv"`,
    },
  });
}
