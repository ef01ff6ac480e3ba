import type { SkillsRecord } from '@/lib/domain/proof/record';
import { Sheet } from '../pdf/sheet';
import { COLOUR, PAGE, TEXT } from '../pdf/style';
import type { Words } from '../words';
import { describeHead, listSections } from './sections';

const INDENT = PAGE.left + 12;

/** A record as a tagged PDF. */
export async function renderRecordPdf(
  record: SkillsRecord,
  { words, madeAt }: { words: Words; madeAt: Date },
): Promise<Uint8Array> {
  const head = describeHead(record, words);
  const sheet = new Sheet({
    title: head.title,
    author: record.person,
    subject: `${record.from} to ${record.to}`,
    madeAt,
  });
  sheet.paragraph(
    head.title,
    { ...TEXT.title, size: 20, leading: 26, colour: COLOUR.accent },
    { type: 'H1' },
  );
  sheet.y += 4;
  for (const line of head.lines) sheet.paragraph(line, TEXT.body);
  for (const { title, lines, items } of listSections(record, words)) {
    sheet.heading(title, TEXT.subheading, 40);
    for (const line of lines) sheet.paragraph(line, TEXT.body);
    if (items.length > 0) drawItems(sheet, items);
  }
  return sheet.finish((page, pages) => {
    const y = PAGE.height - 40;
    const owner = sheet.fit(`${head.title}, ${record.person}`, TEXT.label, 380);
    sheet.drawLine(owner, TEXT.label, { x: PAGE.left, y });
    const number = `Page ${page} of ${pages}`;
    sheet.drawLine({ drawn: number, original: number }, TEXT.label, { x: PAGE.right, y, alignedTo: 'right' });
  });
}

function drawItems(sheet: Sheet, items: readonly string[]): void {
  sheet.y += 3;
  sheet.group('L', () => {
    for (const item of items) {
      sheet.reserve(2 * TEXT.body.leading);
      sheet.group('LI', () => {
        sheet.decorate(() => {
          sheet.doc.circle(PAGE.left + 3, sheet.y + TEXT.body.leading / 2, 1.4).fill(COLOUR.accent);
        });
        sheet.paragraph(item, TEXT.body, { x: INDENT, type: 'LBody' });
      });
    }
  });
}
