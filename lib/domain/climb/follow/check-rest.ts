import type { Career } from '../../career/career';
import { toFollowed } from './followed';
import { type Following, splitPlan } from './following';
import { layAhead } from './laid';
import { buildRest } from './rest-problem';
import { findRuleProblems, type RuleProblem } from './rules';
import { isStaged, type StoredDocument } from './stored-document';

/** The rules that what is left of a plan of stages breaks; nothing is asked of one of the first edition, which is followed as it is. */
export function checkRest(
  career: Career,
  following: Following,
  document: StoredDocument,
): readonly RuleProblem[] {
  if (!isStaged(document)) return [];
  const { records, today } = following;
  const remaining = splitPlan({ followed: toFollowed(document), records, today });
  const rest = buildRest(career, following, remaining);
  const behind = new Set(remaining.behind.map(({ id }) => id));
  return findRuleProblems(
    rest,
    layAhead(document, { weeksGone: remaining.weeksGone, isLeft: (id) => !behind.has(id) }),
    // Weeks held are counted in whole ones.
    { slackWeeks: 1 },
  );
}
