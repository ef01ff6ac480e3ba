import type { Source } from '@/lib/domain/career/schema-parts';
import { describeCatalogue, listEstimatedSteps } from '@/lib/wording/plan-catalogue';
import { spell } from '@/lib/wording/spelling';
import { type ExportInput, findSafeUrl, findSourceUrl, listSources } from '../exporter';
import { getWords, type Words } from '../words';
import type { Sheet } from './sheet';
import { COLOUR, PAGE, type Style, TEXT } from './style';

const INDENT = PAGE.left + 12;

/** What the plan rests on: assumptions, prices that are estimates, sources, and the catalogue's version. */
export function drawNotes(sheet: Sheet, input: ExportInput): void {
  const { career, plan } = input;
  if (plan.assumptions.length > 0) drawAssumptions(sheet, plan.assumptions);
  drawEstimates(sheet, input);
  drawSources(sheet, input);
  sheet.heading('About this plan', TEXT.heading, 40);
  sheet.paragraph(spell(describeCatalogue(career, plan), input.locale), TEXT.quiet);
  if (sheet.hasMissingLetters) {
    const sentence =
      'A box (□) stands for a letter of a script that the fonts of this file do not hold. The letter itself is kept for copying, searching and reading aloud.';
    sheet.paragraph(sentence, TEXT.quiet);
  }
}

function drawAssumptions(sheet: Sheet, assumptions: readonly string[]): void {
  sheet.heading('Assumptions', TEXT.heading, 26);
  sheet.group('L', () => {
    for (const assumption of assumptions)
      drawItem(sheet, TEXT.body, () => sheet.paragraph(assumption, TEXT.body, { x: INDENT, type: 'LBody' }));
  });
}

/** Draws an item of a list with its bullet; the item starts on a page that has room for two lines. */
function drawItem(sheet: Sheet, style: Style, draw: () => void): void {
  sheet.reserve(2 * style.leading);
  sheet.group('LI', () => {
    sheet.decorate(() => {
      sheet.doc.circle(PAGE.left + 3, sheet.y + style.leading / 2, 1.4).fill(COLOUR.accent);
    });
    draw();
  });
  sheet.y += 2;
}

function drawEstimates(sheet: Sheet, { plan, locale }: ExportInput): void {
  const words = getWords(locale);
  const steps = listEstimatedSteps(plan);
  if (steps.length === 0) return;
  sheet.heading('Estimated prices', TEXT.heading, 60);
  sheet.paragraph(
    'No confirmed price was found for these steps: ask the provider before you rely on them.',
    TEXT.quiet,
  );
  sheet.y += 4;
  const row = (cells: [string, string], type: 'TH' | 'TD', style: Style): void => {
    const [first, second] = cells;
    sheet.reserve(style.leading + 2);
    sheet.group('TR', () => {
      const line = sheet.fit(first, style, PAGE.right - PAGE.left - 90);
      const options = type === 'TH' ? { scope: 'Column' as const } : {};
      sheet.element(type, () => sheet.drawLine(line, style, { x: PAGE.left, y: sheet.y }), options);
      const amount = { drawn: second, original: second };
      sheet.element(
        type,
        () => sheet.drawLine(amount, style, { x: PAGE.right, y: sheet.y, alignedTo: 'right' }),
        options,
      );
    });
    sheet.y += style.leading + 2;
  };
  sheet.group('Table', () => {
    row(['Step', 'Estimate'], 'TH', TEXT.label);
    for (const step of steps) row([step.title, words.cost(step.cost, false)], 'TD', TEXT.body);
  });
}

function drawSources(sheet: Sheet, input: ExportInput): void {
  const sources = listSources(input);
  if (sources.length === 0) return;
  sheet.heading('Sources', TEXT.heading, 40);
  sheet.group('L', () => {
    for (const source of sources)
      drawItem(sheet, TEXT.label, () => drawSource(sheet, source, getWords(input.locale)));
  });
}

function drawSource(sheet: Sheet, source: Source, words: Words): void {
  const url = findSafeUrl(findSourceUrl(source));
  const style = url ? { ...TEXT.label, colour: COLOUR.accent } : TEXT.label;
  const seen = source.seen ? `seen ${words.partialDate(source.seen)}` : '';
  const line = sheet.fit(source.title, style, PAGE.right - INDENT - 90);
  sheet.group('LBody', () => {
    const at = { x: INDENT, y: sheet.y };
    if (url) sheet.drawLink([line], style, { ...at, url, about: source.title });
    else sheet.element('Span', () => sheet.drawLine(line, style, at));
    if (seen)
      sheet.element('Span', () =>
        sheet.drawLine({ drawn: seen, original: seen }, TEXT.label, {
          x: PAGE.right,
          y: sheet.y,
          alignedTo: 'right',
        }),
      );
  });
  sheet.y += style.leading;
}
