import { getUser } from '@/lib/auth/session';
import { DEFAULT_CAREER } from '@/lib/catalogue';
import { computeDayInZone } from '@/lib/domain/day';
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
  const accountData = await getAccountData(user.id, DEFAULT_CAREER);
  await saveAuditEvent({ personId: user.id, kind: 'data-exported' });
  const now = new Date();
  const { format, version, ...parts } = accountData;
  const day = computeDayInZone({ instant: now, timeZone: accountData.account?.timeZone ?? 'UTC' });
  // A line a value, so that what Import says of a line can be found in an editor.
  return new Response(JSON.stringify({ format, version, exportedAt: now.toISOString(), ...parts }, null, 1), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="rung-data-${day}.json"`,
    },
  });
}
