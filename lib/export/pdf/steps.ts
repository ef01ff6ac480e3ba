import type { FollowedStep } from '@/lib/domain/climb/follow/followed';
import { orderSteps } from '@/lib/domain/plan/glance/row';
import { describeStepNotes } from '@/lib/wording/step-notes';
import { describeHours, describeStepStatus, type ExportInput, findSafeUrl } from '../exporter';
import { listCanDos, listExportedStages, listMissingKinds } from '../stages';
import { getWords } from '../words';
import type { Line, Sheet } from './sheet';
import { COLOUR, PAGE, type Style, TEXT } from './style';

const INDENT = PAGE.left + 26;
const LABELLED = INDENT + 46;
const GAP = 12;

type Part = { label?: string; lines: Line[]; style: Style; url?: string };
/** What a subheading takes with the room around it, and how much a heading keeps with it at most. */
const SUBHEADING = 8 + TEXT.subheading.leading + 3;
const MOST_KEPT = 420;

function measureLead(sheet: Sheet, texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + sheet.wrap(text, TEXT.body).length * TEXT.body.leading, 0);
}

type StepLayout = { order: number; step: FollowedStep; parts: Part[]; height: number };

/** To be done one after another: the stages, each with its steps under the headings that it has; then the headings that no stage has, and why. */
export function listStepDrawings(input: ExportInput): ((sheet: Sheet) => void)[] {
  const orders = new Map(orderSteps(input.plan.steps).map((step, index) => [step.id, index + 1]));
  const stages = listExportedStages(input).flatMap((stage, index) => [
    (sheet: Sheet) => {
      const lead = [stage.facts, ...(stage.order === null ? [] : [stage.order])];
      // What a stage says of itself stays with its first step, so that no heading ends a page.
      const [first] = stage.sections[0]?.steps ?? [];
      const order = first ? (orders.get(first.id) ?? 0) : 0;
      const step = first ? layOutStep(sheet, { step: first, order, input }).height : 0;
      const follows = Math.min(MOST_KEPT, measureLead(sheet, lead) + SUBHEADING + step);
      sheet.heading(`Stage ${index + 1}: ${stage.name}`, TEXT.heading, follows);
      for (const text of lead) sheet.paragraph(text, TEXT.body);
    },
    ...stage.sections.flatMap(({ heading, steps }) =>
      steps.map((step, place) => (sheet: Sheet) => {
        const layout = layOutStep(sheet, { step, order: orders.get(step.id) ?? 0, input });
        const isFirst = place === 0;
        if (isFirst) sheet.subheading(heading, TEXT.subheading, Math.min(layout.height, 300));
        drawStep(sheet, layout, { isFirst, input });
      }),
    ),
    (sheet: Sheet) => {
      if (stage.search.length > 0) sheet.subheading('Looking for a post', TEXT.subheading, 40);
      for (const sentence of stage.search) sheet.paragraph(sentence, TEXT.body);
    },
  ]);
  return [...stages, (sheet) => drawMissing(sheet, input)];
}

function drawMissing(sheet: Sheet, input: ExportInput): void {
  const missing = listMissingKinds(input);
  if (missing.length > 0) sheet.heading('Not in this plan', TEXT.heading, 60);
  for (const { heading, why } of missing) {
    sheet.subheading(heading, TEXT.subheading, 26);
    sheet.paragraph(why, TEXT.body);
  }
}

function layOutStep(
  sheet: Sheet,
  { step, order, input }: { step: FollowedStep; order: number; input: ExportInput },
): StepLayout {
  const { plan, progress, include } = input;
  const words = getWords(input.locale);
  const record = progress.get(step.id);
  const before = step.after.map((id) => plan.steps.find((other) => other.id === id)?.title ?? id);
  const parts: Part[] = [
    { lines: sheet.wrap(step.title, TEXT.step, PAGE.right - INDENT), style: TEXT.step },
    { lines: [], style: TEXT.body },
  ];
  const add = (label: string, text: string | null | undefined, style: Style, url?: string | null): void => {
    if (text)
      parts.push({
        label,
        lines: sheet.wrap(text, style, PAGE.right - LABELLED),
        style,
        url: url ?? undefined,
      });
  };
  const url = findSafeUrl(step.url);
  add('From', input.career.stepById.get(step.id)?.provider, TEXT.body);
  add('Link', url && showAddress(url), TEXT.link, url);
  add('Do', input.career.stepById.get(step.id)?.description, TEXT.body);
  add('Raises', step.raises.map((raise) => showRaise(raise, input)).join(', '), TEXT.body);
  add('Then', listCanDos(input, step).join(' '), TEXT.body);
  add('After', before.join(', '), TEXT.body);
  add('Mind', describeStepNotes(input.career, plan, step).join(' '), TEXT.body);
  add('Why', step.why.join(' '), TEXT.body);
  if (record?.hoursSpent != null) add('Spent', words.count(record.hoursSpent, 'hour'), TEXT.body);
  add('Valid', record?.expiresOn && `until ${words.day(record.expiresOn)}`, TEXT.body);
  const proof = findSafeUrl(record?.evidence ?? null);
  if (include.evidence) add('Evidence', record?.evidence, proof ? TEXT.link : TEXT.body, proof);
  if (include.evidence) add('Note', record?.note, TEXT.body);
  const height = parts.reduce((sum, { lines, style }) => sum + measurePart(lines, style), GAP);
  return { order, step, parts, height };
}

/** The part without lines stands for the row of facts. */
function measurePart(lines: readonly Line[], style: Style): number {
  return lines.length === 0 ? style.leading + 3 : lines.length * style.leading;
}

function drawStep(
  sheet: Sheet,
  layout: StepLayout,
  { isFirst, input }: { isFirst: boolean; input: ExportInput },
): void {
  const { order, step, parts, height } = layout;
  // A step that fills more than half a page may break; any other is kept in one piece.
  sheet.reserve(Math.min(height, (PAGE.bottom - PAGE.top) / 2));
  if (!isFirst && sheet.y > PAGE.top) {
    sheet.decorate(() => {
      sheet.doc.moveTo(INDENT, sheet.y).lineTo(PAGE.right, sheet.y).lineWidth(0.5).stroke(COLOUR.rule);
    });
    sheet.y += GAP / 2;
  }
  sheet.group('Sect', () => {
    parts.forEach((part, index) => {
      if (index === 0) drawTitle(sheet, part, order);
      else if (part.lines.length === 0) drawFacts(sheet, step, input);
      else drawPart(sheet, part, step);
    });
  });
  sheet.y += GAP / 2;
}

function drawTitle(sheet: Sheet, { lines, style }: Part, order: number): void {
  const number = String(order);
  const top = sheet.y;
  sheet.element('H4', () => {
    sheet.drawLine(
      { drawn: number, original: number },
      { ...style, colour: COLOUR.accent },
      { x: PAGE.left, y: top },
    );
    lines.forEach((line, index) => {
      sheet.drawLine(line, style, { x: INDENT, y: top + index * style.leading });
    });
  });
  sheet.y += lines.length * style.leading;
}

function drawPart(sheet: Sheet, { label = '', lines, style, url }: Part, step: FollowedStep): void {
  sheet.reserve(lines.length * style.leading);
  const top = sheet.y;
  sheet.group('P', () => {
    const name = { drawn: label, original: label };
    sheet.element('Span', () =>
      sheet.drawLine(name, { ...TEXT.quiet, leading: style.leading }, { x: INDENT, y: top + 0.4 }),
    );
    if (url) sheet.drawLink(lines, style, { x: LABELLED, y: top, url, about: step.title });
    else sheet.drawLines('Span', lines, style, LABELLED);
  });
  sheet.y = top + lines.length * style.leading;
}

function drawFacts(sheet: Sheet, step: FollowedStep, input: ExportInput): void {
  const { plan, progress } = input;
  const words = getWords(input.locale);
  const isEstimated = plan.totals.cost.estimated.includes(step.id);
  const days = `${words.day(step.start)} – ${words.day(step.finish)}`;
  const facts: { text: string; x: number; style: Style }[] = [
    { text: days, x: 0, style: TEXT.strong },
    { text: words.count(step.weeks, 'week'), x: 142, style: TEXT.body },
    { text: describeHours(step, input), x: 206, style: TEXT.body },
    { text: words.cost(step.cost, isEstimated), x: 290, style: TEXT.body },
    { text: describeStepStatus(step, progress), x: 392, style: TEXT.body },
  ];
  sheet.y += 1.5;
  sheet.element('P', () => {
    for (const { text, x, style } of facts)
      sheet.drawLine({ drawn: text, original: text }, style, { x: INDENT + x, y: sheet.y });
  });
  sheet.y += TEXT.body.leading + 1.5;
}

function showRaise(raise: FollowedStep['raises'][number], { career }: ExportInput): string {
  return `${career.skillById.get(raise.skill)?.name ?? raise.skill} ${raise.from} → ${raise.to}`;
}

/** An address as a reader of paper would write it. */
function showAddress(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}
