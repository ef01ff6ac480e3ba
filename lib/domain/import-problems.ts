import type { AccountData } from './account-data';
import {
  type ImportedData,
  type ImportProblem,
  INSTANTS,
  type ListName,
  RECORD_LISTS,
} from './account-import';
import { computeLastCounted } from './instant';
import { isTimeZone } from './time-zone';

/** What a career knows by id, now or in an earlier edition. */
export type KnownIds = Readonly<
  Record<'roles' | 'skills' | 'canDos' | 'steps' | 'holdings' | 'posts', ReadonlySet<string>>
>;

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
