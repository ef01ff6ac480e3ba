import 'server-only';
import type * as core from 'zod/v4/core';
import { prove } from '@/lib/auth/proof';
import type { Proof } from '@/lib/auth/proof-schema';
import type { SignedInUser } from '@/lib/auth/session';
import { type ActionResult, type ActionState, signedInAction } from './action';

/**
 * Makes a server action for what a stolen cookie or a borrowed browser must not do: the handler runs once the person has
 * proved who they are. The schema holds `proofFields`, and the form `ProofFields`.
 */
export function provenAction<Schema extends core.$ZodType<Proof>, T = null>(
  schema: Schema,
  handler: (user: SignedInUser, input: core.output<Schema>) => Promise<ActionResult<T>>,
  options: { isAnew?: boolean } = {},
): (previous: ActionState<T>, formData: FormData) => Promise<ActionResult<T>> {
  return signedInAction(schema, async (user, input): Promise<ActionResult<T>> => {
    const proven = await prove(user, input, options);
    return proven.ok ? handler(proven.user, input) : proven;
  });
}
