import type { BasisChange } from '@/lib/domain/climb/follow/basis';
import type { Replanning } from '@/lib/domain/climb/follow/replan';
import type { Day } from '@/lib/domain/day';
import { formatCount, formatDay, formatList } from './format';
import { describeChanges } from './plan-codes';

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
  finish,
  isBetterKnown,
  dropped,
}: {
  isForOtherRole: boolean;
  /** Null while it is still being worked out. */
  replanning: Replanning | null;
  /** Null where nothing is late. */
  weeksLate: number | null;
  finish: Day | null;
  isBetterKnown: boolean;
  /** Titles of the steps of the plan that the person dropped. */
  dropped: readonly string[];
}): StandingLine {
  if (isForOtherRole)
    return attention('Your plan is for another goal than the one you have now.', '/plan', 'Make another');
  if (replanning?.kind === 'stuck')
    return attention('Your plan stops short of the goal.', '/plan', 'See what stands in the way');
  if (replanning?.kind === 'offer' && replanning.why === 'broken')
    return attention(describeBroken(replanning.changes, dropped), '/plan/replan', 'See the fix');
  if (weeksLate !== null)
    return weeksLate > 0
      ? attention(`You are ${formatCount(weeksLate, 'week')} behind.`, '/plan', 'Move it on')
      : attention('A step is late; the end of your plan still holds.', '/plan', 'Look at it');
  if (replanning?.kind === 'offer' || isBetterKnown)
    return attention(
      'A shorter or lighter plan than yours is known.',
      replanning?.kind === 'offer' ? '/plan/replan' : '/plan',
      'Look at it',
    );
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

/** Why a plan no longer reaches its goal, where another one does. */
export function describeBroken(changes: readonly BasisChange[], dropped: readonly string[]): string {
  if (dropped.length > 0 && changes.includes('dropped'))
    return `You dropped ${formatList(dropped.map((title) => `“${title}”`))}, so this plan stops short. Another reaches your goal.`;
  return `Since you made it this has changed: ${describeChanges(changes)}. So this plan stops short; another reaches your goal.`;
}
