import 'server-only';
import type { Career, Role, Step } from '@/lib/domain/catalogue';
import {
  computeGap,
  computeNearestRoles,
  computeReadinessBand,
  findNeighbourRungs,
  findStepsToNextLevel,
  type Gap,
  type GapRow,
} from '@/lib/domain/gap';
import { isOwnStep } from '@/lib/domain/own-step';
import type { Region } from '@/lib/domain/planner/profile';
import { computeRungs } from '@/lib/domain/rungs';
import type { Standing } from '@/lib/plan/standing';
import { formatCount, formatList } from '@/lib/wording/format';
import { STEP_KIND_LABELS } from '@/lib/wording/step-kinds';

const NEAREST_SHOWN = 3;
const STEPS_SHOWN = 4;

export type GapView = ReturnType<typeof buildGapView>;

/**
 * All that the page shows, in words and figures. The page's parts are drawn from this by one component, because markup
 * that a server component makes goes through React twice and is sent twice.
 */
export function buildGapView({
  standing,
  role,
  hoursLeft,
}: {
  standing: Standing;
  role: Role;
  /** Null without a plan for this role. */
  hoursLeft: number | null;
}) {
  const { career, levels, region } = standing;
  const gap = computeGap(career, { role, levels });
  const { below, above } = findNeighbourRungs(career, role);
  const { nearest, met } = computeNearestRoles(career, { goal: role, levels });
  const gapOf = (other: Role) => computeGap(career, { role: other, levels });
  return {
    role: { id: role.id, title: role.title, description: role.description },
    goal: {
      id: standing.goal?.id ?? null,
      title: standing.role.title,
      isShown: role.id === standing.role.id,
    },
    roles: career.roles.map(({ id, title }) => ({ id, title })),
    readiness: describeReadiness({ gap, standing, hoursLeft }),
    rows: gap.rows.map(({ skill, ...row }) => ({ ...row, skill: { id: skill.id, name: skill.name } })),
    nextLevels: gap.rows.flatMap((row) => describeNextLevel(career, { row, region })),
    rungs: computeRungs(career, { levels, goal: standing.role }),
    neighbours: [
      ...(above ? [describeRole(gapOf(above), 'The rung above')] : []),
      ...(below ? [describeRole(gapOf(below), 'The rung below')] : []),
    ],
    nearest: nearest
      .slice(0, NEAREST_SHOWN)
      .map((other) => describeRole(other, `${formatCount(other.totalGap, 'level')} to climb`)),
    met: met.length > 0 ? formatList(met.map((other) => other.role.title)) : null,
  };
}

function describeReadiness({
  gap,
  standing,
  hoursLeft,
}: {
  gap: Gap;
  standing: Standing;
  hoursLeft: number | null;
}) {
  const unrated = gap.rows.filter((row) => !row.isRated && row.target > 0).map((row) => row.skill.name);
  return {
    percent: gap.readiness,
    band: computeReadinessBand(gap.role, standing.ratings),
    skillsMet: gap.skillsMet,
    skillsAsked: gap.skillsAsked,
    isReady: gap.isReady,
    isRated: gap.rows.some((row) => row.isRated),
    unrated: unrated.length > 0 ? formatList(unrated) : null,
    hoursLeft: hoursLeft === null ? null : formatCount(hoursLeft, 'hour'),
  };
}

/** What the next level of a skill looks like, in words a person can check, and the steps that lead there. */
function describeNextLevel(career: Career, { row, region }: { row: GapRow; region: Region }) {
  const { skill, level } = row;
  const next = row.gap > 0 ? skill.levels[level + 1] : undefined;
  if (!next) return [];
  const steps = findStepsToNextLevel(career, { skill: skill.id, level, region }).map(describeStep);
  const rest = steps.slice(STEPS_SHOWN);
  return [
    {
      skill: skill.id,
      heading: `${skill.name}: from ${level} to ${next.level} ${career.scale[next.level]?.name}`,
      descriptor: next.descriptor,
      steps: steps.slice(0, STEPS_SHOWN),
      rest: rest.length > 0 ? { summary: formatCount(rest.length, 'more step'), steps: rest } : null,
    },
  ];
}

function describeStep({ id, title, kind, planning }: Step) {
  const hours = planning.hours ? `, about ${formatCount(planning.hours, 'hour')}` : '';
  return {
    id,
    title,
    href: isOwnStep(id) ? '/plan/own' : `/steps/${id}`,
    note: `${STEP_KIND_LABELS[kind]}${hours}`,
  };
}

function describeRole(gap: Gap, note: string) {
  const names = gap.rows.filter((row) => row.gap > 0).map((row) => `${row.skill.name} +${row.gap}`);
  return {
    id: gap.role.id,
    title: gap.role.title,
    percent: gap.readiness,
    note,
    missing: names.length > 0 ? `Missing: ${formatList(names)}.` : 'Every target met.',
  };
}
