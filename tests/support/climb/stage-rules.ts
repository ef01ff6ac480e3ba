import type { Stage } from '@/lib/domain/climb/document';
import { TENTHS } from './objectives';
import { findGoal, findPost, type Placed, type Plan } from './person';
import {
  findFullTime,
  freeWeek,
  listLacking,
  listLackingToLearn,
  listLackingWait,
  readyWeek,
} from './readiness';
import { countsFor, halfTenure, Replay } from './replay';
import { checkNothingWaits } from './sense-rules';

/** Checks that stages follow each other, end when the person is ready and last no longer than they may. */
export function checkStages(plan: Plan): string[] {
  const { stages } = plan.document;
  const replay = new Replay(plan);
  return [
    ...checkSequence(plan),
    ...checkListing(plan),
    ...stages.flatMap((stage) =>
      findFullTime(plan, stage)
        ? checkFullTime(plan, stage)
        : [
            ...checkReady(plan, stage, replay),
            ...checkLength(plan, stage, replay),
            ...checkPulled(plan, stage),
          ],
    ),
  ];
}

function nameOf({ post, until }: Stage): string {
  return `stage from ${post ?? 'no post'} to ${until}`;
}

function checkSequence(plan: Plan): string[] {
  const { stages, totals, outlook = [] } = plan.document;
  const problems: string[] = [];
  const present = new Replay(plan).held.find(({ isCurrent }) => isCurrent)?.post.id ?? null;
  let [week, post, isFirst] = [0, present, true];
  for (const stage of stages) {
    const isFullTime = findFullTime(plan, stage) !== null;
    if (stage.startWeek !== week)
      problems.push(`${nameOf(stage)}: begins in week ${stage.startWeek}, not ${week}`);
    if (isFullTime && !isFirst) problems.push(`${nameOf(stage)}: full-time study does not come first`);
    if (isFullTime && present && !plan.profile.leavePost)
      problems.push(`${nameOf(stage)}: it leaves a post for study`);
    const expected = isFullTime ? null : post;
    if (stage.post !== expected) problems.push(`${nameOf(stage)}: the post then is ${expected ?? 'none'}`);
    week += stage.weeks;
    post = isFullTime ? null : (findPost(plan.career, stage.until)?.id ?? null);
    isFirst = false;
  }
  if (totals.weeks !== week) problems.push(`totals.weeks: ${totals.weeks}, not the ${week} of the stages`);
  const goal = findGoal(plan);
  const end = findPost(plan.career, outlook.at(-1)?.until ?? stages.at(-1)?.until ?? '');
  if (end?.id !== goal?.id) problems.push(`stages: they end at ${end?.id ?? 'nothing'}, not at the goal`);
  const rungs = stages.filter((stage) => !findFullTime(plan, stage)).length;
  if (outlook.length > 0 && rungs !== 3) problems.push(`outlook: given after ${rungs} stages`);
  if (rungs > 4) problems.push(`stages: ${rungs} of them`);
  return problems;
}

function checkListing(plan: Plan): string[] {
  const { stages } = plan.document;
  const listed = stages.flatMap(({ steps }) => steps);
  const problems = plan.placed
    .filter(({ step }) => listed.filter((id) => id === step.id).length !== 1)
    .map(({ step }) => `${step.id}: listed in ${listed.filter((id) => id === step.id).length} stages`);
  for (const { step, planned } of plan.placed) {
    const stage = stages.find(({ steps }) => steps.includes(step.id));
    if (!stage) continue;
    const end = stage.startWeek + stage.weeks;
    if (planned.startWeek < stage.startWeek || planned.startWeek >= end)
      problems.push(`${step.id}: does not begin in its ${nameOf(stage)}`);
    if (step.atWork && planned.startWeek + planned.weeks > readyWeek(plan, stage))
      problems.push(`${step.id}: at work, and ends after the ${nameOf(stage)} is ready`);
  }
  const known = new Set(plan.placed.map(({ step }) => step.id));
  for (const id of listed)
    if (!known.has(id)) problems.push(`stages: list ${id}, which is no step of the plan`);
  return problems;
}

function checkFullTime(plan: Plan, stage: Stage): string[] {
  const id = findFullTime(plan, stage);
  const found = plan.placed.find(({ step }) => step.id === id);
  const problems: string[] = [];
  if (stage.steps.length !== 1) problems.push(`${nameOf(stage)}: other steps beside full-time study`);
  if (found?.planned.weeks !== stage.weeks) problems.push(`${nameOf(stage)}: not as long as ${id}`);
  const next = plan.document.stages[plan.document.stages.indexOf(stage) + 1];
  if (next && next.until !== stage.until)
    problems.push(`${nameOf(stage)}: full-time study leads where the next stage does, to ${next.until}`);
  return problems;
}

function checkReady(plan: Plan, stage: Stage, replay: Replay): string[] {
  const week = readyWeek(plan, stage);
  if (week < stage.startWeek) return [`${nameOf(stage)}: shorter than the search for its post`];
  const lacking = listLacking(plan, stage, { replay, week });
  if (lacking.length > 0)
    return lacking.map((what) => `${nameOf(stage)}: not ready in week ${week}: ${what}`);
  const { pinned } = plan.profile.preferences;
  const endsThen = plan.placed.some(
    ({ step, planned }) =>
      stage.steps.includes(step.id) &&
      planned.startWeek + planned.weeks === week &&
      (step.atWork || pinned.includes(step.id)),
  );
  if (week === stage.startWeek || endsThen) return [];
  const before = listLacking(plan, stage, { replay, week: week - 1 });
  return before.length > 0 ? [] : [`${nameOf(stage)}: ready before week ${week}, and waits`];
}

/** The weeks that tenure and experience ask of a stage, at most: where its post counts, the weeks are waited for. */
function computeWait(plan: Plan, stage: Stage, replay: Replay): number {
  const next = findPost(plan.career, stage.until);
  const present = plan.career.postById.get(stage.post ?? '');
  if (!next) return 0;
  const search = next.role === plan.profile.role ? 0 : next.searchWeeks;
  const tillFree = Math.max(0, freeWeek(plan) - search - stage.startWeek);
  if (!present) return tillFree;
  const gathered = replay.weeksIn(present, stage.startWeek);
  let wait = stage.startWeek > 0 ? halfTenure(present) : 0;
  if (present.apprenticeship) wait = present.tenureWeeks - (stage.startWeek > 0 ? 0 : gathered);
  if (next.rank > replay.rankAt(stage.startWeek) + 1) wait = Math.max(wait, halfTenure(present) - gathered);
  for (const { anyOf } of plan.career.experienceOfPost.get(next.id) ?? []) {
    const lacks = anyOf.flatMap((option) => {
      if (!countsFor(option, present) || !('weeks' in option)) return [];
      const before = replay
        .postsBy(stage.startWeek)
        .filter((post) => countsFor(option, post))
        .reduce((sum, post) => sum + replay.weeksIn(post, stage.startWeek), 0);
      return [option.weeks - before];
    });
    if (lacks.length > 0) wait = Math.max(wait, Math.min(...lacks));
  }
  return Math.max(tillFree, wait);
}

function checkLength(plan: Plan, stage: Stage, replay: Replay): string[] {
  const took = readyWeek(plan, stage) - stage.startWeek;
  const tenths = TENTHS[plan.profile.preferences.optimiseFor];
  const longest = Math.max(Math.floor((tenths * stage.bestWeeks) / 10), computeWait(plan, stage, replay));
  const problems: string[] = [];
  if (took > longest)
    problems.push(`${nameOf(stage)}: ready after ${took} weeks, where at most ${longest} are looked at`);
  const leftOver = took === 0 ? 0 : stage.bestWeeks;
  if (leftOver > took)
    problems.push(`${nameOf(stage)}: best weeks ${stage.bestWeeks}, and it takes ${took} until ready`);
  return problems;
}

/**
 * A step that goes on after a stage is ready begins once all own steps that the stage needs are finished, or takes hours and
 * a place that none of them could have had.
 */
function checkPulled(plan: Plan, stage: Stage): string[] {
  const week = readyWeek(plan, stage);
  const next = findPost(plan.career, stage.until);
  if (!next || plan.document.stages.at(-1) === stage) return [];
  const isPulled = ({ step, planned }: Placed): boolean =>
    stage.steps.includes(step.id) && !step.atWork && planned.startWeek + planned.weeks > week;
  const without = { ...plan, placed: plan.placed.filter((entry) => !isPulled(entry)) };
  const couldUse = checkNothingWaits(without, stage).length > 0;
  return plan.placed.flatMap((entry) => {
    const { step, planned } = entry;
    const { startWeek } = planned;
    if (!isPulled(entry) || !couldUse) return [];
    const inTime = plan.placed.filter(
      (other) =>
        other.planned.startWeek + other.planned.weeks <=
        (other.step.atWork ? week : Math.min(startWeek, week)),
    );
    const replay = new Replay(plan, inTime);
    const lacking = [
      ...listLackingToLearn(plan, next, { replay, week }),
      ...listLackingWait(plan, stage, { replay, week }),
    ];
    return lacking.length > 0
      ? [`${step.id}: begins before the steps of the ${nameOf(stage)} are finished`]
      : [];
  });
}
