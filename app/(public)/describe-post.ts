import type { Career } from '@/lib/domain/career/career';
import type { Experience, ExperienceOption, Post } from '@/lib/domain/career/schema';
import { formatCount, formatList } from '@/lib/wording/format';

const RANKS = ['trainee or first post', 'junior', 'full job', 'senior', 'lead', 'principal'] as const;
const AT_LEAST = [
  'of any rank',
  'at junior rank or above',
  'in the full job or above',
  'at senior rank or above',
  'at lead rank or above',
  'at principal rank',
] as const;
const WEEKS_PER_YEAR = 52;

/** Where a post stands: its part of IT and its rank. */
export function describePlace(career: Career, { family, rank }: Post): string {
  return `${career.familyById.get(family)?.name ?? family}, ${RANKS[rank]}`;
}

/** Weeks as a person says them: years where they come out even, half a year, else weeks. */
export function describeLength(weeks: number): string {
  if (weeks % WEEKS_PER_YEAR === 0) return formatCount(weeks / WEEKS_PER_YEAR, 'year');
  return weeks === WEEKS_PER_YEAR / 2 ? 'half a year' : formatCount(weeks, 'week');
}

/** A label as it stands inside a sentence: “A degree” as “a degree”, but “DevOps and platforms” and “I have” as they are. */
function toInside(label: string): string {
  const [first = ''] = label.split(' ');
  const isPlain = first !== 'I' && first.slice(1) === first.slice(1).toLowerCase();
  return isPlain ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** Parts of IT as a sentence names them. */
export function describeFamilies(career: Career, families: Post['family'][] | 'any'): string {
  if (families === 'any') return 'any part of IT';
  return formatList(
    families.map((id) => toInside(career.familyById.get(id)?.name ?? id)),
    'disjunction',
  );
}

/** One way in which experience is met, in words. */
function describeOption(career: Career, option: ExperienceOption): string {
  if ('holding' in option) return toInside(career.holdingById.get(option.holding)?.label ?? option.holding);
  if ('step' in option) return `“${career.stepById.get(option.step)?.title ?? option.step}”`;
  const length = describeLength(option.weeks);
  if ('posts' in option)
    return `${length} as ${formatList(
      option.posts.map((id) => career.postById.get(id)?.title ?? id),
      'disjunction',
    )}`;
  return `${length} of work ${AT_LEAST[option.minRank]}, in ${describeFamilies(career, option.families)}`;
}

/** What is asked beside skills: its label, and each way to meet it. */
export function describeExperience(
  career: Career,
  { label, anyOf }: Experience,
): { label: string; ways: string[] } {
  return { label, ways: anyOf.map((option) => describeOption(career, option)) };
}
