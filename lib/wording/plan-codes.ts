import type { Career } from '@/lib/domain/career/career';
import type { BasisChange } from '@/lib/domain/climb/follow/basis';
import type { LengthReason } from '@/lib/domain/climb/follow/length';
import type { RuleProblem } from '@/lib/domain/climb/follow/rules';
import type { Variation } from '@/lib/domain/climb/follow/variations';
import { formatCount, formatList, spellForReader } from '@/lib/wording/format';
import { ALLOWED_KINDS } from './step-kinds';

/** A change of settings that is priced, in a person's words. */
export function describeVariation(career: Career, variation: Variation): string {
  switch (variation.code) {
    case 'moreHours':
      return `With ${formatCount(variation.hours, 'hour')} more a week`;
    case 'fewerHours':
      return `With ${formatCount(variation.hours, 'hour')} fewer a week`;
    case 'moreWorkHours':
      return 'With more hours to learn at work';
    case 'noWorkHours':
      return 'Without hours to learn at work';
    case 'moreAtOnce':
      return 'With one step more at once';
    case 'noBudget':
      return 'Without the budget';
    case 'noDeadline':
      return 'Without the deadline';
    case 'noPlatform':
      return 'On any platform';
    case 'allowKind':
      return `Allowing ${ALLOWED_KINDS[variation.kind]}`;
    case 'withoutKind':
      return `Without ${ALLOWED_KINDS[variation.kind]}`;
    case 'allowStep':
      return `Allowing “${career.stepById.get(variation.step)?.title ?? variation.step}”`;
    case 'leavePost':
      return 'If you would leave your post to study full time';
    case 'withoutHolding':
      return `If you did not have this (${career.holdingById.get(variation.holding)?.label ?? variation.holding})`;
  }
}

const CHANGE_WORDS: Readonly<Record<BasisChange, string>> = {
  catalogue: 'the catalogue',
  dropped: 'a step that you dropped',
  ratings: 'your ratings',
  holdings: 'what you hold',
  posts: 'where you work',
  settings: 'your settings',
  letStand: 'what you leave open',
};

/** What has changed since a plan was made: “your ratings and where you work”. */
export function describeChanges(changes: readonly BasisChange[]): string {
  return formatList(changes.map((change) => spellForReader(CHANGE_WORDS[change])));
}

/** What sets the length of a stage, in a sentence. */
export function describeLength(career: Career, reason: LengthReason): string {
  const step = reason.step === null ? '' : (career.stepById.get(reason.step)?.title ?? reason.step);
  const unchanged = 'more hours a week change nothing';
  const named = (id: string) => career.postById.get(id)?.title ?? career.roleById.get(id)?.title ?? id;
  const inPost =
    reason.post === null
      ? null
      : `Your ${formatCount(reason.weeks - reason.searchWeeks, 'week')} as ${named(reason.post)} set the length`;
  switch (reason.code) {
    case 'tenure':
      return `${inPost ?? 'The time that one stays in a post sets the length'}: years in post, not hours of study, lead to the next; ${unchanged}.`;
    case 'experience':
      return `${inPost ?? 'The experience that is asked for sets the length'}: ${named(reason.until)} asks for experience in post; ${unchanged}.`;
    case 'study':
      return `“${step}” sets the length; it is full time, so ${unchanged}.`;
    case 'hours':
      return 'Your hours a week set the length; more of them would shorten it.';
    case 'workHours':
      return `“${step}” sets the length; it happens at work, so ${unchanged} in your own time.`;
    case 'order':
      return `The order of the steps and the least weeks that they take set the length, to the end of “${step}”.`;
    case 'search':
      return `Nothing is left to learn first: looking for the post takes about ${formatCount(reason.searchWeeks, 'week')}.`;
  }
}

/** Why a plan, or a date in it, cannot be, in a sentence. */
export function describeProblem(career: Career, problem: RuleProblem): string {
  const title = (id: string): string => `“${career.stepById.get(id)?.title ?? id}”`;
  switch (problem.code) {
    case 'way':
      return 'The posts on the way are not open from where you are now.';
    case 'stage':
      return `It would not reach ${career.postById.get(problem.until)?.title ?? problem.until} in its time.`;
    case 'pool':
      return problem.pool === 'own'
        ? 'A week would need more hours than you have.'
        : 'A week would need more hours at work than you have.';
    case 'parallel':
      return 'More steps would be under way at once than you allow.';
    case 'budget':
      return 'It would cost more than your budget.';
    case 'deadline':
      return 'It would end after your deadline.';
    case 'pinned':
      return `It would not hold ${title(problem.step)}, which you pinned.`;
    case 'step':
      return STEP_WORDS[problem.why](title(problem.step));
  }
}

const STEP_WORDS: Readonly<Record<Extract<RuleProblem, { code: 'step' }>['why'], (title: string) => string>> =
  {
    'not-open': (title) => `${title} is not open to you in that time.`,
    'too-early': (title) => `${title} cannot begin so early.`,
    'too-late': (title) => `${title} is no longer offered then.`,
    hours: (title) => `${title} would not have its hours.`,
    weeks: (title) => `${title} would have too few weeks.`,
  };
