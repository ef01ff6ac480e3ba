import { countLargeWork, refuseExport } from '@/lib/auth/person-throttle';
import { getUser } from '@/lib/auth/session';
import { DEFAULT_CAREER } from '@/lib/catalogue';
import { computeDayInZone } from '@/lib/domain/day';
import { renderAccountData } from '@/lib/export/account-data';
import { getAccountData } from '@/lib/queries/account-data';
import { saveAuditEvent } from '@/lib/queries/audit';

/** Everything of the account as one JSON file, which Import takes back. */
export async function GET(): Promise<Response> {
  const user = await getUser();
  if (!user)
    return new Response('Sign in to take your data away.', {
      status: 401,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  const wait = await countLargeWork(user.id, 'export');
  if (wait > 0) return refuseExport(wait);
  const accountData = await getAccountData(user.id, DEFAULT_CAREER);
  await saveAuditEvent({ personId: user.id, kind: 'data-exported' });
  const now = new Date();
  const { format, version, ...parts } = accountData;
  const day = computeDayInZone({ instant: now, timeZone: accountData.account?.timeZone ?? 'UTC' });
  const text = await renderAccountData({ format, version, exportedAt: now.toISOString(), ...parts });
  return new Response(text, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="rung-data-${day}.json"`,
    },
  });
}
