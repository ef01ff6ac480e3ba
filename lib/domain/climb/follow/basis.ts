import type { Career } from '../../career/career';
import type { Profile } from '../profile';
import { listTrue } from '../standing';
import type { Records } from './following';
import { isStaged, type StoredDocument } from './stored-document';

/** What of all that a plan rests on is another than when it was made. */
export type BasisChange =
  | 'catalogue'
  | 'dropped'
  | 'ratings'
  | 'holdings'
  | 'posts'
  | 'settings'
  | 'letStand';

type Input = { kept: StoredDocument; profile: Profile; records: Records };

/**
 * What has changed of all that a plan of stages rests on; the passing of time alone is no change, and what was finished since
 * counts as planned. Nothing is asked of a plan of the first edition, which is followed as it is, nor of one for another role.
 */
export function listBasisChanges(career: Career, { kept, profile, records }: Input): BasisChange[] {
  if (!isStaged(kept) || profile.role !== kept.role) return [];
  const before = kept.profile;
  const byStep = new Map(records.map((record) => [record.step, record]));
  const changes: BasisChange[] = [];
  const note = (change: BasisChange, isSo: boolean): void => {
    if (isSo) changes.push(change);
  };
  note('catalogue', kept.catalogue !== career.version);
  note(
    'dropped',
    kept.steps.some(({ id }) => byStep.get(id)?.status === 'dropped'),
  );
  const finished = kept.steps.filter(
    // What was done before the plan was made is in its ratings, also where it plans it again.
    ({ id, status }) => status !== 'done' && !before.done.includes(id) && byStep.get(id)?.status === 'done',
  );
  const then = new Set([
    ...listTrue(career, before),
    ...finished.flatMap(({ id, teaches }) => [...teaches, ...(career.stepById.get(id)?.teaches ?? [])]),
  ]);
  const now = listTrue(career, profile);
  note(
    'ratings',
    isOther(
      [...then].filter((id) => career.canDoById.has(id)),
      [...now],
    ),
  );
  note('holdings', isOther(before.holdings, profile.holdings));
  note('posts', isOther(tellPosts(before), tellPosts(profile)) || before.leavePost !== profile.leavePost);
  note('settings', tellPreferences(before) !== tellPreferences(profile));
  note('letStand', isOther(before.letStand, profile.letStand));
  return changes;
}

function isOther(one: readonly string[], other: readonly string[]): boolean {
  return [...new Set(one)].sort().join() !== [...new Set(other)].sort().join();
}

/** Posts without the weeks, which pass by themselves. */
function tellPosts({ posts }: Profile): string[] {
  return posts.map(({ post, current }) => `${post} ${current}`);
}

function tellPreferences({ preferences: { start: _start, ...rest } }: Profile): string {
  return JSON.stringify(
    Object.entries(rest)
      .map(([name, value]) => [
        name,
        Array.isArray(value) ? [...value].map((one) => JSON.stringify(one)).sort() : value,
      ])
      .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
  );
}
