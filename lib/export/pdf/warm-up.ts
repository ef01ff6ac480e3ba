import type { Career } from '@/lib/domain/career/career';
import type { Step } from '@/lib/domain/career/schema';
import type { PlanDocument, PlanStep } from '@/lib/domain/climb/document';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { profileSchema } from '@/lib/domain/climb/profile';
import { DEFAULT_LOCALE } from '@/lib/domain/locale';
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
  const document: PlanDocument = {
    format: 'rung-plan',
    version: 2,
    career: career.id,
    careerEdition: 2,
    catalogue: career.version,
    role,
    profile: profileSchema.parse({ career: career.id, role, preferences: { start: DAY } }),
    status: 'feasible',
    bound: null,
    totals: {
      weeks: 1,
      finish: DAY,
      hours: 0,
      workHours: 0,
      cost: { amount: 0, currency: 'GBP', approximate: true, estimated: [] },
      steps: steps.length,
      bestWeeks: null,
    },
    gaps: [],
    requirements: [],
    stages: [
      {
        post: null,
        until: role,
        startWeek: 0,
        weeks: 1,
        status: 'feasible',
        bound: null,
        bestWeeks: 1,
        steps: steps.map(({ id }) => id),
      },
    ],
    ways: [],
    steps: steps.map(toPlanStep),
    assumptions: [],
  };
  return {
    career,
    document,
    plan: toFollowed(document),
    locale: DEFAULT_LOCALE,
    applyFrom: [],
    levels: null,
    excludedKinds: [],
    held: [],
    posts: [],
    known: '',
    plannedAt: new Date(0).toISOString(),
    person: { name: '', email: null, timeZone: 'UTC' },
    exportedAt: new Date(DAY),
    readiness: 0,
    rated: { levels: {}, also: [], except: [] },
    levelKind: 'own',
    agreed: new Set(),
    proof: new Map(),
    progress: new Map(),
    include: { evidence: false },
  };
}

function toPlanStep({ id, kind, title, url, teaches }: Step): PlanStep {
  return {
    ...{ id, kind, title, url, teaches },
    startWeek: 0,
    weeks: 1,
    start: DAY,
    finish: DAY,
    hours: 0,
    hoursByWeek: [0],
    pool: 'own',
    cost: { amount: 0, currency: 'GBP' },
    reaches: [],
    raises: [],
    after: [],
    why: ['It closes a gap.'],
    status: 'todo',
  };
}
