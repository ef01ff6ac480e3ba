import type { ReactNode } from 'react';
import { buildPlanSections } from '@/lib/domain/plan/sections';
import type { PlanDocument } from '@/lib/domain/planner/document';
import type { Standing } from '@/lib/plan/standing';
import type { StepProgress } from '@/lib/queries/step-progress';
import { PlanStepCard } from './plan-step-card';
import { StepNotes } from './step-notes';

/** The plan under its six headings, each with its steps in order of time or why it has none. */
export function PlanSections({
  standing,
  plan,
  progress,
  explained,
  explanation,
}: {
  standing: Standing;
  plan: PlanDocument;
  progress: readonly StepProgress[];
  /** The step that the person asked about, and what is said of it. */
  explained: string | null;
  explanation: ReactNode;
}) {
  const { career } = standing;
  const latest = new Map(progress.map((event) => [event.step, event]));
  const titles = new Map(plan.steps.map((step) => [step.id, step.title]));
  return buildPlanSections(career, plan).map((section) => (
    <section key={section.kind} aria-labelledby={`section-${section.kind}`} className="flex flex-col gap-4">
      <h2 id={`section-${section.kind}`}>{section.heading}</h2>
      {section.emptySentence ? <p className="text-soft">{section.emptySentence}</p> : null}
      {section.steps.map((step) => (
        <PlanStepCard
          key={step.id}
          career={career}
          today={standing.today}
          step={step}
          levels={plan.profile.levels}
          titles={titles}
          isEstimated={plan.totals.cost.estimated.includes(step.id)}
          progress={latest.get(step.id) ?? null}
          notes={
            <StepNotes standing={standing} plan={plan} step={step} progress={latest.get(step.id) ?? null} />
          }
          explanation={step.id === explained ? explanation : null}
        />
      ))}
    </section>
  ));
}
