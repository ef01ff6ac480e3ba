import type { Metadata } from 'next';
import { loadCareer } from '@/lib/catalogue';
import { filterSteps, stepFilterSchema } from '@/lib/domain/career/step-filter';
import { formatCount } from '@/lib/wording/format';
import { Breadcrumb } from '../../breadcrumb';
import { describePage } from '../../describe-page';
import { StepFilterForm } from '../step-filter-form';
import { StepSections } from '../step-sections';

export const metadata: Metadata = {
  ...describePage({ title: 'Steps found', description: 'The steps that fit what was asked for.' }),
  robots: { index: false, follow: true },
};

type Search = Record<string, string | string[] | undefined>;

export default async function FindStepsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const career = loadCareer();
  const asked = stepFilterSchema.parse(await searchParams);
  const filter = { ...asked, skill: asked.skill && career.skillById.has(asked.skill) ? asked.skill : null };
  const steps = filterSteps(career, filter);
  return (
    <div className="flex flex-col gap-5">
      <header>
        <Breadcrumb href="/steps" label="Steps" here="Found" />
        <h1 className="text-[clamp(1.7rem,1.3rem+1.6vw,2.4rem)]">
          {steps.length === 0 ? 'No step fits' : `${formatCount(steps.length, 'step')} found`}
        </h1>
      </header>
      <StepFilterForm career={career} filter={filter} />
      {steps.length === 0 ? (
        <p>
          Nothing passes all of these at once. Set one of them to “Any”, use fewer words, or{' '}
          <a href="/steps">see every step</a>.
        </p>
      ) : (
        <StepSections steps={steps} isOpen />
      )}
    </div>
  );
}
