import type { Metadata } from 'next';
import { loadCareer } from '@/lib/catalogue';
import { stepFilterSchema } from '@/lib/domain/step-filter';
import { formatCount, formatDay } from '@/lib/wording/format';
import { describePage } from '../describe-page';
import { StepFilterForm } from './step-filter-form';
import { StepSections } from './step-sections';

export const metadata: Metadata = describePage({
  title: 'Every step towards a DevOps role',
  description:
    'Degrees, certifications, entry roles, courses, projects and practice, each with its hours, its cost, what it raises and where that is from.',
});

export default function StepsPage() {
  const career = loadCareer();
  return (
    <div className="flex flex-col gap-8">
      <header>
        <h1>Every step</h1>
        <p className="mt-4 text-lg text-soft">
          {formatCount(career.steps.length, 'step')} that a plan is made of, compiled on{' '}
          {formatDay(career.compiled)}. Where no price or length could be confirmed, the figure is ours and
          the line says “about” or “estimate”.
        </p>
      </header>
      <StepFilterForm career={career} filter={stepFilterSchema.parse({})} />
      <StepSections career={career} steps={career.steps} />
    </div>
  );
}
