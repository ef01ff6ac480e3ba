import type { Replanning, ShownReplanning } from '@/lib/domain/climb/follow/replan';
import { type ComparedPlan, comparePlans } from '@/lib/domain/plan/difference';
import { formatCount, formatDay, formatList } from './format';
import { describeChanges } from './plan-codes';
import { describeTotals } from './plan-difference';

/** How a plan stands, in a line, with what mends it where something is to be mended. */
export type StandingLine = {
  tone: 'good' | 'attention';
  sentence: string;
  remedy: { href: string; label: string } | null;
};

/** Says the one thing first: that a plan is for another goal, stops short, is late, or could be shorter; else that it holds. */
export function describeStanding({
  isForOtherRole,
  replanning,
  weeksLate,
  kept,
  isBetterKnown,
  dropped,
}: {
  isForOtherRole: boolean;
  /** Null while it is still being worked out. */
  replanning: ShownReplanning | null;
  /** Null where nothing is late. */
  weeksLate: number | null;
  kept: ComparedPlan;
  isBetterKnown: boolean;
  /** Titles of the steps of the plan that the person dropped. */
  dropped: readonly string[];
}): StandingLine {
  const { finish } = kept.totals;
  if (isForOtherRole)
    return attention('Your plan is for another goal than the one you have now.', '/plan', 'Make another');
  if (replanning?.kind === 'stuck')
    return attention('Your plan stops short of the goal.', '/plan', 'See what stands in the way');
  if (replanning?.kind === 'offer' && replanning.why === 'broken')
    return attention(describeOffer(replanning, { kept, dropped }), '/plan/replan', 'See the fix');
  if (weeksLate !== null)
    return weeksLate > 0
      ? attention(`You are ${formatCount(weeksLate, 'week')} behind.`, '/plan', 'Move it on')
      : attention('A step is late; the end of your plan still holds.', '/plan', 'Look at it');
  if (replanning?.kind === 'offer')
    return attention(describeOffer(replanning, { kept, dropped }), '/plan/replan', 'Look at it');
  if (isBetterKnown)
    return attention('A shorter or lighter plan than yours is known.', '/plan', 'Look at it');
  if (replanning?.kind === 'kept')
    return attention('Your plan, kept as it is, does not reach your goal.', '/plan/replan', 'See the fix');
  if (replanning === null)
    return {
      tone: 'good',
      sentence: `${finish ? `Ready by ${formatDay(finish)} (estimate). ` : ''}Rung is still working out what has changed since.`,
      remedy: null,
    };
  return {
    tone: 'good',
    sentence: finish ? `Your plan holds: ready by ${formatDay(finish)} (estimate).` : 'Your plan holds.',
    remedy: null,
  };
}

function attention(sentence: string, href: string, label: string): StandingLine {
  return { tone: 'attention', sentence, remedy: { href, label } };
}

/**
 * What an offered plan is offered for, in a line. Good news comes first: where the other one is no longer, dearer or fuller, the
 * kept one has not come short but asks for more than is needed now.
 */
export function describeOffer(
  { why, changes, document }: Extract<Replanning, { kind: 'offer' }>,
  { kept, dropped }: { kept: ComparedPlan; dropped: readonly string[] },
): string {
  if (dropped.length > 0 && changes.includes('dropped'))
    return `You dropped ${formatList(dropped.map((title) => `“${title}”`))}, so this plan stops short. Another reaches your goal.`;
  const changed = describeChanges(changes);
  const difference = comparePlans({ kept, other: document });
  const { weeks, amount, steps } = difference;
  const isGood = weeks <= 0 && steps <= 0 && (amount ?? 0) <= 0 && weeks + steps + (amount ?? 0) < 0;
  if (isGood || why === 'better')
    return `You can have a plan that is ${describeTotals(difference, document)} (estimates), since this has changed: ${changed}.`;
  return `Since you made it this has changed: ${changed}. So this plan stops short; another reaches your goal.`;
}
