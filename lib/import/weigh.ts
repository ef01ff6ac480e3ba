import { setImmediate } from 'node:timers/promises';
import type { UserId } from '@/lib/auth/user-id';
import { DEFAULT_CAREER, listCareers, loadCareer } from '@/lib/catalogue';
import type { AccountData } from '@/lib/domain/account-data';
import {
  computeImport,
  type ImportedData,
  type ImportPlan,
  type ImportProblem,
  RECORD_LISTS,
} from '@/lib/domain/account-import';
import { withOwnTotals } from '@/lib/domain/climb/follow/own-totals';
import { findImportProblems, type KnownIds } from '@/lib/domain/import-problems';
import { getAccountData } from '@/lib/queries/account-data';
import { getMost } from '@/lib/queries/room';
import { describeProblems, describeTooMany, readAccountData } from './read-account-data';

export type WeighedImport = { ok: true; merge: ImportPlan } | { ok: false; problems: string[] };

/** Checks the text of a data file against an account, and says either what it would do or what is wrong with it. */
export async function weighImport(
  userId: UserId,
  text: string,
  { now = new Date() }: { now?: Date } = {},
): Promise<WeighedImport> {
  const read = await readAccountData(text, { mostOf: getMost });
  if (!read.ok) return read;
  const careers = new Map(listCareers().map((id) => [id, listKnownIds(id)]));
  const own = await getAccountData(userId, DEFAULT_CAREER, now);
  // Each of these goes through all of both once, and others are served in between.
  await setImmediate();
  const found = findImportProblems(read.file, { careers, defaultCareer: DEFAULT_CAREER, own, now });
  if (found.length > 0) return { ok: false, problems: await describeProblems(text, found) };
  await setImmediate();
  const merge = computeImport({ file: reckonPlan(read.file), own });
  const tooMany = findTooMany(merge, own);
  if (tooMany.length > 0) return { ok: false, problems: await describeProblems(text, tooMany) };
  await setImmediate();
  return { ok: true, merge };
}

/** The lists of which the account and what is new in the file are together more than one person may have. */
function findTooMany({ added }: ImportPlan, own: AccountData): ImportProblem[] {
  return RECORD_LISTS.flatMap((list) => {
    const count = own[list].length + added[list].length;
    return added[list].length > 0 && count > getMost(list)
      ? [{ path: [list], message: `With those of the account: ${describeTooMany(count, getMost(list))}` }]
      : [];
  });
}

/** The file with what its plan says of itself reckoned anew. */
function reckonPlan(file: ImportedData): ImportedData {
  const { plan } = file;
  if (!plan) return file;
  return { ...file, plan: withOwnTotals(loadCareer(plan.career), plan) };
}

/** What a file may name. Some posts were steps once, and files of then name them so. */
export function listKnownIds(id: string): KnownIds {
  const { roleById, skillById, canDoById, stepById, holdingById, postById } = loadCareer(id);
  const posts = new Set(postById.keys());
  return {
    roles: new Set(roleById.keys()),
    skills: new Set(skillById.keys()),
    canDos: new Set(canDoById.keys()),
    steps: new Set([...stepById.keys(), ...posts]),
    holdings: new Set(holdingById.keys()),
    posts,
  };
}
