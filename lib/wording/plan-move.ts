import type { Career } from '@/lib/domain/career/career';
import type { Moved } from '@/lib/domain/climb/follow/late';
import { formatDay } from './format';
import { describeProblem } from './plan-codes';

/** Why a step was not moved to where a person wants it. */
export function describeMoveRefusal(career: Career, moved: Exclude<Moved, { kind: 'moved' }>): string {
  switch (moved.kind) {
    case 'too-early':
      return `It cannot begin then: what comes before it ends later. ${formatDay(moved.from)} is the first day on which it can.`;
    case 'breaks':
      return `Moved there, your plan would no longer hold. ${moved.problems
        .slice(0, 1)
        .map((problem) => describeProblem(career, problem))
        .join('')}`;
    case 'unknown':
      return 'Only a step that has not begun can be moved.';
  }
}
