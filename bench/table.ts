/** What one measurement left: when, for how long, beside how much else, where, and its rows. */
export type Measured = {
  measuredAt: string;
  seconds: number;
  load: number;
  machine: Record<string, string | number>;
  rows: Record<string, unknown>[];
};
export type Results = Record<string, Measured>;

const BEGIN = '<!-- what `npm run bench` writes here -->';
const END = '<!-- until here -->';

/** The rows that name what they measure, as a table in Markdown: first those with a bar to reach. */
function renderTable(results: Results): string {
  const rows = Object.values(results).flatMap(({ rows: all, measuredAt, load }) =>
    all.filter(({ measure }) => measure).map((row) => ({ row, measuredAt, load })),
  );
  const lines = rows
    .toSorted((one, other) => Number('bar' in other.row) - Number('bar' in one.row))
    .map(({ row, measuredAt, load }) => {
      const { measure, ratio, spread, bar, isMet, ...rest } = row;
      const figures = Object.entries(rest).map(([name, value]) => `${name} ${value}`);
      const word = isMet ? (ratio === undefined ? 'reached' : '') : '**missed**';
      const reached = [ratio, spread && `(${spread})`, bar && word].filter(Boolean).join(' ');
      return `| ${measure} | ${bar ?? 'none'} | ${reached} | ${figures.join(', ')} | ${measuredAt.slice(0, 10)}, ${load} |`;
    });
  return [
    '| measure | bar | reached (spread) | figures | day, load |',
    '|---|---|---|---|---|',
    ...lines,
    '',
    ...new Set(Object.values(results).map(({ machine }) => describeMachine(machine))),
  ].join('\n');
}

export function describeMachine(machine: Measured['machine']): string {
  return `${Object.entries(machine)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')}.`;
}

/** The page with the table of these results in the place of the one before. */
export function putTable(page: string, results: Results): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin)
    throw new Error('The page does not say where its table of measurements stands.');
  return `${page.slice(0, begin)}${BEGIN}\n\n${renderTable(results)}\n\n${page.slice(end)}`;
}
