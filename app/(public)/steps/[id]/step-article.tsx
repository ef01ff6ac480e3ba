import type { CanDo, Career } from '@/lib/domain/career/career';
import type { Step } from '@/lib/domain/career/schema';
import { findCertifiedRoles, findStepsOpenedBy, listNeededFirst } from '@/lib/domain/career/step-links';
import { formatDay, formatMonth } from '@/lib/wording/format';
import { STEP_KIND_LABELS } from '@/lib/wording/step-kinds';
import { Breadcrumb } from '../../breadcrumb';
import { buildStepData } from '../../build-structured-data';
import { CanDoList } from '../../can-do-list';
import { describeFamilies } from '../../describe-post';
import { Fold } from '../../fold';
import { SourceList } from '../../source-list';
import { StepLines } from '../../step-lines';
import { StructuredData } from '../../structured-data';
import { StepFacts } from './step-facts';

const ASSESSED: Readonly<Record<Step['assessed'], string>> = {
  none: 'Nobody looks at what you did, so it is believed for levels 1 and 2 alone.',
  quiz: 'By questions, so it is believed for levels 1 and 2 alone.',
  'hands-on': 'By doing it, which is believed up to level 3.',
  work: 'By work that others rely on, which is believed for every level.',
};

/** One step: what to do, what one can do afterwards, what comes first, and the facts with how they are known. */
export function StepArticle({ career, step }: { career: Career; step: Step }) {
  const structured = buildStepData(career, step);
  const teaches = step.teaches.flatMap((id) => career.canDoById.get(id) ?? []);
  return (
    <article className="flex flex-col gap-8">
      {structured ? <StructuredData value={structured} /> : null}
      <header>
        <Breadcrumb href="/steps" label="Steps" here={step.title} />
        <p className="eyebrow">
          {STEP_KIND_LABELS[step.kind]}, {step.provider}
        </p>
        <h1 className="mt-1 text-[clamp(1.7rem,1.3rem+1.6vw,2.4rem)]">{step.title}</h1>
        <p className="mt-3 text-lg text-soft">{step.description}</p>
        <Standing career={career} step={step} />
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="flex flex-col gap-8">
          {step.brief ? (
            <section aria-labelledby="brief">
              <h2 id="brief" className="mb-2">
                What to do
              </h2>
              <p>{step.brief}</p>
            </section>
          ) : null}
          <Teaches career={career} canDos={teaches} />
          <First career={career} step={step} />
        </div>
        <StepFacts career={career} step={step} assessed={ASSESSED[step.assessed]} />
      </div>
      <Folds career={career} step={step} />
    </article>
  );
}

/** That a step is retired or ends, and what stands in its place. */
function Standing({ career, step }: { career: Career; step: Step }) {
  const successor = step.successor ? career.stepById.get(step.successor) : undefined;
  if (step.status === 'active' && !step.availableUntil) return null;
  return (
    <div className="notice mt-4" data-tone="attention">
      <p>
        {step.status === 'retired' ? (
          <>
            <strong>Retired.</strong> It is kept here because plans and records name it; no new plan uses it.{' '}
            {step.statusNote}
          </>
        ) : (
          `It can be begun until ${formatMonth(`${step.availableUntil}-01`)}.`
        )}
        {successor ? (
          <>
            {' '}
            In its place: <a href={`/steps/${successor.id}`}>{successor.title}</a>.
          </>
        ) : null}
      </p>
    </div>
  );
}

const SHOWN = 8;

function Teaches({ career, canDos }: { career: Career; canDos: readonly CanDo[] }) {
  const rest = canDos.slice(SHOWN);
  return (
    <section aria-labelledby="teaches">
      <h2 id="teaches" className="mb-2">
        What you can do afterwards
      </h2>
      <CanDoList career={career} canDos={canDos.slice(0, SHOWN)} />
      {rest.length > 0 ? (
        <Fold id="teaches-more" summary={`${rest.length} more`}>
          <CanDoList career={career} canDos={rest} />
        </Fold>
      ) : null}
      <p className="hint mt-2">Which step teaches what is our judgement; your own check-ins decide.</p>
    </section>
  );
}

function First({ career, step }: { career: Career; step: Step }) {
  const canDos = listNeededFirst(career, step);
  const steps = step.needs.steps.flatMap((id) => career.stepById.get(id) ?? []);
  const others = [
    step.needs.holding ? `${career.holdingById.get(step.needs.holding)?.label}.` : null,
    describePost(career, step),
  ].filter((sentence) => sentence !== null);
  return (
    <section aria-labelledby="first" className="flex flex-col gap-2">
      <h2 id="first">What must come first</h2>
      {canDos.length + steps.length + others.length === 0 ? <p>Nothing: you can begin with it.</p> : null}
      {others.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {steps.length > 0 ? <StepLines steps={steps} /> : null}
      {canDos.length > 0 ? (
        <Fold
          id="needed"
          summary={`${canDos.length === 1 ? 'One thing' : `${canDos.length} things`} that must be true of you`}
          isOpen={canDos.length <= 3}
        >
          <CanDoList career={career} canDos={canDos} />
        </Fold>
      ) : null}
    </section>
  );
}

function describePost(career: Career, { needs, atWork }: Step): string | null {
  if (!needs.post) return atWork ? 'It is done in a post that you hold.' : null;
  const { families, rank } = needs.post;
  return `A post in ${describeFamilies(career, families)}${rank > 0 ? `, at ${RANKS[rank]} or above` : ''}.`;
}

const RANKS = [
  'any rank',
  'junior rank',
  'the full job',
  'senior rank',
  'lead rank',
  'principal rank',
] as const;

function Folds({ career, step }: { career: Career; step: Step }) {
  const helps = step.recommended.flatMap((id) => career.stepById.get(id) ?? []);
  const opens = findStepsOpenedBy(career, step.id);
  const certified = findCertifiedRoles(career, step.id);
  return (
    <div>
      {helps.length > 0 ? (
        <Fold id="helps" summary="Helps to have done" note={`${helps.length}`}>
          <StepLines steps={helps} />
        </Fold>
      ) : null}
      {opens.length > 0 ? (
        <Fold id="opens" summary="What it opens" note={`${opens.length}`}>
          <StepLines steps={opens} />
        </Fold>
      ) : null}
      {certified.length > 0 ? (
        <Fold id="certifies" summary="Roles whose certificate it is" note={`${certified.length}`}>
          <ul>
            {certified.map(({ role, isEnough }) => (
              <li key={role.id}>
                <a href={`/roles/${role.id}`}>{role.title}</a>
                {isEnough ? '' : ', together with another'}
              </li>
            ))}
          </ul>
        </Fold>
      ) : null}
      <Fold id="sources" summary="Sources" note={`${step.sources.length}`}>
        <SourceList sources={step.sources} />
        <p className="hint">
          Compiled on {formatDay(career.compiled)}. Prices and rules change: look at the provider’s own page
          before you pay.
        </p>
      </Fold>
    </div>
  );
}
