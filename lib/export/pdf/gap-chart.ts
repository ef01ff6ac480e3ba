import { LEVELS } from '@/lib/domain/lists';
import { LEVEL_KIND_LABELS } from '@/lib/wording/level-kinds';
import { describeProof } from '@/lib/wording/proof';
import { describeGap, type ExportInput, listSkillGaps, type SkillGap } from '../exporter';
import { getWords } from '../words';
import type { Sheet } from './sheet';
import { COLOUR, PAGE, TEXT } from './style';

const ROW = 18;
const BAR = 8;
const AXIS = { left: PAGE.left + 168, right: PAGE.right - 84 };
const TOP_LEVEL = LEVELS.length - 1;

/** The gap of each skill as bars with targets, drawn as one figure that tells its numbers. */
export function drawGapChart(sheet: Sheet, input: ExportInput): void {
  const rows = listSkillGaps(input);
  if (rows.length === 0) return;
  const height = 34 + rows.length * ROW;
  sheet.heading('Gap by skill', TEXT.heading, height);
  const top = sheet.y;
  const told = rows.map(
    ({ name, level, part, target, gap }) =>
      `${name}: level ${level}${part ? ` (${part})` : ''}, target ${target}, gap ${gap}`,
  );
  sheet.element('Figure', () => drawRows(sheet, rows, top), {
    alt: `Levels from 0 to ${TOP_LEVEL} with their targets. ${told.join('. ')}.`,
    bbox: [PAGE.left, top, PAGE.right, top + height],
  });
  sheet.y = top + height;
  sheet.paragraph(LEVEL_KIND_LABELS[input.levelKind], TEXT.label);
  const { number } = getWords(input.locale);
  const proved = rows.flatMap(({ id, name }) => {
    const proof = input.include.evidence ? input.proof.get(id) : undefined;
    return proof ? [`${name}: ${describeProof(proof, number)}`] : [];
  });
  const parts = rows.flatMap(({ name, part }) => (part ? [`${name}: ${part}`] : []));
  if (parts.length > 0) sheet.paragraph(`Not whole yet. ${parts.join('; ')}.`, TEXT.label);
  if (proved.length > 0) sheet.paragraph(`What you can do already. ${proved.join('; ')}.`, TEXT.label);
}

function drawRows(sheet: Sheet, rows: readonly SkillGap[], top: number): void {
  const { doc } = sheet;
  const first = top + 16;
  const scale = (level: number): number => AXIS.left + ((AXIS.right - AXIS.left) * level) / TOP_LEVEL;
  for (const level of LEVELS) {
    const label = { drawn: String(level), original: String(level) };
    sheet.drawLine(label, TEXT.label, {
      x: scale(level) - sheet.measure(label.drawn, TEXT.label) / 2,
      y: top,
    });
    doc.moveTo(scale(level), first - 3).lineTo(scale(level), first + rows.length * ROW);
    doc.lineWidth(0.5).stroke(COLOUR.rule);
  }
  rows.forEach((row, index) => {
    drawRow(sheet, row, { y: first + index * ROW, scale });
  });
  drawLegend(sheet, first + rows.length * ROW + 5);
}

function drawRow(
  sheet: Sheet,
  row: SkillGap,
  { y, scale }: { y: number; scale: (level: number) => number },
): void {
  const { doc } = sheet;
  const bar = y + (ROW - BAR) / 2;
  sheet.drawLine(sheet.fit(row.name, TEXT.body, AXIS.left - PAGE.left - 10), TEXT.body, {
    x: PAGE.left,
    y: y + 2.5,
  });
  doc.rect(scale(0), bar, scale(TOP_LEVEL) - scale(0), BAR).fill(COLOUR.track);
  if (row.gap > 0)
    doc.rect(scale(row.level), bar, scale(row.target) - scale(row.level), BAR).fill(COLOUR.accentSoft);
  if (row.level > 0) doc.rect(scale(0), bar, scale(row.level) - scale(0), BAR).fill(COLOUR.accent);
  doc.rect(scale(row.target) - 1.5, bar - 3, 3, BAR + 6).fill(COLOUR.amber);
  const style = row.gap > 0 ? TEXT.strong : TEXT.body;
  const toGo = row.level < row.target ? `${row.level} → ${row.target}` : `${describeGap(row)} to go`;
  const text = row.gap > 0 ? toGo : 'met';
  sheet.drawLine({ drawn: text, original: text }, style, { x: PAGE.right, y: y + 2.5, alignedTo: 'right' });
}

function drawLegend(sheet: Sheet, y: number): void {
  const { doc } = sheet;
  const entries = [
    { label: 'your level', colour: COLOUR.accent, width: 14 },
    { label: 'gap', colour: COLOUR.accentSoft, width: 14 },
    { label: 'target', colour: COLOUR.amber, width: 3 },
  ];
  let x = AXIS.left;
  for (const { label, colour, width } of entries) {
    doc.rect(x, y + 2, width, 7).fill(colour);
    sheet.drawLine({ drawn: label, original: label }, TEXT.label, { x: x + width + 4, y });
    x += width + sheet.measure(label, TEXT.label) + 18;
  }
}
