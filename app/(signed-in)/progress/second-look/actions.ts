'use server';

import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { z } from 'zod';
import { findDeedRefusal } from '@/lib/auth/deed-throttle';
import { makeLink } from '@/lib/auth/link-secret';
import type { SignedInUser } from '@/lib/auth/session';
import { loadCareer } from '@/lib/catalogue';
import { computeDayInZone, computeEndOfDay } from '@/lib/domain/day';
import { buildAgreeSchema } from '@/lib/domain/second-look/agree';
import { buildAskSchema } from '@/lib/domain/second-look/ask';
import { compareLevels, settleAgreement } from '@/lib/domain/second-look/compare';
import { type ActionResult, signedInAction } from '@/lib/http/action';
import { readOrigin } from '@/lib/http/origin';
import { revalidatePath } from '@/lib/http/revalidate';
import { saveAgreement } from '@/lib/queries/agreed-ratings';
import { saveAuditEvent } from '@/lib/queries/audit';
import { getAccount, saveAccount } from '@/lib/queries/people';
import { listGivenAnswers } from '@/lib/queries/second-look-answers';
import { closeSecondLook, saveNewSecondLook } from '@/lib/queries/second-looks';
import { isMailOn } from '@/lib/reminders/mail';
import { mailSecondLook } from '@/lib/reminders/second-look-mail';
import { formatDay } from '@/lib/wording/format';

const buildSchema = async (user: SignedInUser) => {
  const { timeZone } = await getAccount(user.id);
  return buildAskSchema({
    skills: loadCareer().skills.map(({ id }) => id),
    today: computeDayInZone({ instant: new Date(), timeZone }),
  });
};

/** The link is shown this once: only its hash is kept. */
export const askForSecondLookAction = signedInAction(
  buildSchema,
  async (
    user,
    { email, ...look },
  ): Promise<ActionResult<{ path: string; name: string; mailedTo: string }>> => {
    const account = await getAccount(user.id);
    const { timeZone } = account;
    const isMailed = email !== '' && isMailOn && account.emailVerifiedAt !== null;
    const refusal = isMailed
      ? await findDeedRefusal('second-look-mail', { recipient: email.toLowerCase(), accountId: user.id })
      : null;
    if (refusal !== null) return { ok: false, message: refusal };
    const endsAt = computeEndOfDay({ day: look.until, timeZone });
    const id = await saveNewSecondLook(user.id, { ...look, career: loadCareer().id, endsAt });
    const secret = await makeLink(user.id, { purpose: 'second-look', detail: id, expiresAt: endsAt });
    await saveAuditEvent({ personId: user.id, kind: 'link-made', detail: { purpose: 'second-look' } });
    const path = `/second-look/${secret}`;
    const link = `${await readOrigin()}${path}`;
    const until = formatDay(look.until);
    const skills = look.skills.length;
    if (isMailed) after(() => mailSecondLook({ to: email, asker: account.name, link, skills, until }));
    revalidatePath('/progress/second-look');
    return { ok: true, data: { path, name: look.name, mailedTo: isMailed ? email : '' } };
  },
);

export const closeSecondLookAction = signedInAction(
  z.strictObject({ id: z.string().max(200) }),
  async (user, { id }) => {
    if (!(await closeSecondLook(user.id, { id })))
      return { ok: false, message: 'This one has ended already. Reload the page to see it.' };
    await saveAuditEvent({ personId: user.id, kind: 'link-revoked', detail: { purpose: 'second-look' } });
    revalidatePath('/progress/second-look');
    return { ok: true, data: null };
  },
);

export const chooseLevelKindAction = signedInAction(
  z.strictObject({ kind: z.enum(['own', 'agreed']) }),
  async (user, { kind }) => {
    await saveAccount(user.id, { settings: { isAgreedUsed: kind === 'agreed' } });
    revalidatePath('/progress/second-look');
    return { ok: true, data: null };
  },
);

/** Saves what both agree on as a series of its own. Only what both had given blind can be agreed on. */
export const saveAgreementAction = signedInAction(
  () => buildAgreeSchema(loadCareer().skills),
  async (user, { look, requestKey, ratings }): Promise<ActionResult> => {
    const career = loadCareer();
    const given = await listGivenAnswers(user.id, career.id, { secondLookId: look });
    const agreed = given.flatMap(({ skill: id, own, second }) => {
      const skill = career.skillById.get(id);
      const { level = null, ticked = [] } = ratings[id] ?? {};
      if (!skill || !second || level === null) return [];
      return [{ skill: id, ...settleAgreement(compareLevels(skill, { own, second }), { level, ticked }) }];
    });
    const [first] = given;
    if (!first || agreed.length === 0)
      return { ok: false, message: 'Nothing was saved yet: choose an agreed level for at least one skill.' };
    await saveAgreement(user.id, {
      requestKey,
      career: career.id,
      catalogue: career.version,
      name: first.name,
      secondLookId: look,
      ratings: agreed,
    });
    revalidatePath('/progress');
    redirect(`/progress/second-look?agreed=${agreed.length}#agreed`);
  },
);
