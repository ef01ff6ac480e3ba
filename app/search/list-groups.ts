import type { CanDo, Career } from '@/lib/domain/career/career';
import type { CareerFound } from '@/lib/domain/career/search';
import type { PlanRow } from '@/lib/domain/plan/glance/row';
import { formatCount, formatDay } from '@/lib/wording/format';
import { STEP_KIND_LABELS } from '@/lib/wording/step-kinds';
import { STEP_STATUS_LABELS } from '@/lib/wording/step-statuses';

/** So many of a kind are shown at most; how many more there are is said. */
const MOST_SHOWN = 10;

export type FoundLine = { key: string; title: string; href: string; note: string };
export type FoundGroupView = {
  id: string;
  title: string;
  lines: FoundLine[];
  count: number;
  /** Where the others are; null where all are shown, or fewer words are the only way to them. */
  more: string | null;
};

/** What was found, in groups: one's own plan, then where an answer is short, then the long lists. */
export function listGroups({
  career,
  text,
  inPlan,
  found,
}: {
  career: Career;
  text: string;
  inPlan: readonly PlanRow[];
  found: CareerFound;
}): FoundGroupView[] {
  const group = <Entry>(
    [id, title]: readonly [string, string],
    entries: readonly Entry[],
    toLine: (entry: Entry) => FoundLine,
    more: string | null = null,
  ): FoundGroupView => ({
    id,
    title,
    lines: entries.slice(0, MOST_SHOWN).map(toLine),
    count: entries.length,
    more: entries.length > MOST_SHOWN ? more : null,
  });
  const groups = [
    group(['plan', 'Your plan'], inPlan, ({ step, status }) => ({
      key: step.id,
      title: step.title,
      href: `/plan#${step.id}`,
      note: `${STEP_STATUS_LABELS[status]}, ${formatDay(step.start)} to ${formatDay(step.finish)}`,
    })),
    group(['skills', 'Skills'], found.skills, ({ id, name, topics }) => ({
      key: id,
      title: name,
      href: `/skills/${id}`,
      note: formatCount(topics.length, 'topic'),
    })),
    group(['roles', 'Roles and posts'], [...found.roles, ...found.posts], (entry) => ({
      key: entry.id,
      title: entry.title,
      href: 'targets' in entry ? `/roles/${entry.id}` : `/steps/${entry.id}`,
      note: 'targets' in entry ? 'Role' : 'Post on the way',
    })),
    group(
      ['steps', 'Steps'],
      found.steps,
      (step) => ({
        key: step.id,
        title: step.title,
        href: `/steps/${step.id}`,
        note: `${STEP_KIND_LABELS[step.kind]}, ${step.provider}`,
      }),
      `/steps/find?text=${encodeURIComponent(text)}`,
    ),
    group(['can-dos', 'What one can do'], found.canDos, (canDo) => ({
      key: canDo.id,
      title: canDo.text,
      href: `/skills/${canDo.skill}#${canDo.topic}`,
      note: describeTopic(career, canDo),
    })),
  ];
  return groups.filter(({ count }) => count > 0);
}

function describeTopic(career: Career, { skill: id, topic, level }: CanDo): string {
  const skill = career.skillById.get(id);
  return `${skill?.name ?? id} ${level}, ${skill?.topics.find((one) => one.id === topic)?.name ?? ''}`;
}
