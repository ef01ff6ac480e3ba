import { nameEntry } from '@/lib/domain/plan/glance/names';
import { computeExportDay, type ExportInput } from '../exporter';
import { getWords } from '../words';
import type { Sheet } from './sheet';
import { COLOUR, CONTENT_WIDTH, PAGE, TEXT } from './style';

const BAND_HEIGHT = 158;
const GAUGE = { width: 122, rungs: 10 };

/** Draws the block that says whose plan this is, for what and when, with the readiness and the totals. */
export function drawHead(sheet: Sheet, input: ExportInput): void {
  const { career, plan, person, readiness } = input;
  const role = nameEntry(career, plan.role);
  const words = getWords(input.locale);
  const { doc } = sheet;
  sheet.decorate(() => {
    doc.rect(0, 0, PAGE.width, BAND_HEIGHT).fill(COLOUR.accent);
  });
  const gaugeLeft = PAGE.right - GAUGE.width;
  const textWidth = gaugeLeft - PAGE.left - 24;

  sheet.y = 40;
  sheet.drawLines('P', sheet.wrap('LEARNING PLAN', TEXT.overline), TEXT.overline);
  const title = sheet.wrap(role, TEXT.title, textWidth);
  sheet.drawLines('H1', title, TEXT.title);
  sheet.y += 7;
  for (const line of [person.name, person.email ?? '', words.day(computeExportDay(input))])
    if (line !== '') sheet.drawLines('P', [sheet.fit(line, TEXT.onAccent, textWidth)], TEXT.onAccent);

  drawGauge(sheet, readiness, gaugeLeft);
  sheet.y = BAND_HEIGHT + 20;
  drawTotals(sheet, input);
}

function drawGauge(sheet: Sheet, readiness: number, left: number): void {
  const { doc } = sheet;
  sheet.decorate(() => drawLadder(doc, { left, top: 42, height: 76, readiness }));
  const x = left + 52;
  sheet.y = 52;
  sheet.drawLines('P', sheet.wrap(`${readiness}%`, TEXT.figure), TEXT.figure, x);
  sheet.drawLines('P', sheet.wrap('Readiness', TEXT.onAccent), TEXT.onAccent, x + 1);
}

function drawLadder(
  doc: PDFKit.PDFDocument,
  { left, top, height, readiness }: { left: number; top: number; height: number; readiness: number },
): void {
  const width = 30;
  const pitch = height / (GAUGE.rungs + 1);
  const reached = Math.floor((readiness * GAUGE.rungs) / 100);
  doc.lineCap('round').lineWidth(2);
  for (const x of [left, left + width])
    doc
      .moveTo(x, top)
      .lineTo(x, top + height)
      .stroke(COLOUR.accentSoft);
  for (let rung = 1; rung <= GAUGE.rungs; rung += 1) {
    const y = top + height - rung * pitch;
    const colour = rung <= reached ? COLOUR.amberLight : '#3a7d70';
    doc
      .moveTo(left + 1, y)
      .lineTo(left + width - 1, y)
      .lineWidth(rung <= reached ? 3 : 1.5)
      .stroke(colour);
  }
  doc.lineCap('butt');
}

function listTotals({ plan, locale }: ExportInput): [label: string, value: string][] {
  const words = getWords(locale);
  const { totals, start } = plan;
  if (plan.status === 'infeasible') return [['Start', words.day(start)]];
  const cost = words.cost(totals.cost, false);
  return [
    ['Start', words.day(start)],
    ['Finish', totals.finish ? words.day(totals.finish) : 'nothing to do'],
    ['Duration', words.count(totals.weeks, 'week')],
    ['Your own time', words.count(totals.hours, 'hour')],
    ...(totals.workHours > 0
      ? [['At work', words.count(totals.workHours, 'hour')] satisfies [string, string]]
      : []),
    [totals.cost.approximate && totals.cost.amount > 0 ? 'Cost, about' : 'Cost', cost],
  ];
}

function drawTotals(sheet: Sheet, input: ExportInput): void {
  const totals = listTotals(input);
  const cell = CONTENT_WIDTH / totals.length;
  const top = sheet.y;
  totals.forEach(([label, value], index) => {
    const x = PAGE.left + index * cell;
    sheet.y = top;
    sheet.drawLines('P', sheet.wrap(label, TEXT.quiet), TEXT.quiet, x);
    sheet.drawLines('P', [sheet.fit(value, TEXT.fact, cell - 6)], TEXT.fact, x);
  });
  sheet.y += 6;
  sheet.paragraph(describeStatus(input), TEXT.quiet);
  for (const reason of input.document.reasons ?? []) sheet.paragraph(reason.sentence, TEXT.warning);
}

/** The same as the page says of the plan, and no more. */
function describeStatus({ plan, known }: ExportInput): string {
  if (plan.status === 'infeasible') return 'There is no plan within the limits given:';
  return `${known} Time and cost are estimates.`;
}
