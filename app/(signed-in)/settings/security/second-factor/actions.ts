'use server';

import { z } from 'zod';
import { codeSchema } from '@/lib/auth/credentials-schema';
import { endOpenAddresses, endOtherSessions } from '@/lib/auth/end-access';
import { hashRecoveryCodes, makeRecoveryCodes } from '@/lib/auth/one-time-code';
import { proofFields } from '@/lib/auth/proof-schema';
import { beginSecondFactor, switchOnSecondFactor } from '@/lib/auth/second-factor';
import type { SignedInUser } from '@/lib/auth/session';
import { type ActionResult, refuseField, signedInAction } from '@/lib/http/action';
import { provenAction } from '@/lib/http/proven-action';
import { revalidatePath } from '@/lib/http/revalidate';
import { type AuditEvent, saveAuditEvent } from '@/lib/queries/audit';
import { getCredential } from '@/lib/queries/people';
import { deleteSecondFactor, saveRecoveryCodes } from '@/lib/queries/second-factors';

/** Recovery codes, shown this once: only their hashes are kept. */
type Codes = { codes: string[]; madeAt: string };

const show = (codes: string[]): ActionResult<Codes> => ({
  ok: true,
  data: { codes, madeAt: new Date().toISOString() },
});

export const beginSecondFactorAction = signedInAction(z.strictObject({}), async (user) => {
  if ((await getCredential(user.id)) === null)
    return { ok: false, message: 'Set a password first: the second factor is used together with it.' };
  if (!(await beginSecondFactor(user.id)))
    return { ok: false, message: 'A second factor is on already. Reload the page to see it.' };
  revalidatePath('/settings/security/second-factor');
  return { ok: true, data: null };
});

/** What comes with each change here: the proof, and what else is to end. */
const changeFields = {
  endSessions: z.literal('on').optional(),
  endFeed: z.literal('on').optional(),
  ...proofFields,
};
type Change = { endSessions?: 'on' | undefined; endFeed?: 'on' | undefined };

async function finish(
  user: SignedInUser,
  { endSessions, endFeed }: Change,
  kind: AuditEvent['kind'],
): Promise<void> {
  await saveAuditEvent({ personId: user.id, kind });
  if (endSessions) await endOtherSessions(user);
  if (endFeed) await endOpenAddresses(user.id);
  revalidatePath('/settings/security/second-factor');
}

const switchOnSchema = z.strictObject({ firstCode: codeSchema, ...changeFields });

export const switchOnSecondFactorAction = provenAction(
  switchOnSchema,
  async (user, { firstCode, ...change }): Promise<ActionResult<Codes>> => {
    const codes = await switchOnSecondFactor(user.id, { code: firstCode });
    if (codes === null)
      return refuseField('firstCode', 'This code does not fit. Check that your device’s clock is right.');
    await finish(user, change, 'second-factor-on');
    return show(codes);
  },
);

export const makeRecoveryCodesAction = provenAction(
  z.strictObject(changeFields),
  async (user, change): Promise<ActionResult<Codes>> => {
    const codes = makeRecoveryCodes();
    await saveRecoveryCodes(user.id, { codeHashes: hashRecoveryCodes(codes) });
    await finish(user, change, 'recovery-codes-made');
    return show(codes);
  },
);

export const switchOffSecondFactorAction = provenAction(
  z.strictObject(changeFields),
  async (user, change): Promise<ActionResult> => {
    if (await deleteSecondFactor(user.id)) await finish(user, change, 'second-factor-off');
    return { ok: true, data: null };
  },
);
