'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { countLargeWork, describeWait } from '@/lib/auth/person-throttle';
import { DEFAULT_CAREER, loadCareer } from '@/lib/catalogue';
import { addDays, type Day } from '@/lib/domain/day';
import { matchResume, type ResumeMatches } from '@/lib/domain/resume/match-resume';
import { RESUME_MAX_BYTES, readResume } from '@/lib/domain/resume/read-resume';
import {
  buildCertificateSchema,
  buildChangedPostSchema,
  buildHeldPostSchema,
  buildHoldingsSchema,
  buildResumeConfirmationSchema,
  toHoldingsEntries,
} from '@/lib/domain/work-forms';
import { signedInAction } from '@/lib/http/action';
import { revalidatePath } from '@/lib/http/revalidate';
import { saveHeldCertificate, saveNotHeldCertificate } from '@/lib/plan/held-certificates';
import { saveResumeMatches } from '@/lib/plan/save-resume-matches';
import { deleteHeldPost, listHeldPosts, saveHeldPost, saveNewHeldPosts } from '@/lib/queries/held-posts';
import { listHoldings, saveHoldings } from '@/lib/queries/holdings';
import { listShownHoldings } from './shown-holdings';
import { toPostEntries, toRemovedSearch } from './work-fields';

const career = () => loadCareer(DEFAULT_CAREER);
/** A day further than any clock of a person: where they are it may be tomorrow already. */
const latestDay = (): Day => addDays(new Date().toISOString().slice(0, 10), 1);

const GONE =
  'This does not exist any more, or was changed in another tab meanwhile. Reload the page to see it.';
const CHANGED_ELSEWHERE =
  'This was changed in another tab meanwhile, so nothing was saved here: please look at the marked fields.';

export const addPostAction = signedInAction(
  () => buildHeldPostSchema(career(), latestDay()),
  async (user, post) => {
    const [id] = await saveNewHeldPosts(user.id, { career: DEFAULT_CAREER, posts: [post] });
    revalidatePath('/settings/work');
    redirect(`/settings/work?saved=${id ? 'added' : 'there'}#work`);
  },
);

export const changePostAction = signedInAction(
  () => buildChangedPostSchema(career(), latestDay()),
  async (user, post) => {
    const saved = await saveHeldPost(user.id, post);
    if (!saved.ok) return { ok: false, message: GONE };
    revalidatePath('/settings/work');
    redirect('/settings/work?saved=changed#work');
  },
  async (user, { id }) => {
    const held = (await listHeldPosts(user.id, DEFAULT_CAREER)).find((one) => one.id === id);
    return (
      held && {
        entries: { ...toPostEntries(held), basedOn: held.changedAt },
        redraw: () => revalidatePath('/settings/work'),
        describe: () => CHANGED_ELSEWHERE,
      }
    );
  },
);

/** What was taken out stands in the address that follows, so that it can be put back. */
export const removePostAction = signedInAction(
  z.strictObject({ id: z.string().max(200) }),
  async (user, { id }) => {
    const removed = await deleteHeldPost(user.id, id);
    if (!removed) return { ok: false, message: GONE };
    revalidatePath('/settings/work');
    redirect(`/settings/work?${toRemovedSearch(removed)}#work`);
  },
);

export const saveHoldingsAction = signedInAction(
  () => buildHoldingsSchema(career()),
  async (user, holdings) => {
    await saveHoldings(user.id, { career: DEFAULT_CAREER, holdings });
    revalidatePath('/settings/work');
    return { ok: true, data: null };
  },
  async (user) => {
    const held = await listHoldings(user.id, DEFAULT_CAREER);
    const shown = listShownHoldings(career(), held).map(({ id }) => id);
    return {
      entries: toHoldingsEntries(held, shown),
      redraw: () => revalidatePath('/settings/work'),
      describe: () => CHANGED_ELSEWHERE,
    };
  },
);

export const addCertificateAction = signedInAction(
  () => buildCertificateSchema(career(), latestDay()),
  async (user, certificate) => {
    await saveHeldCertificate(user.id, { career: career(), ...certificate });
    revalidatePath('/settings/work');
    redirect('/settings/work?saved=certificate#certificates');
  },
);

export const removeCertificateAction = signedInAction(
  z.strictObject({ step: z.string().max(200) }),
  async (user, { step }) => {
    const isHeld = await saveNotHeldCertificate(user.id, { career: DEFAULT_CAREER, step });
    if (!isHeld) return { ok: false, message: GONE };
    revalidatePath('/settings/work');
    redirect('/settings/work?saved=certificate-removed#certificates');
  },
);

const resumeSchema = z.strictObject({
  file: z
    .file({ error: 'Choose the JSON Resume file first.' })
    .max(RESUME_MAX_BYTES, { error: 'Choose a file of at most 512 KB.' }),
});

/** The first step: reads the file, keeps nothing of it, and says what it is taken for. */
export const readResumeAction = signedInAction(resumeSchema, async (user, { file }) => {
  const refuse = (message: string) => ({ ok: false as const, message });
  const wait = await countLargeWork(user.id, 'import');
  if (wait > 0) return refuse(`You have sent very many files. Wait ${describeWait(wait)} and try again.`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return refuse('This file is not UTF-8 text, as a JSON Resume is.');
  }
  const read = readResume(text);
  if (!read.ok) return refuse(read.problem);
  const matches: ResumeMatches = matchResume(career(), read.resume, latestDay());
  return { ok: true, data: matches };
});

/** The second step: saves what was confirmed of it, as the person left it. */
export const confirmResumeAction = signedInAction(
  () => buildResumeConfirmationSchema(career(), latestDay()),
  async (user, { posts, holdings, certificates }) => {
    await saveResumeMatches(user.id, {
      career: career(),
      posts: Object.values(posts),
      holdings: Object.values(holdings),
      certificates: Object.values(certificates),
    });
    revalidatePath('/settings/work');
    redirect('/settings/work?saved=resume#work');
  },
);
