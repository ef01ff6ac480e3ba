import type { ImportPlan } from '@/lib/domain/account-import';
import type { Career } from '@/lib/domain/career/career';
import { nameRole } from '@/lib/domain/career/names';
import { computeDayInZone } from '@/lib/domain/day';
import { formatCount, formatDay, formatList } from '@/lib/wording/format';

const NOUNS = {
  checkIns: 'check-in',
  goals: 'goal',
  stepProgress: 'record of a step',
  ownSteps: 'step of your own',
  forecasts: 'forecast',
  posts: 'post',
  holdings: 'thing you hold',
  evidence: 'piece of evidence',
  secondLooks: 'second look',
  drafts: 'rating that is not saved yet, of',
  sharedPages: 'shared page',
  goal: 'goal',
  plan: 'plan',
} as const;

const DIFFERENCES_SHOWN = 50;

/** What an import would do, in sentences, and what of the file it would leave out because the account's own stays. */
export function describeImport(
  merge: ImportPlan,
  { career, timeZone }: { career: Career; timeZone: string },
): { effects: string[]; differences: string[] } {
  const dayOf = (instant: string) => formatDay(computeDayInZone({ instant: new Date(instant), timeZone }));
  const { checkIns, goals, stepProgress, ownSteps, forecasts, posts, holdings } = merge.added;
  const { evidence, secondLooks, sharedPages, drafts } = merge.added;
  const effects: string[] = [];
  const taken = checkIns.map((one) => one.takenAt).sort();
  const [first, last] = [taken[0], taken.at(-1)].map((instant) => (instant ? dayOf(instant) : null));
  if (first && last)
    effects.push(
      `Adds ${formatCount(checkIns.length, 'check-in')}, ${first === last ? `of ${first}` : `from ${first} to ${last}`}.`,
    );
  const newest = goals.toSorted((a, b) => (a.setAt < b.setAt ? -1 : 1)).at(-1) ?? merge.goal;
  const goalCount = goals.length + (merge.goal ? 1 : 0);
  if (newest) {
    const title = nameRole(career, newest.role);
    effects.push(
      goalCount === 1 ? `Adds a goal: ${title}.` : `Adds ${goalCount} goals, the newest of them ${title}.`,
    );
  }
  if (merge.plan) effects.push(`Adds the plan with its ${formatCount(merge.plan.steps.length, 'step')}.`);
  const rest = [
    stepProgress.length > 0 ? formatCount(stepProgress.length, 'record of a step', 'records of steps') : '',
    ownSteps.length > 0 ? formatCount(ownSteps.length, 'step of your own', 'steps of your own') : '',
    forecasts.length > 0 ? formatCount(forecasts.length, 'forecast') : '',
    posts.length > 0 ? formatCount(posts.length, 'post') : '',
    holdings.length > 0 ? formatCount(holdings.length, 'thing you hold', 'things you hold') : '',
    evidence.length > 0 ? formatCount(evidence.length, 'piece of evidence', 'pieces of evidence') : '',
    secondLooks.length > 0 ? formatCount(secondLooks.length, 'second look') : '',
    drafts.length > 0
      ? formatCount(drafts.length, 'rating that is not saved yet', 'ratings that are not saved yet')
      : '',
    sharedPages.length > 0 ? formatCount(sharedPages.length, 'shared page') : '',
  ].filter(Boolean);
  if (rest.length > 0) effects.push(`Adds ${formatList(rest)}.`);
  if (merge.timeZone) effects.push(`Sets your time zone to ${merge.timeZone}.`);
  if (merge.settings) effects.push('Takes over the settings of the file.');
  if (effects.length === 0) effects.push('Adds nothing: everything in this file is here already.');
  if (merge.unchangedCount > 0)
    effects.push(
      `Leaves ${formatCount(merge.unchangedCount, 'record')} as they are: the file holds the same.`,
    );
  return { effects, differences: describeDifferences(merge) };
}

function describeDifferences({ differences }: ImportPlan): string[] {
  const shown = differences.slice(0, DIFFERENCES_SHOWN).map(({ part, id, fields }) => {
    const name = id === null ? `The ${NOUNS[part]}` : `The ${NOUNS[part]} ${id}`;
    return `${name} is here with another ${formatList(fields.map(toWords))}; yours stays.`;
  });
  const rest = differences.length - shown.length;
  return rest > 0 ? [...shown, `And ${rest} more.`] : shown;
}

/** `hoursSpent` as a reader sees it: hours spent. */
function toWords(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
