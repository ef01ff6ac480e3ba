import { planDocumentSchema as stagedPlanSchema } from '@/lib/domain/climb/document';
import { isStaged, type StoredDocument } from '@/lib/domain/climb/follow/stored-document';
import { planDocumentSchema as firstPlanSchema } from '@/lib/domain/planner/document';
import { describeCatalogue } from '@/lib/wording/plan-catalogue';
import { computeStepStatus, type Exporter, type ExportInput } from './exporter';

/**
 * The plan document of its own version with each step's status as it stands, and the catalogue named among the
 * assumptions.
 */
function buildExportedPlan({ document, plan, career, progress, applyFrom }: ExportInput): StoredDocument {
  const catalogue = describeCatalogue(career, plan);
  const assumptions = document.assumptions.includes(catalogue)
    ? document.assumptions
    : [...document.assumptions, catalogue];
  const told = applyFrom.filter((each) => each !== null);
  const statusOf = (step: (typeof document.steps)[number]) => computeStepStatus(step, progress);
  return isStaged(document)
    ? stagedPlanSchema.parse({
        ...document,
        steps: document.steps.map((step) => ({ ...step, status: statusOf(step) })),
        assumptions,
        ...(told.length > 0 ? { applyFrom: told } : {}),
      })
    : firstPlanSchema.parse({
        ...document,
        steps: document.steps.map((step) => ({ ...step, status: statusOf(step) })),
        assumptions,
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
