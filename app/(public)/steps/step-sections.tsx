import type { Step } from '@/lib/domain/career/schema';
import { LISTED_KINDS } from '@/lib/domain/career/step-schema';
import { formatCount } from '@/lib/wording/format';
import { SECTION_HEADINGS } from '@/lib/wording/step-kinds';
import { Fold } from '../fold';
import { StepLines } from '../step-lines';

/** Steps under the headings of their kinds, in the order in which a plan shows them; empty kinds are left out. */
export function StepSections({ steps, isOpen }: { steps: readonly Step[]; isOpen: boolean }) {
  return (
    <div data-rows="">
      {LISTED_KINDS.map((kind) => {
        const ofKind = steps.filter((step) => step.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <Fold
            key={kind}
            id={kind}
            summary={<h2 className="text-xl">{SECTION_HEADINGS[kind]}</h2>}
            note={formatCount(ofKind.length, 'step')}
            isOpen={isOpen}
          >
            <StepLines steps={ofKind} isKindSaid />
          </Fold>
        );
      })}
    </div>
  );
}
