import type { Metadata } from 'next';
import { loadCareer } from '@/lib/catalogue';
import { stepFilterSchema } from '@/lib/domain/career/step-filter';
import { formatCount, formatDay } from '@/lib/wording/format';
import { describePage } from '../describe-page';
import { StepFilterForm } from './step-filter-form';
import { StepSections } from './step-sections';

export const metadata: Metadata = describePage({
  title: 'Every step towards a DevOps role',
  description:
    'Degrees, certifications, courses, projects and practice, each with what you can do afterwards, its hours, its cost and how that is known.',
});

export default function StepsPage() {
  const career = loadCareer();
  return (
    <div className="flex flex-col gap-5">
      <header>
        <h1 className="text-[clamp(1.7rem,1.3rem+1.6vw,2.4rem)]">Every step</h1>
        <p className="mt-3 text-soft">
          {formatCount(career.steps.length, 'step')} that a plan is made of, compiled on{' '}
          {formatDay(career.compiled)}. Where no price or length could be confirmed, the figure is ours and
          the line says “about” or “estimate”. Posts on the way are listed with the{' '}
          <a href="/roles#posts">roles</a>.
        </p>
      </header>
      <StepFilterForm career={career} filter={stepFilterSchema.parse({})} isFinder />
      <div data-catalogue={career.version}>
        <StepSections steps={career.steps} isOpen={false} />
      </div>
      <script src="/find-steps.js" defer />
    </div>
  );
}
