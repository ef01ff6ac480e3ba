import { countLargeWork, refuseExport } from '@/lib/auth/person-throttle';
import { getUser } from '@/lib/auth/session';
import { DEFAULT_CAREER, loadCareer } from '@/lib/catalogue';
import { computeDayInZone } from '@/lib/domain/day';
import { type OtherLevel, renderRatingsCsv } from '@/lib/export/ratings-csv';
import { listAgreedRatings } from '@/lib/queries/agreed-ratings';
import { listCheckIns } from '@/lib/queries/check-ins';
import { getAccount } from '@/lib/queries/people';
import { listGivenAnswers } from '@/lib/queries/second-look-answers';

/** Every level as a table for a spreadsheet or a statistics program, each with whose it is. */
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
  const [{ timeZone }, checkIns, given, talks] = await Promise.all([
    getAccount(user.id),
    listCheckIns(user.id, career.id),
    listGivenAnswers(user.id, career.id),
    listAgreedRatings(user.id, career.id),
  ]);
  const others = [
    ...given.flatMap(({ skill, second, name: by, changedAt: at }): OtherLevel[] =>
      second ? [{ kind: 'second look', by, at, skill, ...second }] : [],
    ),
    ...talks.map(
      ({ name: by, agreedAt: at, ...rating }): OtherLevel => ({ kind: 'agreed', by, at, ...rating }),
    ),
  ];
  const day = computeDayInZone({ instant: new Date(), timeZone });
  return new Response(await renderRatingsCsv({ career, checkIns, others, timeZone }), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="rung-ratings-${day}.csv"`,
    },
  });
}
