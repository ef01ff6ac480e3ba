import type { Career, Step } from '@/lib/domain/catalogue';
import type { PlanStep } from '@/lib/domain/planner/document';
import { profileSchema } from '@/lib/domain/planner/profile';
import type { ExportInput } from '../exporter';
import { pdfExporter } from '../pdf';

const STEPS = 30;
const DAY = '2026-01-05';

/**
 * Draws a document that nobody sees, so that the first person does not wait for the library, the fonts and the
 * shapes of words.
 */
export async function warmUpPdf(career: Career): Promise<void> {
  await pdfExporter.render(buildInput(career, career.steps.slice(0, STEPS)));
}

/** Steps side by side as if they were a plan: nothing is planned. */
function buildInput(career: Career, steps: readonly Step[]): ExportInput {
  const role = career.roles[0]?.id ?? '';
  const profile = { career: career.id, role, levels: {}, preferences: { start: DAY } };
  return {
    career,
    plannedAt: new Date(0).toISOString(),
    plan: {
      format: 'rung-plan',
      version: 1,
      career: career.id,
      catalogue: career.version,
      role,
      profile: profileSchema.parse(profile),
      status: 'feasible',
      bound: null,
      totals: {
        weeks: 1,
        finish: DAY,
        hours: 0,
        cost: { amount: 0, currency: 'GBP', approximate: true, estimated: [] },
        steps: steps.length,
        bestWeeks: null,
      },
      gaps: [],
      requirements: [],
      steps: steps.map(toPlanStep),
      assumptions: [],
    },
    person: { name: '', email: null, timeZone: 'UTC' },
    exportedAt: new Date(DAY),
    readiness: 0,
    levels: {},
    progress: new Map(),
    include: { evidence: false },
  };
}

function toPlanStep({ id, kind, title, url, raises }: Step): PlanStep {
  return {
    id,
    kind,
    title,
    url,
    startWeek: 0,
    weeks: 1,
    start: DAY,
    finish: DAY,
    hours: 0,
    hoursByWeek: [0],
    cost: { amount: 0, currency: 'GBP' },
    raises,
    after: [],
    why: raises.map((raise) => `It brings ${raise.skill} from ${raise.from} to ${raise.to}.`),
    status: 'todo',
  };
}
