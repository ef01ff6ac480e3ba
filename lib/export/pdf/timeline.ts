import type { FollowedStep } from '@/lib/domain/climb/follow/followed';
import { addDays, computeDaysBetween, type Day } from '@/lib/domain/day';
import { orderSteps } from '@/lib/domain/plan/glance/row';
import { computeStepStatus, type ExportInput } from '../exporter';
import { getWords } from '../words';
import type { Sheet } from './sheet';
import { COLOUR, PAGE, TEXT } from './style';

const ROW = { usual: 14, least: 11.5 };
const FEWEST_ROWS = 5;
const BAR = 7;
const HEAD = 18;
const FOOT = 18;
const AXIS = { left: PAGE.left + 196, right: PAGE.right - 4 };
const MOST_TICKS = 7;
const TICK_MONTHS = [1, 2, 3, 6, 12, 24, 36, 60, 120];

type Entry = { order: number; step: FollowedStep };
type Scale = (day: Day) => number;

/** The steps on a line of time, a figure a page, each telling its dates. */
export function drawTimeline(sheet: Sheet, input: ExportInput): void {
  const { start } = input.plan;
  const { finish } = input.plan.totals;
  if (!finish) return;
  let entries = orderSteps(input.plan.steps).map((step, index) => ({ order: index + 1, step }));
  sheet.heading('Timeline', TEXT.heading, HEAD + FOOT + Math.min(entries.length, 8) * ROW.usual);
  const days = computeDaysBetween({ from: start, to: finish }) + 1;
  const scale: Scale = (day) =>
    AXIS.left + ((AXIS.right - AXIS.left) * computeDaysBetween({ from: start, to: day })) / days;
  while (entries.length > 0) {
    sheet.reserve(HEAD + FOOT + Math.min(entries.length, FEWEST_ROWS) * ROW.least);
    const { count, row } = divide(entries.length, PAGE.bottom - sheet.y - HEAD - FOOT);
    drawPart(sheet, { entries: entries.slice(0, count), row, scale, input });
    entries = entries.slice(count);
  }
}

/** How many rows go on this page and how high they are: all, closer together where that helps, else so many that enough remain. */
function divide(rows: number, room: number): { count: number; row: number } {
  if (rows * ROW.least <= room) return { count: rows, row: Math.min(ROW.usual, room / rows) };
  const fitting = Math.floor(room / ROW.usual);
  return { count: Math.max(1, Math.min(fitting, rows - FEWEST_ROWS)), row: ROW.usual };
}

function drawPart(
  sheet: Sheet,
  {
    entries,
    row,
    scale,
    input,
  }: { entries: readonly Entry[]; row: number; scale: Scale; input: ExportInput },
): void {
  const words = getWords(input.locale);
  const top = sheet.y;
  const height = HEAD + entries.length * row + FOOT;
  const told = entries.map(
    ({ order, step }) => `${order} ${step.title}, ${words.day(step.start)} to ${words.day(step.finish)}`,
  );
  const draw = (): void => {
    drawTicks(sheet, { top, bottom: top + HEAD + entries.length * row, scale, input });
    entries.forEach((entry, index) => {
      drawEntry(sheet, entry, { y: top + HEAD + index * row, row, scale, input });
    });
    drawLegend(sheet, { y: top + height - FOOT + 5, entries, input });
  };
  sheet.element('Figure', draw, {
    alt: `The steps over time. ${told.join('. ')}.`,
    bbox: [PAGE.left, top, PAGE.right, top + height],
  });
  sheet.y = top + height;
}

/** First days of months between two days, so many months apart that few enough remain to be read. */
export function listTicks({ start, finish }: { start: Day; finish: Day }): Day[] {
  const year = Number(start.slice(0, 4));
  const ticks = (months: number): Day[] => {
    const found: Day[] = [];
    for (let month = 0; ; month += months) {
      const tick = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
      if (tick > finish) return found;
      if (tick >= start) found.push(tick);
    }
  };
  const step = TICK_MONTHS.find((months) => ticks(months).length <= MOST_TICKS);
  return ticks(step ?? 240);
}

function drawTicks(
  sheet: Sheet,
  { top, bottom, scale, input }: { top: number; bottom: number; scale: Scale; input: ExportInput },
): void {
  const { doc } = sheet;
  const words = getWords(input.locale);
  const { start } = input.plan;
  const finish = input.plan.totals.finish ?? start;
  for (const tick of listTicks({ start, finish })) {
    const text = words.month(tick);
    const width = sheet.measure(text, TEXT.label);
    const x = scale(tick);
    doc
      .moveTo(x, top + 13)
      .lineTo(x, bottom)
      .lineWidth(0.5)
      .stroke(COLOUR.rule);
    if (x + width / 2 <= PAGE.right && x - width / 2 >= AXIS.left - 12)
      sheet.drawLine({ drawn: text, original: text }, TEXT.label, { x: x - width / 2, y: top });
  }
  const end = scale(addDays(finish, 1));
  doc
    .moveTo(end, top + 13)
    .lineTo(end, bottom)
    .lineWidth(1.25)
    .stroke(COLOUR.amber);
}

function drawEntry(
  sheet: Sheet,
  { order, step }: Entry,
  { y, row, scale, input }: { y: number; row: number; scale: Scale; input: ExportInput },
): void {
  const { doc } = sheet;
  const number = String(order);
  sheet.drawLine({ drawn: number, original: number }, TEXT.label, {
    x: PAGE.left + 12,
    y: y + (row - TEXT.label.leading) / 2,
    alignedTo: 'right',
  });
  const label = sheet.fit(step.title, TEXT.label, AXIS.left - PAGE.left - 30);
  sheet.drawLine(
    label,
    { ...TEXT.label, colour: COLOUR.ink },
    { x: PAGE.left + 18, y: y + (row - TEXT.label.leading) / 2 },
  );
  const x = scale(step.start);
  const width = Math.max(2, scale(addDays(step.finish, 1)) - x);
  const bar = doc.roundedRect(x, y + (row - BAR) / 2, width, BAR, Math.min(1.5, width / 2));
  drawBar(bar, findLook(step, input));
}

type Look = 'study' | 'at work' | 'full time' | 'done' | 'dropped';

function findLook(step: FollowedStep, input: ExportInput): Look {
  const status = computeStepStatus(step, input.progress);
  if (status === 'done' || status === 'dropped') return status;
  if (step.hoursByWeek.length === 0) return 'full time';
  return step.pool === 'work' ? 'at work' : 'study';
}

function drawBar(bar: PDFKit.PDFDocument, look: Look): void {
  if (look === 'dropped') bar.lineWidth(0.75).stroke(COLOUR.muted);
  else if (look === 'full time' || look === 'at work')
    bar.lineWidth(0.75).fillAndStroke(COLOUR.accentSoft, COLOUR.accent);
  else bar.fill(look === 'done' ? COLOUR.muted : COLOUR.accent);
}

function drawLegend(
  sheet: Sheet,
  { y, entries, input }: { y: number; entries: readonly Entry[]; input: ExportInput },
): void {
  const { doc } = sheet;
  const looks = new Set(entries.map(({ step }) => findLook(step, input)));
  let x = PAGE.left + 18;
  const label = (text: string): void => {
    sheet.drawLine({ drawn: text, original: text }, TEXT.label, { x: x + 18, y });
    x += sheet.measure(text, TEXT.label) + 34;
  };
  for (const look of looks) {
    drawBar(doc.roundedRect(x, y + 2, 14, BAR, 1.5), look);
    label(look);
  }
  doc.rect(x + 11, y + 1, 1.25, 9).fill(COLOUR.amber);
  label('finish');
}
