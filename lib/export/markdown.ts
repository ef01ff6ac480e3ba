import { nameRole } from '@/lib/domain/career-names';
import type { Source } from '@/lib/domain/catalogue';
import {
  buildPlanSections,
  describeCatalogue,
  listEstimatedSteps,
  orderPlanSteps,
} from '@/lib/domain/plan/sections';
import type { PlanStep } from '@/lib/domain/planner/document';
import { formatCount, formatDay, formatMoney, formatPartialDate } from '@/lib/wording/format';
import {
  computeExportDay,
  describeHours,
  describeRaise,
  describeStepStatus,
  type Exporter,
  type ExportInput,
  findSafeUrl,
  findSourceUrl,
  listSkillGaps,
  listSources,
} from './exporter';

/**
 * Turns any text into Markdown that shows exactly that text on one line: no markup, link, entity or
 * HTML of its own. Angle brackets and ampersands become entities, which also a lax reader leaves alone.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]{}#|~!$^]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\\](', '\\]\\(')
    .replace(/^([-+=:])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** A link where the address is safe to follow, else the text alone. */
function buildLink(text: string, url: string | null): string {
  const safe = findSafeUrl(url);
  if (!safe) return escapeMarkdown(text);
  const target = safe.replace(/[()<>\\[\]*_`|]/g, encodeCharacter).replaceAll('&', '&amp;');
  return `[${escapeMarkdown(text)}](${target})`;
}

function encodeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function buildHead(input: ExportInput): string[] {
  const { career, plan, person, readiness } = input;
  const { totals } = plan;
  const role = nameRole(career, plan.role);
  const facts = [`Readiness ${readiness}%`];
  if (plan.status !== 'infeasible') {
    const cost = formatMoney(totals.cost);
    facts.push(formatCount(totals.steps, 'step'), formatCount(totals.weeks, 'week'));
    facts.push(`${formatCount(totals.hours, 'hour')} of study`);
    facts.push(totals.cost.approximate ? `about ${cost}` : cost);
    if (totals.finish) facts.push(`finish ${formatDay(totals.finish)}`);
  }
  return [
    `# Learning plan: ${escapeMarkdown(role)}`,
    '',
    `For ${escapeMarkdown(person.name)}, ${formatDay(computeExportDay(input))}`,
    '',
    `**${facts.join(' · ')}**`,
  ];
}

function buildGapTable(input: ExportInput): string[] {
  const rows = listSkillGaps(input).map(
    ({ name, level, target, gap }) => `| ${escapeMarkdown(name)} | ${level} | ${target} | ${gap} |`,
  );
  return [
    '## Gap by skill',
    '',
    '| Skill | Your level | Target | Gap |',
    '| --- | --: | --: | --: |',
    ...rows,
  ];
}

function buildStep(step: PlanStep, input: ExportInput): string[] {
  const { career, plan, progress } = input;
  const title = (id: string): string => plan.steps.find((other) => other.id === id)?.title ?? id;
  const order = orderPlanSteps(plan).findIndex((other) => other.id === step.id) + 1;
  const estimated = plan.totals.cost.estimated.includes(step.id) ? ' (estimated)' : '';
  const raises = step.raises.map((raise) => describeRaise(raise, career));
  const lines = [
    `### ${order}\\. ${buildLink(step.title, step.url)}`,
    '',
    `- When: ${formatDay(step.start)} to ${formatDay(step.finish)} (${formatCount(step.weeks, 'week')})`,
    `- Hours: ${describeHours(step, career)}`,
    `- Cost: ${formatMoney(step.cost)}${estimated}`,
    `- Raises: ${escapeMarkdown(raises.join(', '))}`,
  ];
  if (step.after.length > 0) lines.push(`- After: ${escapeMarkdown(step.after.map(title).join(', '))}`);
  lines.push(`- Status: ${describeStepStatus(step, progress)}`);
  if (step.why.length > 0) lines.push(`- Why: ${escapeMarkdown(step.why.join(' '))}`);
  return [...lines, ...buildRecord(step, input), ''];
}

function buildRecord(step: PlanStep, { progress, include }: ExportInput): string[] {
  const record = progress.get(step.id);
  if (!record) return [];
  const lines: string[] = [];
  if (record.hoursSpent !== null) lines.push(`- Hours spent: ${record.hoursSpent}`);
  if (record.expiresOn) lines.push(`- Valid until: ${formatDay(record.expiresOn)}`);
  if (include.evidence && record.evidence)
    lines.push(`- Evidence: ${buildLink(record.evidence, record.evidence)}`);
  if (include.evidence && record.note) lines.push(`- Note: ${escapeMarkdown(record.note)}`);
  return lines;
}

function buildSections(input: ExportInput): string[] {
  return buildPlanSections(input.career, input.plan).flatMap((section) => [
    `## ${section.heading}`,
    '',
    ...(section.emptySentence
      ? [escapeMarkdown(section.emptySentence), '']
      : section.steps.flatMap((step) => buildStep(step, input))),
  ]);
}

function buildNotes(input: ExportInput): string[] {
  const { career, plan } = input;
  const estimated = listEstimatedSteps(plan).map((step) => `${step.title}: ${formatMoney(step.cost)}`);
  return [
    ...buildList('Assumptions', plan.assumptions.map(escapeMarkdown)),
    ...buildList('Estimated prices', estimated.map(escapeMarkdown)),
    ...buildList('Sources', listSources(input).map(buildSource)),
    escapeMarkdown(describeCatalogue(career, plan)),
    '',
  ];
}

function buildSource(source: Source): string {
  return `${buildLink(source.title, findSourceUrl(source))}${source.seen ? ` (seen ${formatPartialDate(source.seen)})` : ''}`;
}

function buildList(heading: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [`## ${heading}`, '', ...lines.map((line) => `- ${line}`), ''] : [];
}

export const markdownExporter: Exporter = {
  id: 'markdown',
  extension: 'md',
  mediaType: 'text/markdown; charset=utf-8',
  label: 'Markdown',
  purpose: 'your notes, a wiki or a pull request',
  stem: 'learning-plan',
  hasEvidence: true,
  async render(input) {
    const reasons = (input.plan.reasons ?? []).map((reason) => escapeMarkdown(reason.sentence));
    const lines = [
      ...buildHead(input),
      '',
      ...buildList('No plan within these limits', reasons),
      ...buildGapTable(input),
      '',
      ...buildSections(input),
      ...buildNotes(input),
    ];
    return lines.join('\n');
  },
};
