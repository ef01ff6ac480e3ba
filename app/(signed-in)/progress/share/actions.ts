'use server';

import { z } from 'zod';
import { makeLink } from '@/lib/auth/link-secret';
import type { SignedInUser } from '@/lib/auth/session';
import { loadCareer } from '@/lib/catalogue';
import { computeDayInZone, computeEndOfDay } from '@/lib/domain/day';
import { buildShareSchema } from '@/lib/domain/share/share';
import { type ActionResult, refuseField, signedInAction } from '@/lib/http/action';
import { revalidatePath } from '@/lib/http/revalidate';
import { saveAuditEvent } from '@/lib/queries/audit';
import { getAccount } from '@/lib/queries/people';
import { getKeptPlan } from '@/lib/queries/plans';
import { closeSharedPage, saveNewSharedPage } from '@/lib/queries/shared-pages';

const NOTHING_SHARED = 'Nothing was shared';

const buildSchema = async (user: SignedInUser) => {
  const { timeZone } = await getAccount(user.id);
  return buildShareSchema({ today: computeDayInZone({ instant: new Date(), timeZone }) });
};

/** The link is shown this once: only its hash is kept. */
export const sharePageAction = signedInAction(
  buildSchema,
  async (user, page): Promise<ActionResult<{ path: string; name: string }>> => {
    const career = loadCareer().id;
    const { timeZone } = await getAccount(user.id);
    if (page.kind === 'plan' && !(await getKeptPlan(user.id, career)))
      return refuseField('kind', 'You have no plan yet. Make one first.', NOTHING_SHARED);
    const endsAt = computeEndOfDay({ day: page.until, timeZone });
    const id = await saveNewSharedPage(user.id, { ...page, career, endsAt });
    const secret = await makeLink(user.id, { purpose: 'shared', detail: id, expiresAt: endsAt });
    await saveAuditEvent({ personId: user.id, kind: 'link-made', detail: { purpose: 'shared' } });
    revalidatePath('/progress/share');
    return { ok: true, data: { path: `/shared/${secret}`, name: page.name } };
  },
);

export const closeSharedPageAction = signedInAction(
  z.strictObject({ id: z.string().max(200) }),
  async (user, { id }) => {
    if (!(await closeSharedPage(user.id, { id })))
      return { ok: false, message: 'This one has ended already. Reload the page to see it.' };
    await saveAuditEvent({ personId: user.id, kind: 'link-revoked', detail: { purpose: 'shared' } });
    revalidatePath('/progress/share');
    return { ok: true, data: null };
  },
);
