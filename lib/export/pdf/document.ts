import { nameEntry } from '@/lib/domain/plan/glance/names';
import { makePauses } from '@/lib/in-pieces';
import { spell } from '@/lib/wording/spelling';
import type { ExportInput } from '../exporter';
import { drawGapChart } from './gap-chart';
import { drawHead } from './head';
import { drawLevels } from './levels';
import { drawNotes } from './notes';
import { Sheet } from './sheet';
import { listStepDrawings } from './steps';
import { COLOUR, PAGE, TEXT } from './style';
import { drawTimeline } from './timeline';

/**
 * Builds the plan as a tagged PDF that can be handed to a reader who has nothing else. It is drawn in pieces: a long one holds
 * up nobody else who is served.
 */
export async function buildDocument(input: ExportInput): Promise<Uint8Array> {
  const { career, plan, person } = input;
  const role = nameEntry(career, plan.role);
  const sheet = new Sheet({
    title: `Learning plan: ${role}`,
    author: person.name,
    subject: spell(
      `A plan of ${plan.totals.steps} steps, from the catalogue ${career.id} of ${career.compiled}`,
      input.locale,
    ),
    madeAt: input.exportedAt,
  });
  const pause = makePauses();
  for (const draw of [
    drawHead,
    drawGapChart,
    drawLevels,
    drawTimeline,
    ...listStepDrawings(input),
    drawNotes,
  ]) {
    draw(sheet, input);
    await pause();
  }
  return sheet.finish((page, pages) => {
    const y = PAGE.height - 40;
    sheet.doc
      .moveTo(PAGE.left, y - 8)
      .lineTo(PAGE.right, y - 8)
      .lineWidth(0.5)
      .stroke(COLOUR.rule);
    const owner = sheet.fit(`Learning plan: ${role}, ${person.name}`, TEXT.label, 380);
    sheet.drawLine(owner, TEXT.label, { x: PAGE.left, y });
    const number = `Page ${page} of ${pages}`;
    sheet.drawLine({ drawn: number, original: number }, TEXT.label, { x: PAGE.right, y, alignedTo: 'right' });
  });
}
