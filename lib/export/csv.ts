import type { FollowedStep } from '@/lib/domain/climb/follow/followed';
import { orderSteps } from '@/lib/domain/plan/glance/row';
import { describeCatalogue } from '@/lib/wording/plan-catalogue';
import { SECTION_HEADINGS } from '@/lib/wording/step-kinds';
import { describeRaise, describeStepStatus, type Exporter, type ExportInput, findSafeUrl } from './exporter';
import { listCanDos, nameStageOf } from './stages';

const COLUMNS = [
  'Order',
  'Section',
  'Step',
  'Provider',
  'Start',
  'Finish',
  'Weeks',
  'Hours',
  'Cost',
  'Currency',
  'Raises',
  'After',
  'Status',
  'Link',
  'Can-dos',
  'Stage',
] as const;
type Column = (typeof COLUMNS)[number];
type Row = Partial<Record<Column, string | number>>;

const BYTE_ORDER_MARK = '\uFEFF';

// A spreadsheet runs what follows these signs, also behind quotes and blanks; the wide forms count in Japanese ones.
const FORMULA_START = /^[\s"'\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
// Read with another separator, a cell can begin inside this one.
const INNER_START = /([;|\t\r\n][\s"'\p{Cf}]*)(?=[=+\-@＝＋－＠])/gu;

/** Makes a cell that a spreadsheet shows as text, quoted as RFC 4180 asks. */
export function buildCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const inner = value.replace(INNER_START, "$1'");
  const text = FORMULA_START.test(inner) ? `'${inner}` : inner;
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function buildStepRow(step: FollowedStep, order: number, input: ExportInput): Row {
  const { career, plan, progress } = input;
  const titles = new Map(plan.steps.map((other) => [other.id, other.title]));
  return {
    Order: order,
    Section: SECTION_HEADINGS[step.kind],
    Step: step.title,
    Provider: career.stepById.get(step.id)?.provider,
    Start: step.start,
    Finish: step.finish,
    Weeks: step.weeks,
    Hours: step.hours,
    Cost: step.cost.amount,
    // A column of money adds up in one currency where it can, and nothing is nothing in any.
    Currency: step.cost.amount === 0 ? plan.totals.cost.currency : step.cost.currency,
    Raises: step.raises.map((raise) => describeRaise(raise, career)).join('; '),
    After: step.after.map((id) => titles.get(id) ?? id).join('; '),
    Status: describeStepStatus(step, progress),
    Link: findSafeUrl(step.url) ?? '',
    'Can-dos': listCanDos(input, step).join('; '),
    Stage: nameStageOf(input, step),
  };
}

export const csvExporter: Exporter = {
  id: 'csv',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  label: 'CSV',
  purpose: 'your spreadsheet',
  stem: 'learning-plan',
  hasEvidence: false,
  async render(input) {
    const rows: Row[] = [
      ...orderSteps(input.plan.steps).map((step, index) => buildStepRow(step, index + 1, input)),
      ...(input.document.reasons ?? []).map((reason): Row => ({ Section: 'No plan', Step: reason.sentence })),
      { Section: 'Catalogue', Step: describeCatalogue(input.career, input.plan) },
    ];
    const lines = rows.map((row) => COLUMNS.map((column) => buildCell(row[column] ?? '')).join(','));
    return `${BYTE_ORDER_MARK}${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
  },
};
