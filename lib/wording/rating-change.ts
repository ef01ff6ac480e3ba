import type { RatingChange, SkillChange } from '@/lib/domain/rating-change';
import { formatCount, formatList } from './format';

/** What a check-in did: “46 → 60 %: Coding +1.” Null where it moved nothing. Per cent are told of a goal alone. */
export function describeRatingChange(
  { from, to, skills }: RatingChange,
  { hasGoal = true }: { hasGoal?: boolean } = {},
): string | null {
  if (skills.length === 0) return null;
  const percent = from === to ? `${to} % as before` : `${from} → ${to} %`;
  const moved = `${formatList(skills.map(describeSkill))}.`;
  return hasGoal ? `${percent}: ${moved}` : moved;
}

function describeSkill({ skill, before, after, gained, lost }: SkillChange): string {
  if (before === null) return `${skill.name} ${after}`;
  if (after === null) return `${skill.name} not rated`;
  if (after !== before) return `${skill.name} ${signed(after - before)}`;
  const parts = [
    ...(gained.length > 0 ? [`+${formatCount(gained.length, 'can-do')}`] : []),
    ...(lost.length > 0 ? [`−${formatCount(lost.length, 'can-do')}`] : []),
  ];
  return `${skill.name} ${parts.join(' ')}`;
}

const signed = (difference: number): string => (difference > 0 ? `+${difference}` : `−${-difference}`);
