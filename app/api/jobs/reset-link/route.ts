import { makeAccountLink } from '@/lib/auth/account-link';
import { linkRequestSchema } from '@/lib/auth/credentials-schema';
import { isCommand } from '@/lib/command-key';
import { saveAuditEvent } from '@/lib/queries/audit';
import { getPersonByEmail } from '@/lib/queries/people';

/** Makes a link that sets a new password, for `npm run reset-link`. To everybody else this address does not exist. */
export async function POST(request: Request): Promise<Response> {
  if (!isCommand(request.headers)) return new Response('There is nothing here.', { status: 404 });
  const parsed = linkRequestSchema.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return new Response('Give an email address.', { status: 400 });
  const person = await getPersonByEmail(parsed.data.email);
  if (person === null) return new Response('No account has this address.', { status: 422 });
  const secret = await makeAccountLink(person.id, { purpose: 'reset-password' });
  await saveAuditEvent({ personId: person.id, kind: 'link-made', detail: { purpose: 'reset-password' } });
  return new Response(secret);
}
