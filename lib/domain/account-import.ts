import type { AccountData } from './account-data';
import { computeLastCounted } from './instant';
import { isTimeZone } from './time-zone';

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
type ListName = (typeof RECORD_LISTS)[number];

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

/** What a career knows by id, now or in an earlier edition. */
export type KnownIds = Readonly<
  Record<'roles' | 'skills' | 'canDos' | 'steps' | 'holdings' | 'posts', ReadonlySet<string>>
>;

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

/** A correction stands within this time of what it corrects, so that ratings in order of time stay in order. */
const CORRECTION_MS = 1000;

/**
 * Says what of a file the catalogue or the file itself does not know: careers, roles, skills, steps, corrected
 * check-ins, ids used twice. `own` counts too: a file may correct a check-in that the account already has.
 */
export function findImportProblems(
  file: ImportedData,
  {
    careers,
    defaultCareer,
    own,
    now,
  }: { careers: ReadonlyMap<string, KnownIds>; defaultCareer: string; own: AccountData; now: Date },
): ImportProblem[] {
  const problems: ImportProblem[] = [];
  const report = (path: ImportProblem['path'], message: string) => problems.push({ path, message });
  const careerOf = (id: string | undefined, path: ImportProblem['path']): KnownIds | undefined => {
    const career = careers.get(id ?? defaultCareer);
    if (!career) report([...path, 'career'], `There is no career "${id}" here.`);
    return career;
  };
  const ownStepIds = new Set([...file.ownSteps, ...own.ownSteps].map((step) => step.id));
  const takenAtById = new Map([...file.checkIns, ...own.checkIns].map(({ id, takenAt }) => [id, takenAt]));

  if (file.account && !isTimeZone(file.account.timeZone))
    report(['account', 'timeZone'], `There is no time zone "${file.account.timeZone}".`);
  const goals = file.goals.map((goal, index) => ({ goal, path: ['goals', index] as (string | number)[] }));
  if (file.goal) goals.push({ goal: { ...file.goal, id: '', setAt: '' }, path: ['goal'] });
  for (const { goal, path } of goals) {
    const career = careerOf(goal.career, path);
    if (!career) continue;
    if (!career.roles.has(goal.role)) report([...path, 'role'], `There is no role "${goal.role}".`);
    for (const [index, id] of goal.holdings.entries())
      if (!career.holdings.has(id)) report([...path, 'holdings', index], `There is no holding "${id}".`);
  }
  for (const [index, checkIn] of file.checkIns.entries()) {
    const path = ['checkIns', index];
    const career = careerOf(checkIn.career, path);
    for (const [place, rating] of checkIn.ratings.entries()) {
      if (career && !career.skills.has(rating.skill))
        report([...path, 'ratings', place, 'skill'], `There is no skill "${rating.skill}".`);
      for (const list of ['also', 'except'] as const)
        for (const [at, id] of rating[list]?.entries() ?? [])
          if (career && !career.canDos.has(id))
            report([...path, 'ratings', place, list, at], `There is no can-do "${id}".`);
    }
    const corrected = checkIn.corrects ? takenAtById.get(checkIn.corrects) : undefined;
    if (checkIn.corrects && (corrected === undefined || checkIn.corrects === checkIn.id))
      report([...path, 'corrects'], `There is no other check-in "${checkIn.corrects}" to correct.`);
    else if (corrected && Math.abs(Date.parse(checkIn.takenAt) - Date.parse(corrected)) >= CORRECTION_MS)
      report([...path, 'takenAt'], 'A correction has the time of the check-in that it corrects.');
  }
  for (const [index, event] of file.stepProgress.entries()) {
    const career = careerOf(event.career, ['stepProgress', index]);
    if (career && !career.steps.has(event.step) && !ownStepIds.has(event.step))
      report(['stepProgress', index, 'step'], `There is no step "${event.step}".`);
  }
  for (const [index, step] of file.ownSteps.entries()) {
    const career = careerOf(step.career, ['ownSteps', index]);
    for (const [at, id] of step.teaches?.entries() ?? [])
      if (career && !career.canDos.has(id))
        report(['ownSteps', index, 'teaches', at], `There is no can-do "${id}".`);
  }
  for (const [index, { career: id, post, since, until }] of file.posts.entries()) {
    const career = careerOf(id, ['posts', index]);
    if (career && !career.posts.has(post)) report(['posts', index, 'post'], `There is no post "${post}".`);
    if (until !== null && until < since)
      report(['posts', index, 'until'], 'This month lies before the first.');
  }
  for (const [index, item] of file.evidence.entries()) careerOf(item.career, ['evidence', index]);
  for (const [index, page] of file.sharedPages.entries()) careerOf(page.career, ['sharedPages', index]);
  for (const [index, look] of file.secondLooks.entries()) {
    const career = careerOf(look.career, ['secondLooks', index]);
    for (const part of ['answers', 'agreed'] as const)
      for (const [place, { skill }] of look[part].entries())
        if (career && !career.skills.has(skill))
          report(['secondLooks', index, part, place, 'skill'], `There is no skill "${skill}".`);
  }
  for (const [index, { career: id, id: skill, entered }] of file.drafts.entries()) {
    const career = careerOf(id, ['drafts', index]);
    if (career && !career.skills.has(skill)) report(['drafts', index, 'id'], `There is no skill "${skill}".`);
    const lists = [entered.also, entered.except, ...Object.values(entered.ticked ?? {})];
    for (const canDo of lists.flatMap((list) => list ?? []))
      if (career && !career.canDos.has(canDo))
        report(['drafts', index, 'entered'], `There is no can-do "${canDo}".`);
  }
  for (const [index, { career: id, id: holding }] of file.holdings.entries()) {
    const career = careerOf(id, ['holdings', index]);
    if (career && !career.holdings.has(holding))
      report(['holdings', index, 'id'], `There is no holding "${holding}".`);
  }
  for (const [index, forecast] of file.forecasts.entries()) careerOf(forecast.career, ['forecasts', index]);
  if (file.plan) reportPlan({ plan: file.plan, careers, ownStepIds, report });
  for (const list of RECORD_LISTS) {
    reportRepeats(list, file[list], report);
    reportFuture({ list, file, own, last: computeLastCounted(now), report });
  }
  return problems;
}

/** What of a plan its career does not know, and what stands in it twice. */
function reportPlan({
  plan,
  careers,
  ownStepIds,
  report,
}: {
  plan: NonNullable<AccountData['plan']>;
  careers: ReadonlyMap<string, KnownIds>;
  ownStepIds: ReadonlySet<string>;
  report: (path: ImportProblem['path'], message: string) => void;
}): void {
  const career = careers.get(plan.career);
  if (!career) {
    report(['plan', 'career'], `There is no career "${plan.career}" here.`);
    return;
  }
  if (!career.roles.has(plan.role)) report(['plan', 'role'], `There is no role "${plan.role}".`);
  const { profile } = plan;
  if (profile.career !== plan.career || profile.role !== plan.role)
    report(['plan', 'profile'], 'The profile is not for the career and the role of the plan.');
  const seen = new Set<string>();
  for (const [index, { id }] of plan.steps.entries()) {
    if (seen.has(id)) report(['plan', 'steps', index, 'id'], `The step "${id}" stands here a second time.`);
    else if (!career.steps.has(id) && !ownStepIds.has(id))
      report(['plan', 'steps', index, 'id'], `There is no step "${id}".`);
    seen.add(id);
  }
}

function reportRepeats(
  list: ListName,
  records: readonly { id: string }[],
  report: (path: ImportProblem['path'], message: string) => void,
): void {
  const seen = new Set<string>();
  for (const [index, { id }] of records.entries()) {
    if (seen.has(id)) report([list, index, 'id'], `The id "${id}" stands here a second time.`);
    seen.add(id);
  }
}

/** What counts as the latest would stay it for good; what the account has already was taken in before. */
function reportFuture({
  list,
  file,
  own,
  last,
  report,
}: {
  list: ListName;
  file: ImportedData;
  own: AccountData;
  last: string;
  report: (path: ImportProblem['path'], message: string) => void;
}): void {
  const ownIds = new Set(own[list].map((record) => record.id));
  for (const [index, record] of file[list].entries()) {
    if (ownIds.has(record.id)) continue;
    for (const [name, value] of Object.entries(record))
      if (INSTANTS.has(name) && typeof value === 'string' && value > last)
        report([list, index, name], 'This time is still to come: correct it, and import the file again.');
  }
}

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
