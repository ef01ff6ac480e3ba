import type { AccountData } from './account-data';

/** The parts of an account that are lists of records with an id each. */
export const RECORD_LISTS = [
  'goals',
  'checkIns',
  'stepProgress',
  'ownSteps',
  'forecasts',
  'posts',
  'holdings',
  'evidence',
  'secondLooks',
  'drafts',
  'sharedPages',
] as const;
export type ListName = (typeof RECORD_LISTS)[number];

/** A record of a file whose id is known; what else the file leaves out stays out. */
type Identified<T> = T & { id: string };
export type ImportedData = Omit<AccountData, 'stepProgress'> & {
  stepProgress: Identified<AccountData['stepProgress'][number]>[];
};

/** What is wrong in a file, and where: the keys that lead to it. */
export type ImportProblem = { path: readonly (string | number)[]; message: string };

/** A record that the account and the file both have, with different content: the account's own stays. */
export type ImportDifference = { part: ListName | 'goal' | 'plan'; id: string | null; fields: string[] };

/** What importing a file would do to an account. */
export type ImportPlan = {
  added: Pick<ImportedData, ListName>;
  goal: NonNullable<AccountData['goal']> | null;
  plan: AccountData['plan'];
  timeZone: string | null;
  settings: Record<string, unknown> | null;
  unchangedCount: number;
  differences: ImportDifference[];
};

/** The fields of a record that hold an instant. */
export const INSTANTS: ReadonlySet<string> = new Set([
  'takenAt',
  'recordedAt',
  'removedAt',
  'setAt',
  'madeAt',
  'createdAt',
  'changedAt',
  'retiredAt',
  'closedAt',
]);

/**
 * Merges a file into an account by id. What is new is added; where both have an id, the account's own stays and
 * every field that the file has otherwise is named. Importing the same file again adds nothing.
 */
export function computeImport({ file, own }: { file: ImportedData; own: AccountData }): ImportPlan {
  const differences: ImportDifference[] = [];
  let unchangedCount = 0;
  const pickNew = <T extends { id: string }>(part: ListName, given: readonly T[]): T[] => {
    const ownById = new Map(own[part].map((record) => [record.id, record]));
    return given.filter((record) => {
      const standing = record.id === undefined ? undefined : ownById.get(record.id);
      if (!standing) return true;
      const fields = listDifferentFields(record, standing);
      if (fields.length > 0) differences.push({ part, id: record.id, fields });
      else unchangedCount += 1;
      return false;
    });
  };
  const added: ImportPlan['added'] = {
    goals: pickNew('goals', file.goals),
    checkIns: pickNew('checkIns', file.checkIns),
    stepProgress: pickNew('stepProgress', file.stepProgress),
    ownSteps: pickNew('ownSteps', file.ownSteps),
    forecasts: pickNew('forecasts', file.forecasts),
    posts: pickNew('posts', file.posts),
    holdings: pickNew('holdings', file.holdings),
    evidence: pickNew('evidence', file.evidence),
    secondLooks: pickNew('secondLooks', file.secondLooks),
    drafts: pickNew('drafts', file.drafts),
    sharedPages: pickNew('sharedPages', file.sharedPages),
  };

  // A file with a history of goals says by it which one stands; a goal alone fills an empty place.
  const goal = file.goals.length > 0 ? null : file.goal;
  const goalFields = goal && own.goal ? listDifferentFields(goal, own.goal) : [];
  if (goalFields.length > 0) differences.push({ part: 'goal', id: null, fields: goalFields });
  const planFields = file.plan && own.plan ? listDifferentFields(file.plan, own.plan) : [];
  if (planFields.length > 0) differences.push({ part: 'plan', id: null, fields: planFields });
  const { timeZone, settings } = file.account ?? {};
  return {
    added,
    goal: own.goal ? null : goal,
    plan: own.plan ? null : file.plan,
    timeZone: timeZone !== undefined && timeZone !== own.account?.timeZone ? timeZone : null,
    settings:
      settings && listDifferentFields(settings, own.account?.settings ?? {}).length > 0 ? settings : null,
    unchangedCount,
    differences,
  };
}

/** The fields that a file gives and an account has with another content, in the order of their names. */
function listDifferentFields(given: object, own: object): string[] {
  const standing: Record<string, unknown> = { ...own };
  return Object.entries(given)
    .filter(([name, value]) => value !== undefined && !isSame(value, standing[name]))
    .map(([name]) => name)
    .sort();
}

function isSame(a: unknown, b: unknown): boolean {
  // Nearly all that is the same has its keys in the same order too, and ordering them costs ten times as much.
  return toText(a) === toText(b) || toCanonicalText(a) === toCanonicalText(b);
}

function toText(value: unknown): string {
  return JSON.stringify(orderRatings(value) ?? null);
}

/** JSON with the keys of every object in order. */
function toCanonicalText(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part: unknown) => {
    if (Array.isArray(part)) return orderRatings(part);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Ratings are a set, so their order means nothing. */
function orderRatings(value: unknown): unknown {
  if (!Array.isArray(value) || !value.every(isRating)) return value;
  return value.toSorted((a, b) => (a.skill < b.skill ? -1 : 1));
}

function isRating(part: unknown): part is { skill: string; level: number } {
  return typeof part === 'object' && part !== null && 'skill' in part && 'level' in part;
}
