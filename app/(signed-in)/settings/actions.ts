'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { signOut } from '@/lib/auth/auth';
import { endCalendarAddress } from '@/lib/auth/end-access';
import { makeLink } from '@/lib/auth/link-secret';
import { countLargeWork, describeWait } from '@/lib/auth/person-throttle';
import { proofFields } from '@/lib/auth/proof-schema';
import { DEFAULT_CAREER, loadCareer } from '@/lib/catalogue';
import { computeDayInZone } from '@/lib/domain/day';
import { buildDefaultPreferences } from '@/lib/domain/plan/settings';
import { settingsFormSchema, toAccountEntries } from '@/lib/domain/settings';
import { signedInAction } from '@/lib/http/action';
import { provenAction } from '@/lib/http/proven-action';
import { revalidatePath } from '@/lib/http/revalidate';
import { weighImport } from '@/lib/import/weigh';
import { saveImport } from '@/lib/queries/account-import';
import { deleteAccount } from '@/lib/queries/accounts';
import { saveAuditEvent } from '@/lib/queries/audit';
import { deletePendingImport, getPendingImport, savePendingImport } from '@/lib/queries/pending-imports';
import { getAccount, saveAccount } from '@/lib/queries/people';
import { describeImport } from '@/lib/wording/import';
import { describeSettingsConflict } from './describe-settings-conflict';

/** Writes only what was changed: an old tab must not take back what another saved, least of all that mail was stopped. */
export const saveSettingsAction = signedInAction(
  settingsFormSchema,
  async (user, { settings, ...columns }, { isChanged }) => {
    await saveAccount(user.id, { ...pick(columns, isChanged), settings: pick(settings, isChanged) });
    revalidatePath('/settings');
    return { ok: true, data: null };
  },
  async (user) => {
    const account = await getAccount(user.id);
    return {
      entries: toAccountEntries(account),
      redraw: () => revalidatePath('/settings'),
      describe: (names) => describeSettingsConflict(account, names),
    };
  },
);

function pick<T extends object>(values: T, isWanted: (name: string) => boolean): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => isWanted(name))) as Partial<T>;
}

/** The address is shown this once: only its hash is kept. A new one ends the one before. */
export const makeFeedAction = provenAction(z.strictObject(proofFields), async (user) => {
  const secret = await makeLink(user.id, { purpose: 'feed', expiresAt: null });
  await saveAuditEvent({ personId: user.id, kind: 'link-made' });
  revalidatePath('/settings');
  return { ok: true, data: { path: `/feed/${secret}.ics` } };
});

export const deleteFeedAction = signedInAction(z.strictObject({}), async (user) => {
  await endCalendarAddress(user.id);
  revalidatePath('/settings');
  return { ok: true, data: null };
});

const IMPORT_MAX_BYTES = 16 * 1024 * 1024;

const importSchema = z.strictObject({
  file: z
    .file({ error: 'Choose the data file first.' })
    .max(IMPORT_MAX_BYTES, { error: 'Choose a file of at most 16 MB.' }),
});

function refuseImport(problems: readonly string[]) {
  return {
    ok: false as const,
    message: ['This file was not taken, and nothing was changed.', ...problems].join('\n'),
  };
}

/** The first step: reads the file, keeps it for the second, and says what that would do. */
export const importAction = signedInAction(importSchema, async (user, { file }) => {
  const wait = await countLargeWork(user.id, 'import');
  if (wait > 0)
    return refuseImport([`You have sent very many files. Wait ${describeWait(wait)} and try again.`]);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return refuseImport(['It is not UTF-8 text, as a file from Rung is.']);
  }
  const weighed = await weighImport(user.id, text);
  if (!weighed.ok) return refuseImport(weighed.problems);
  const { timeZone } = await getAccount(user.id);
  const pendingId = await savePendingImport(user.id, text);
  return {
    ok: true,
    data: {
      pendingId,
      fileName: file.name,
      ...describeImport(weighed.merge, { career: loadCareer(DEFAULT_CAREER), timeZone }),
    },
  };
});

const confirmSchema = z.strictObject({ pendingId: z.string().max(100) });

/** The second step: weighs the kept file again, since the account may have moved on, and saves it whole. */
export const confirmImportAction = signedInAction(confirmSchema, async (user, { pendingId }) => {
  const text = await getPendingImport(user.id, pendingId);
  if (text === null)
    return {
      ok: false,
      message: 'This file was replaced by another or is over an hour old: import it again.',
    };
  const weighed = await weighImport(user.id, text);
  if (!weighed.ok) return refuseImport(weighed.problems);
  const career = loadCareer(DEFAULT_CAREER);
  const { timeZone, region } = await getAccount(user.id);
  await saveImport(user.id, {
    plan: weighed.merge,
    career: career.id,
    catalogue: career.version,
    preferences: buildDefaultPreferences({
      today: computeDayInZone({ instant: new Date(), timeZone }),
      region,
    }),
  });
  await deletePendingImport(user.id, pendingId);
  await saveAuditEvent({ personId: user.id, kind: 'data-imported' });
  revalidatePath('/settings');
  redirect(`/settings?imported=${weighed.merge.added.checkIns.length}`);
});

/** Asks anew in any case, since nobody can bring an account back. */
export const deleteAccountAction = provenAction(
  z.strictObject(proofFields),
  async (user) => {
    await deleteAccount(user.id);
    await signOut({ redirectTo: '/sign-in?deleted=yes' });
    return { ok: true, data: null };
  },
  { isAnew: true },
);
