import 'server-only';
import { findDeedRefusal, findStandingRefusal } from '@/lib/auth/deed-throttle';
import { findLink } from '@/lib/auth/link-secret';
import type { UserId } from '@/lib/auth/user-id';
import { computeDayInZone } from '@/lib/domain/day';
import { limitRecord } from '@/lib/domain/share/limit-record';
import { getWords } from '@/lib/export/words';
import { getLocale } from '@/lib/http/request-context';
import { describeError, log } from '@/lib/log';
import { loadPlanState } from '@/lib/plan/climb/plan-state';
import { loadRecord } from '@/lib/plan/skills-record';
import { type EvidenceItem, listEvidence } from '@/lib/queries/evidence';
import { getAccount } from '@/lib/queries/people';
import { getProof } from '@/lib/queries/proof';
import { getSharedPage, type SharedPage, saveOpening } from '@/lib/queries/shared-pages';
import { buildSharedGap } from './build-shared-gap';
import { buildSharedPlan } from './build-shared-plan';

type Shared = { userId: UserId; page: SharedPage };

/** What a link shows; null where it was never one, was ended or is over; a sentence for who tries too many. */
export async function openShared(token: string): Promise<Shared | null | string> {
  const standing = await findStandingRefusal('wrong-link');
  if (standing !== null) return standing;
  const shared = await findShared(token);
  if (shared !== null) return (await findDeedRefusal('shared')) ?? shared;
  await findDeedRefusal('wrong-link');
  return null;
}

async function findShared(token: string): Promise<Shared | null> {
  const link = await findLink(token.slice(0, 100), 'shared');
  const page = link?.detail ? await getSharedPage(link.userId, link.detail) : null;
  return link && page && page.closedAt === null ? { userId: link.userId, page } : null;
}

/** All that the page shows: how things stand now, and of it no more than its owner chose. */
export async function loadShared({ userId, page }: Shared) {
  const { name } = await getAccount(userId);
  const head = { by: page.parts.includes('name') ? name : null, until: page.until };
  if (page.kind === 'record') {
    const { record } = await loadRecord(userId, page.since ? { from: page.since } : {});
    return { ...head, kind: 'record' as const, record: limitRecord(record, page.parts) };
  }
  const state = await loadPlanState(userId);
  const career = state.standing.career;
  const hasEvidence = page.parts.includes('evidence');
  if (page.kind === 'plan')
    return {
      ...head,
      kind: 'plan' as const,
      plan: buildSharedPlan(state, { hasEvidence, words: getWords(getLocale()) }),
    };
  const [proof, evidence] = await Promise.all([
    getProof(userId, career.id),
    hasEvidence ? listEvidence(userId, career.id) : ([] as EvidenceItem[]),
  ]);
  return { ...head, kind: 'gap' as const, gap: buildSharedGap(state.standing, { proof, evidence }) };
}

/** Counts that a page was opened today, by its owner's day. It is to be called after the answer, which does not wait. */
export async function countOpening({ userId, page }: Shared): Promise<void> {
  try {
    const { timeZone } = await getAccount(userId);
    await saveOpening(userId, { id: page.id, day: computeDayInZone({ instant: new Date(), timeZone }) });
  } catch (error) {
    log.warn({ error: describeError(error) }, 'opening not counted');
  }
}
