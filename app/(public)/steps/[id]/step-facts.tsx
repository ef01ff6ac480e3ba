import type { ReactNode } from 'react';
import type { Career } from '@/lib/domain/career/career';
import type { Step } from '@/lib/domain/career/schema';
import {
  describeEvidence,
  describeHours,
  describePrice,
  describeTotalPrice,
  describeValidity,
  describeWeeks,
} from '../../describe-step';

type Fact = { label: string; value: ReactNode; notes: (string | null)[] };

const REGIONS: Readonly<Record<Step['region'], string>> = {
  UK: 'People in the United Kingdom',
  US: 'People in the United States',
  EU: 'People in the European Union',
  any: 'Everybody',
};

/** Cost, time, validity and who it is open to, each with how it is known. */
export function StepFacts({ career, step, assessed }: { career: Career; step: Step; assessed: string }) {
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="mb-3">
        The facts
      </h2>
      <dl className="card flex flex-col py-1">
        {listFacts(career, step, assessed).map((fact) => (
          <div
            key={fact.label}
            className="grid grid-cols-[minmax(0,1fr)] gap-x-4 border-b sm:grid-cols-[5.5rem_minmax(0,1fr)] border-line py-2 wrap-anywhere last:border-none"
          >
            <dt className="label">{fact.label}</dt>
            <dd>
              <p>{fact.value}</p>
              {fact.notes.filter(Boolean).map((note) => (
                <p key={note} className="hint">
                  {note}
                </p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="hint mt-2">
        What was seen over 18 months before you read this may have changed: the provider’s page decides.
      </p>
    </section>
  );
}

function listFacts(career: Career, step: Step, assessed: string): Fact[] {
  // The day on which the page is made: what grows old afterwards is met by the sentence below the facts.
  const month = new Date().toISOString().slice(0, 'YYYY-MM'.length);
  const total = describeTotalPrice(career, step);
  const validity = describeValidity(step);
  const { price, length, validity: validityEvidence } = step.evidence;
  const isTimed = step.effortHours !== null || step.durationWeeks !== null;
  return [
    {
      label: 'Cost',
      value: describePrice(step),
      notes: [total ? `${total}.` : null, step.costNote, step.cost ? describeEvidence(price, month) : null],
    },
    {
      label: 'Hours',
      value: describeHours(step),
      notes: [describeWhose(step), isTimed ? describeEvidence(length, month) : null],
    },
    { label: 'Length', value: describeWeeks(step), notes: [] },
    { label: 'Assessed', value: assessed, notes: [] },
    ...(validity
      ? [{ label: 'Lasts', value: validity, notes: [describeEvidence(validityEvidence, month)] }]
      : []),
    { label: 'Open to', value: REGIONS[step.region], notes: [] },
    {
      label: 'Link',
      value: step.url ? <a href={step.url}>{step.provider}</a> : 'No page of its own is recorded.',
      notes: [
        step.url && step.urlOpened === false
          ? 'The address was quoted by a source; we did not open it.'
          : null,
      ],
    },
    ...(step.notes ? [{ label: 'Notes', value: step.notes, notes: [] }] : []),
  ];
}

/** Whose hours a step takes: the evening’s, unless work gives them or it takes the whole working time. */
function describeWhose({ atWork, fullTime }: Step): string | null {
  if (fullTime)
    return 'It takes your working time, so a plan counts its weeks and none of your weekly hours.';
  return atWork ? 'They are hours at work, not your own.' : null;
}
