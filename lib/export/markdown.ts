import type { Source } from '@/lib/domain/career/schema-parts';
import type { FollowedStep } from '@/lib/domain/climb/follow/followed';
import { nameEntry } from '@/lib/domain/plan/glance/names';
import { orderSteps } from '@/lib/domain/plan/glance/row';
import { LEVEL_KIND_LABELS } from '@/lib/wording/level-kinds';
import { describeCatalogue, listEstimatedSteps } from '@/lib/wording/plan-catalogue';
import { describeProof } from '@/lib/wording/proof';
import { spell } from '@/lib/wording/spelling';
import { describeLevelAfter, listLevelNotes } from '@/lib/wording/stage-levels';
import { describeStepNotes } from '@/lib/wording/step-notes';
import {
  computeExportDay,
  describeGap,
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
import { listCanDos, listExportedStages, listLevelColumns, listMissingKinds } from './stages';
import { getWords, type Words } from './words';

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
  const role = nameEntry(career, plan.role);
  const words = getWords(input.locale);
  const facts = [`Readiness ${readiness}%`];
  if (plan.status !== 'infeasible') {
    const cost = words.cost(totals.cost, false);
    facts.push(words.count(totals.steps, 'step'), words.count(totals.weeks, 'week'));
    facts.push(`${words.count(totals.hours, 'hour')} of your own`);
    if (totals.workHours > 0) facts.push(`${words.count(totals.workHours, 'hour')} at work`);
    facts.push(totals.cost.approximate && totals.cost.amount > 0 ? `about ${cost}` : cost);
    if (totals.finish) facts.push(`finish ${words.day(totals.finish)}`);
  }
  return [
    `# Learning plan: ${escapeMarkdown(role)}`,
    '',
    `For ${escapeMarkdown(person.name)}, ${words.day(computeExportDay(input))}`,
    '',
    `**${facts.join(' · ')}**`,
  ];
}

function buildGapTable(input: ExportInput): string[] {
  const { number } = getWords(input.locale);
  const skills = listSkillGaps(input);
  // How far it is proved is the person's own affair, as their evidence is; and nothing is known where nothing was rated.
  const isProofTold = input.include.evidence && skills.some(({ id }) => input.proof.has(id));
  const rows = skills.map((skill) => {
    const { id, name, level, part, target } = skill;
    const proof = input.proof.get(id);
    const cells = [escapeMarkdown(name), part ? `${level} (${part})` : level, target, describeGap(skill)];
    return buildRow([...cells, ...(isProofTold ? [proof ? describeProof(proof, number) : ''] : [])]);
  });
  return [
    '## Gap by skill',
    '',
    LEVEL_KIND_LABELS[input.levelKind],
    '',
    buildRow(['Skill', 'Your level', 'Target', 'Gap', ...(isProofTold ? ['What you can do'] : [])]),
    buildRow(['---', '--:', '--:', '--:', ...(isProofTold ? ['---'] : [])]),
    ...rows,
  ];
}

/** The most hours that any week of a step takes, where it has several. */
function describePace({ hoursByWeek }: FollowedStep): string {
  return hoursByWeek.length > 1 ? `, at most ${Math.max(...hoursByWeek)} a week` : '';
}

/** What each stage comes to in levels. */
function buildLevels({ career, plan, levels }: ExportInput): string[] {
  if (levels === null) return [];
  const heads = listLevelColumns(levels);
  return [
    '## Levels after each stage',
    '',
    buildRow(['Skill', ...heads]),
    buildRow(['---', ...heads.map(() => '--:')]),
    ...levels.rows.map(({ skill, now, after, target }) => {
      const name = escapeMarkdown(career.skillById.get(skill)?.name ?? skill);
      return buildRow([name, now, ...after.map((one) => describeLevelAfter(one)), target]);
    }),
    '',
    ...listLevelNotes(career, { role: plan.role, levels }).flatMap((note) => [escapeMarkdown(note), '']),
  ];
}

function buildRow(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

function buildStep(step: FollowedStep, input: ExportInput): string[] {
  const { career, plan, progress } = input;
  const words = getWords(input.locale);
  const title = (id: string): string => plan.steps.find((other) => other.id === id)?.title ?? id;
  const order = orderSteps(plan.steps).findIndex((other) => other.id === step.id) + 1;
  const isEstimated = plan.totals.cost.estimated.includes(step.id);
  const raises = step.raises.map((raise) => describeRaise(raise, career));
  const lines = [
    `#### ${order}\\. ${buildLink(step.title, step.url)}`,
    '',
    `- When: ${words.day(step.start)} to ${words.day(step.finish)} (${words.count(step.weeks, 'week')})`,
    `- Hours: ${describeHours(step, input)}${describePace(step)}`,
    `- Cost: ${words.cost(step.cost, isEstimated)}`,
  ];
  const task = career.stepById.get(step.id)?.description;
  if (task) lines.push(`- What to do: ${escapeMarkdown(task)}`);
  if (raises.length > 0) lines.push(`- Raises: ${escapeMarkdown(raises.join(', '))}`);
  for (const note of describeStepNotes(career, plan, step)) lines.push(`- Mind: ${escapeMarkdown(note)}`);
  const canDos = listCanDos(input, step);
  if (canDos.length > 0)
    lines.push(`- ${spell('Afterwards', input.locale)}: ${escapeMarkdown(canDos.join(' '))}`);
  if (step.after.length > 0) lines.push(`- After: ${escapeMarkdown(step.after.map(title).join(', '))}`);
  lines.push(`- Status: ${describeStepStatus(step, progress)}`);
  if (step.why.length > 0) lines.push(`- Why: ${escapeMarkdown(step.why.join(' '))}`);
  return [...lines, ...buildRecord(step, input), ''];
}

function buildRecord(step: FollowedStep, { progress, include, locale }: ExportInput): string[] {
  const words = getWords(locale);
  const record = progress.get(step.id);
  if (!record) return [];
  const lines: string[] = [];
  if (record.hoursSpent !== null) lines.push(`- Hours spent: ${record.hoursSpent}`);
  if (record.expiresOn) lines.push(`- Valid until: ${words.day(record.expiresOn)}`);
  if (include.evidence && record.evidence)
    lines.push(`- Evidence: ${buildLink(record.evidence, record.evidence)}`);
  if (include.evidence && record.note) lines.push(`- Note: ${escapeMarkdown(record.note)}`);
  return lines;
}

function buildStages(input: ExportInput): string[] {
  const missing = listMissingKinds(input);
  return [
    ...listExportedStages(input).flatMap((stage, index) => [
      `## Stage ${index + 1}: ${escapeMarkdown(stage.name)}`,
      '',
      escapeMarkdown(stage.facts),
      '',
      ...(stage.order === null ? [] : [escapeMarkdown(stage.order), '']),
      ...stage.sections.flatMap((section) => [
        `### ${section.heading}`,
        '',
        ...section.steps.flatMap((step) => buildStep(step, input)),
      ]),
      ...(stage.search.length > 0 ? ['### Looking for a post', ''] : []),
      ...stage.search.flatMap((sentence) => [escapeMarkdown(sentence), '']),
    ]),
    ...(missing.length > 0 ? ['## Not in this plan', ''] : []),
    ...missing.flatMap(({ heading, why }) => [`### ${heading}`, '', escapeMarkdown(why), '']),
  ];
}

function buildNotes(input: ExportInput): string[] {
  const { career, plan } = input;
  const words = getWords(input.locale);
  const estimated = listEstimatedSteps(plan).map((step) => `${step.title}: ${words.cost(step.cost, false)}`);
  return [
    ...buildList('Assumptions', plan.assumptions.map(escapeMarkdown)),
    ...buildList('Estimated prices', estimated.map(escapeMarkdown)),
    ...buildList(
      'Sources',
      listSources(input).map((source) => buildSource(source, words)),
    ),
    escapeMarkdown(spell(describeCatalogue(career, plan), input.locale)),
    '',
  ];
}

function buildSource(source: Source, words: Words): string {
  return `${buildLink(source.title, findSourceUrl(source))}${source.seen ? ` (seen ${words.partialDate(source.seen)})` : ''}`;
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
    const reasons = (input.document.reasons ?? []).map((reason) => escapeMarkdown(reason.sentence));
    const lines = [
      ...buildHead(input),
      '',
      ...buildList('No plan within these limits', reasons),
      ...buildGapTable(input),
      '',
      ...buildLevels(input),
      ...buildStages(input),
      ...buildNotes(input),
    ];
    return lines.join('\n');
  },
};
