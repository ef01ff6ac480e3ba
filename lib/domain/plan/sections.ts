import { nameRole } from '@/lib/domain/career-names';
import { type Career, STEP_KINDS, type StepKind } from '@/lib/domain/catalogue';
import type { PlanDocument, PlanStep } from '@/lib/domain/planner/document';
import { joinWords } from '../join-words';
import { orderSteps } from './glance/row';

/** The six headings of a plan, in their order. */
export const SECTION_HEADINGS: Readonly<Record<StepKind, string>> = {
  degree: 'Degree',
  certification: 'Certification',
  'entry-role': 'Entry role',
  course: 'Courses',
  project: 'Projects',
  practice: 'Practice',
};

const NOUNS: Readonly<Record<StepKind, { one: string; many: string }>> = {
  degree: { one: 'a degree', many: 'degrees' },
  certification: { one: 'a certification', many: 'certifications' },
  'entry-role': { one: 'an entry role', many: 'entry roles' },
  course: { one: 'a course', many: 'courses' },
  project: { one: 'a project', many: 'projects' },
  practice: { one: 'practice at work', many: 'practice' },
};

export type PlanSection = {
  kind: StepKind;
  heading: string;
  steps: PlanStep[];
  /** Why the section has no step; null when it has some. */
  emptySentence: string | null;
};

/**
 * A plan's steps in order of time: by first day, on one day main occupations first, since others may need their post,
 * then by last day, then by id, so that one plan has one order.
 */
export function orderPlanSteps(plan: PlanDocument): PlanStep[] {
  return plan.steps.toSorted(
    (a, b) =>
      a.startWeek - b.startWeek ||
      Number(a.hours > 0) - Number(b.hours > 0) ||
      a.weeks - b.weeks ||
      compare(a.id, b.id),
  );
}

/** The six sections of a plan in their order, each with its steps in order of time or a sentence saying why it has none. */
export function buildPlanSections(career: Career, plan: PlanDocument): PlanSection[] {
  const ordered = orderPlanSteps(plan);
  return STEP_KINDS.map((kind) => {
    const steps = ordered.filter((step) => step.kind === kind);
    return {
      kind,
      heading: SECTION_HEADINGS[kind],
      steps,
      emptySentence: steps.length > 0 ? null : describeEmptySection(kind, plan, career),
    };
  });
}

/**
 * Says why a plan has no step of a kind: no plan at all, the kind left out by choice, its requirement met
 * by a holding or by other steps, nothing asked, or every target reached without it.
 */
export function describeEmptySection(kind: StepKind, plan: PlanDocument, career: Career): string {
  const { one, many } = NOUNS[kind];
  if (plan.status === 'infeasible')
    return 'There is no plan within these limits, so there is nothing here yet.';
  const left = plan.profile.preferences.excludedKinds.includes(kind);
  const choice = left ? ` You chose to leave out ${many}.` : '';
  const asked = career.requirements.filter(
    (requirement) =>
      requirement.section === kind && (career.requirementsOf[plan.role] ?? []).includes(requirement.id),
  );
  if (asked.length > 0) {
    const sentences = asked.map((requirement) => {
      const by = plan.requirements.find((met) => met.id === requirement.id)?.by ?? [];
      return describeRequirementMet({ noun: one, by, plan, career });
    });
    return [...new Set(sentences)].join(' ') + choice;
  }
  const role = nameRole(career, plan.role);
  if (isRequirementKind(kind))
    return `None needed: the role ${role} does not ask for ${one}, and its levels are reached without.${choice}`;
  if (left) return `None: you chose to leave out ${many}.`;
  if (plan.gaps.every((gap) => gap.level >= gap.target))
    return `None needed: you already meet every target of the role ${role}.`;
  return `None needed: the steps under the other headings reach every target without ${one}.`;
}

function describeRequirementMet(input: {
  noun: string;
  by: readonly string[];
  plan: PlanDocument;
  career: Career;
}): string {
  const { noun, by, plan, career } = input;
  const holding = by.map((id) => career.holdingById.get(id)).find(Boolean);
  if (holding) return `None needed: you already have this (${lowerFirst(holding.label)}).`;
  if (by.length === 0) return `None needed: the plan does without ${noun}.`;
  const titles = joinWords(by.map((id) => career.stepById.get(id)?.title ?? id));
  const kinds = new Set(plan.steps.filter(({ id }) => by.includes(id)).map(({ kind }) => kind));
  const headings = [...kinds].map((kind) => SECTION_HEADINGS[kind]);
  return headings.length > 0
    ? `None needed: ${titles} (see ${joinWords(headings)}) ${by.length > 1 ? 'count' : 'counts'} instead.`
    : `None needed: you have done ${titles}.`;
}

/** The steps of a plan whose price is an estimate, in order of time. */
export function listEstimatedSteps<Step extends { id: string; startWeek: number; weeks: number }>(plan: {
  steps: readonly Step[];
  totals: { cost: { estimated: readonly string[] } };
}): Step[] {
  const estimated = new Set(plan.totals.cost.estimated);
  return orderSteps(plan.steps).filter((step) => estimated.has(step.id));
}

/** One sentence naming the catalogue behind a plan: career, date, and version as a SHA-256; also the plan's own, where it is older. */
export function describeCatalogue(
  career: { id: string; compiled: string; version: string },
  plan: { catalogue: string },
): string {
  const older = plan.catalogue === career.version ? '' : `; the plan was made with version ${plan.catalogue}`;
  return `Catalogue ${career.id}, compiled ${career.compiled}, version ${career.version}${older}.`;
}

function isRequirementKind(kind: StepKind): boolean {
  return kind === 'degree' || kind === 'certification' || kind === 'entry-role';
}

/** Lowers the first letter of a sentence for use inside another; `I` and acronyms stay. */
function lowerFirst(text: string): string {
  return /^(I\b|[A-Z]{2})/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
