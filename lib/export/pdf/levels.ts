import { describeLevelAfter, listLevelNotes } from '@/lib/wording/stage-levels';
import type { ExportInput } from '../exporter';
import { listLevelColumns } from '../stages';
import type { Sheet } from './sheet';
import { PAGE, type Style, TEXT } from './style';

const FIRST = PAGE.left + 190;

/** What each stage comes to in levels, as a table with its notes. */
export function drawLevels(sheet: Sheet, input: ExportInput): void {
  const { career, plan, levels } = input;
  if (levels === null) return;
  sheet.heading('Levels after each stage', TEXT.heading, 80);
  const heads = ['Skill', ...listLevelColumns(levels)];
  const step = (PAGE.right - FIRST) / (heads.length - 1);
  const row = (cells: readonly string[], type: 'TH' | 'TD', style: Style): void => {
    sheet.reserve(style.leading + 2);
    const options = type === 'TH' ? { scope: 'Column' as const } : {};
    sheet.group('TR', () => {
      cells.forEach((cell, index) => {
        const line = sheet.fit(cell, style, index === 0 ? FIRST - PAGE.left - 8 : step - 4);
        const at =
          index === 0
            ? { x: PAGE.left, y: sheet.y }
            : { x: FIRST + index * step, y: sheet.y, alignedTo: 'right' as const };
        sheet.element(type, () => sheet.drawLine(line, style, at), options);
      });
    });
    sheet.y += style.leading + 2;
  };
  sheet.group('Table', () => {
    row(heads, 'TH', TEXT.label);
    for (const { skill, now, after, target } of levels.rows)
      row(
        [
          career.skillById.get(skill)?.name ?? skill,
          `${now}`,
          ...after.map((one) => describeLevelAfter(one, 'sign')),
          `${target}`,
        ],
        'TD',
        TEXT.body,
      );
  });
  for (const note of listLevelNotes(career, { role: plan.role, levels, mark: 'sign' }))
    sheet.paragraph(note, TEXT.label);
}
