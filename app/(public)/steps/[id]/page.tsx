import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadCareer } from '@/lib/catalogue';
import type { Career, Step } from '@/lib/domain/catalogue';
import { findRequirementUses, findStepsOpenedBy, type RequirementUse } from '@/lib/domain/step-links';
import { formatDay } from '@/lib/wording/format';
import { STEP_KIND_LABELS } from '@/lib/wording/step-kinds';
import { Breadcrumb } from '../../breadcrumb';
import { buildStepData } from '../../build-structured-data';
import { describePage } from '../../describe-page';
import { SourceList } from '../../source-list';
import { StepLines } from '../../step-lines';
import { StructuredData } from '../../structured-data';
import { StepFacts } from './step-facts';
import { StepRaises } from './step-raises';

type StepPageProps = { params: Promise<{ id: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  return loadCareer().steps.map(({ id }) => ({ id }));
}

export async function generateMetadata({ params }: StepPageProps): Promise<Metadata> {
  const step = loadCareer().stepById.get((await params).id);
  if (!step) notFound();
  return describePage({
    title: step.title,
    description: `${STEP_KIND_LABELS[step.kind]}: ${step.description} What it costs, how long it takes and what it raises.`,
  });
}

export default async function StepPage({ params }: StepPageProps) {
  const career = loadCareer();
  const step = career.stepById.get((await params).id);
  if (!step) notFound();
  const structured = buildStepData(step);
  return (
    <article className="flex flex-col gap-14">
      {structured ? <StructuredData value={structured} /> : null}
      <header>
        <Breadcrumb href="/steps" label="Steps" here={step.title} />
        <p className="eyebrow">
          {STEP_KIND_LABELS[step.kind]}, {step.provider}
        </p>
        <h1 className="mt-1">{step.title}</h1>
        <p className="mt-4 text-lg text-soft">{step.description}</p>
        {step.status === 'retired' ? (
          <div className="notice mt-5" data-tone="attention">
            <p>
              <strong>Retired.</strong> It is kept here because plans and records name it; no new plan uses
              it. {step.statusNote}
            </p>
          </div>
        ) : null}
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-14 lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr]">
        <StepFacts career={career} step={step} />
        <div className="lg:row-span-2">
          <StepRaises career={career} step={step} />
        </div>
        <Links career={career} step={step} />
      </div>
      <section aria-labelledby="sources">
        <h2 id="sources" className="mb-3">
          Sources
        </h2>
        <SourceList sources={step.sources} />
        <p className="hint mt-4">
          Compiled on {formatDay(career.compiled)}. Prices and rules change: look at the provider’s own page
          before you pay.
        </p>
      </section>
    </article>
  );
}

function Links({ career, step }: { career: Career; step: Step }) {
  const find = (ids: readonly string[]) => ids.flatMap((id) => career.stepById.get(id) ?? []);
  const opens = findStepsOpenedBy(career, step.id);
  const uses = findRequirementUses(career, step.id);
  return (
    <section aria-labelledby="links" className="flex flex-col gap-8">
      <h2 id="links">Before and after it</h2>
      <div>
        <h3 className="mb-2">Must come first</h3>
        <StepsOr career={career} steps={find(step.prerequisites)} otherwise="No other step." />
      </div>
      <div>
        <h3 className="mb-2">Helps to have done</h3>
        <StepsOr career={career} steps={find(step.recommended)} otherwise="Nothing in particular." />
      </div>
      <div>
        <h3 className="mb-2">What it opens</h3>
        <StepsOr career={career} steps={opens} otherwise="No other step waits for this one." />
      </div>
      <div>
        <h3 className="mb-2">What adverts ask for that it meets</h3>
        {uses.length === 0 ? (
          <p>None of the things that roles here ask for beside skill levels.</p>
        ) : (
          <ul className="flex flex-col gap-4">
            {uses.map((use) => (
              <RequirementLine key={use.requirement.id} career={career} use={use} />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function StepsOr({
  career,
  steps,
  otherwise,
}: {
  career: Career;
  steps: readonly Step[];
  otherwise: string;
}) {
  return steps.length === 0 ? <p>{otherwise}</p> : <StepLines career={career} steps={steps} />;
}

function RequirementLine({ career, use }: { career: Career; use: RequirementUse }) {
  const asking = career.roles.filter((role) => career.requirementsOf[role.id]?.includes(use.requirement.id));
  const isForAll = asking.length === use.roles.length;
  return (
    <li>
      <p>
        {use.requirement.label}
        {use.isEnough ? '.' : ', together with another step.'}
      </p>
      <p className="hint max-w-[80ch]">
        {isForAll ? 'For every role that asks for it.' : 'For '}
        {isForAll
          ? null
          : use.roles.map((role, index) => (
              <span key={role.id}>
                {index > 0 ? ', ' : ''}
                <a href={`/roles/${role.id}`}>{role.title}</a>
              </span>
            ))}
      </p>
    </li>
  );
}
