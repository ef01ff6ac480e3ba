import type { Moved } from '@/lib/domain/climb/follow/late';
import { formatDay } from './format';

/** Why a step was not moved to where a person wants it. */
export function describeMoveRefusal(moved: Exclude<Moved, { kind: 'moved' }>): string {
  switch (moved.kind) {
    case 'too-early':
      return `It cannot begin then: what comes before it ends later. ${formatDay(moved.from)} is the first day on which it can.`;
    case 'breaks':
      return moved.problems.some(({ code }) => code === 'deadline')
        ? 'Moved there, your plan would end after your deadline.'
        : 'Moved there, your plan would no longer hold together: something that rests on it would come too late.';
    case 'unknown':
      return 'Only a step that has not begun can be moved.';
  }
}
