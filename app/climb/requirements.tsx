import type { Career } from '@/lib/domain/career/career';
import type { Followed } from '@/lib/domain/climb/follow/followed';
import type { HeldPost } from '@/lib/domain/climb/profile';
import { nameEntry } from '@/lib/domain/plan/glance/names';
import { listRequirements, type ShownRequirement } from '@/lib/domain/plan/glance/requirements';
import type { PlanRow } from '@/lib/domain/plan/glance/row';
import { formatList } from '@/lib/wording/format';

/** What the goal asks beside can-dos, each with what meets it. */
export function Requirements({
  career,
  plan,
  rows,
  held,
  posts,
}: {
  career: Career;
  plan: Followed;
  rows: readonly PlanRow[];
  held: ReadonlySet<string>;
  /** What the person works and worked as. */
  posts: readonly HeldPost[];
}) {
  const requirements = listRequirements(career, { plan, rows, held, posts });
  if (requirements.length === 0) return null;
  return (
    <section aria-labelledby="requirements">
      <h2 id="requirements" className="plan-heading">
        What it asks beside skills
      </h2>
      <ul className="flex flex-col gap-1">
        {requirements.map(({ label, by, isMet }) => (
          <li key={label} className="leading-snug">
            <strong>{isMet ? `${label} ✓` : label}</strong>{' '}
            <span className="hint">
              {by.length === 0 ? (isMet ? 'met' : 'not met by this plan') : describeMeans(career, by, isMet)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What meets a requirement, short: steps by their number, what is held by its name, posts to come by the climb. */
function describeMeans(career: Career, by: ShownRequirement['by'], isMet: boolean): string {
  const steps = by.flatMap(({ order }) => (order === null ? [] : [`step ${order}`]));
  if (steps.length > 0) return formatList(steps);
  const isByPost = by.every(({ id }) => career.postById.has(id));
  return isMet || !isByPost
    ? formatList(by.map(({ id }) => nameEntry(career, id)))
    : 'by the posts on the way';
}
