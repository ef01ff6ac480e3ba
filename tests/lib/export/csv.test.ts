import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderSteps } from '@/lib/domain/plan/glance/row';

import { buildCell, csvExporter } from '@/lib/export/csv';
import { buildSampleInput, buildSamplePlan } from '../../support/sample-plan';

const COLUMNS =
  'Order,Section,Step,Provider,Start,Finish,Weeks,Hours,Cost,Currency,Raises,After,Status,Link,Can-dos,Stage'.split(
    ',',
  );
const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '"=1',
  " '=1",
  '\u200b=1',
  '＝1',
  '﹣',
];

async function readRows(title?: string): Promise<Record<string, string>[]> {
  const plan = buildSamplePlan();
  const steps = title === undefined ? plan.steps : plan.steps.map((step) => ({ ...step, title }));
  const file = await csvExporter.render(buildSampleInput({ document: { ...plan, steps } }));
  return parse(Buffer.from(file), { bom: true, columns: true, record_delimiter: '\r\n' });
}

describe('the CSV file', () => {
  test('starts with a byte order mark and the columns of the contract, and ends its lines with CRLF', async () => {
    const file = String(await csvExporter.render(buildSampleInput()));
    expect(file.startsWith(`\uFEFF${COLUMNS.join(',')}\r\n`)).toBe(true);
    expect(file.endsWith('\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('gives a row a step in order of time, then the catalogue', async () => {
    const rows = await readRows();
    const input = buildSampleInput();
    const steps = orderSteps(input.plan.steps);
    expect(rows).toHaveLength(steps.length + 1);
    steps.forEach((step, index) => {
      expect(rows[index]).toMatchObject({
        Order: String(index + 1),
        Step: step.title,
        Start: step.start,
        Finish: step.finish,
        Weeks: String(step.weeks),
        Hours: String(step.hours),
        Cost: String(step.cost.amount),
        Currency: step.cost.amount === 0 ? input.plan.totals.cost.currency : step.cost.currency,
        Status: 'To do',
        Link: step.url ?? '',
      });
    });
    expect(rows.at(-1)?.Section).toBe('Catalogue');
  });

  test.each(['Nguyễn Thị Ánh', 'ليلى', '王小明', '🦊', 'a, "b"', 'two\r\nlines', "it's 5 - 3 = 2"])(
    'security 17: gives %j back unchanged',
    async (title) => {
      expect((await readRows(title))[0]?.Step).toBe(title);
    },
  );

  test.each(FORMULAS.slice(0, -1))('security 17: shows %j as text', async (title) => {
    const rows = await readRows(title);
    expect(rows[0]?.Step?.startsWith("'")).toBe(true);
    expect(rows[0]?.Step?.replaceAll("'", '')).toBe(title.replaceAll("'", ''));
  });

  test('security 17: never lets a cell start a formula, whichever separator reads it', () => {
    const dangerous = /(^|[;|\t\r\n])[\s"]*[=+\-@]/;
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n;|, "\'ab') }), (text) => {
        const [[cell] = []] = parse(`${buildCell(text)},end`, { record_delimiter: '\r\n' }) as string[][];
        expect(cell ?? '').not.toMatch(dangerous);
      }),
    );
  });

  test('security 17: gives any text back but for the apostrophes that disarm it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const [[cell] = []] = parse(`${buildCell(text)},end`, { record_delimiter: '\r\n' }) as string[][];
        expect((cell ?? '').replaceAll("'", '')).toBe(text.replaceAll("'", ''));
      }),
    );
  });
});
