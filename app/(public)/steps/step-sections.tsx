import { type Career, STEP_KINDS, type Step } from '@/lib/domain/catalogue';
import { SECTION_HEADINGS } from '@/lib/domain/plan/sections';
import { formatCount } from '@/lib/wording/format';
import { StepLines } from '../step-lines';

/** Steps under the headings of their kinds, in the order in which a plan shows them; empty kinds are left out. */
export function StepSections({ career, steps }: { career: Career; steps: readonly Step[] }) {
  return STEP_KINDS.map((kind) => {
    const ofKind = steps.filter((step) => step.kind === kind);
    if (ofKind.length === 0) return null;
    return (
      <section key={kind} aria-labelledby={kind} className="card">
        <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6">
          <h2 id={kind}>{SECTION_HEADINGS[kind]}</h2>
          <span className="hint">{formatCount(ofKind.length, 'step')}</span>
        </div>
        <StepLines career={career} steps={ofKind} isKindSaid />
      </section>
    );
  });
}
