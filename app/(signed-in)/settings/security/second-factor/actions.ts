'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { type ActionResult, refuseField, signedInAction } from '@/lib/action';
import { findConfirmRefusal } from '@/lib/auth/confirm-person';
import { codeSchema } from '@/lib/auth/credentials-schema';
import { hashRecoveryCodes, makeRecoveryCodes } from '@/lib/auth/one-time-code';
import { beginSecondFactor, switchOnSecondFactor } from '@/lib/auth/second-factor';
import { findCodeRefusal } from '@/lib/auth/second-step';
import type { SignedInUser } from '@/lib/auth/session';
import { saveAuditEvent } from '@/lib/queries/audit';
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

const proofSchema = z.strictObject({ code: codeSchema, password: z.string().max(1000).default('') });

export const switchOnSecondFactorAction = signedInAction(
  proofSchema,
  async (user, { code, password }): Promise<ActionResult<Codes>> => {
    const refusal = await findConfirmRefusal(user, password);
    if (refusal) return refuseField('password', refusal);
    const codes = await switchOnSecondFactor(user.id, { code });
    if (codes === null)
      return refuseField('code', 'This code does not fit. Check that your device’s clock is right.');
    await saveAuditEvent({ personId: user.id, kind: 'second-factor-on' });
    revalidatePath('/settings/security/second-factor');
    return show(codes);
  },
);

/** Asks for password and code together, as both are what is changed. */
async function findProofRefusal(user: SignedInUser, { code, password }: z.infer<typeof proofSchema>) {
  const refusal = await findConfirmRefusal(user, password);
  if (refusal) return refuseField('password', refusal);
  const wrong = await findCodeRefusal(user.id, code);
  return wrong ? refuseField('code', wrong) : null;
}

export const makeRecoveryCodesAction = signedInAction(
  proofSchema,
  async (user, proof): Promise<ActionResult<Codes>> => {
    const refusal = await findProofRefusal(user, proof);
    if (refusal) return refusal;
    const codes = makeRecoveryCodes();
    await saveRecoveryCodes(user.id, { codeHashes: hashRecoveryCodes(codes) });
    await saveAuditEvent({ personId: user.id, kind: 'recovery-codes-made' });
    revalidatePath('/settings/security/second-factor');
    return show(codes);
  },
);

export const switchOffSecondFactorAction = signedInAction(
  proofSchema,
  async (user, proof): Promise<ActionResult> => {
    const refusal = await findProofRefusal(user, proof);
    if (refusal) return refusal;
    if (await deleteSecondFactor(user.id))
      await saveAuditEvent({ personId: user.id, kind: 'second-factor-off' });
    revalidatePath('/settings/security/second-factor');
    return { ok: true, data: null };
  },
);
