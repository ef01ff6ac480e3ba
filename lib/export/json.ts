import { describeCatalogue } from '@/lib/domain/plan/sections';
import { type PlanDocument, planDocumentSchema } from '@/lib/domain/planner/document';
import { computeStepStatus, type Exporter, type ExportInput } from './exporter';

/** The plan document with each step's status as it stands, and the catalogue named among the assumptions. */
function buildExportedPlan({ plan, career, progress }: ExportInput): PlanDocument {
  const catalogue = describeCatalogue(career, plan);
  return planDocumentSchema.parse({
    ...plan,
    steps: plan.steps.map((step) => ({ ...step, status: computeStepStatus(step, progress) })),
    assumptions: plan.assumptions.includes(catalogue) ? plan.assumptions : [...plan.assumptions, catalogue],
  });
}

export const jsonExporter: Exporter = {
  id: 'json',
  extension: 'json',
  mediaType: 'application/json; charset=utf-8',
  label: 'JSON',
  purpose: 'another program, by a published schema',
  stem: 'learning-plan',
  hasEvidence: false,
  async render(input) {
    return `${JSON.stringify(buildExportedPlan(input), null, 2)}\n`;
  },
};
