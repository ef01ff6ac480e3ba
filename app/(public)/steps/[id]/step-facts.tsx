import type { ReactNode } from 'react';
import type { Career, Step } from '@/lib/domain/catalogue';
import { formatList } from '@/lib/wording/format';
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
  UK: 'In the United Kingdom',
  US: 'In the United States',
  any: 'Anywhere',
};

const PUBLISHED = 'From the sources below.';

/** Cost, time, validity and who it is open to, each with where that is from or that it is not known. */
export function StepFacts({ career, step }: { career: Career; step: Step }) {
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="mb-5">
        The facts
      </h2>
      <dl className="card flex flex-col py-2">
        {listFacts(career, step).map((fact) => (
          <div
            key={fact.label}
            className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-1 border-b border-line py-3 wrap-anywhere last:border-none sm:grid-cols-[8rem_minmax(0,1fr)]"
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
    </section>
  );
}

function listFacts(career: Career, step: Step): Fact[] {
  const total = describeTotalPrice(career, step);
  const validity = describeValidity(step);
  const isOccupation = career.traits.occupation.includes(step.id);
  return [
    {
      label: 'Cost',
      value: describePrice(step),
      notes: [total ? `${total}.` : null, step.costNote, describeEvidence(step.costEvidence)],
    },
    {
      label: 'Hours',
      value: describeHours(step),
      notes: [
        step.effortHours === null ? null : PUBLISHED,
        isOccupation
          ? 'It takes your main working time, so a plan counts its weeks and none of your weekly study hours.'
          : null,
      ],
    },
    { label: 'Length', value: describeWeeks(step), notes: [step.durationWeeks === null ? null : PUBLISHED] },
    ...(validity
      ? [{ label: 'Lasts', value: validity, notes: [describeEvidence(step.validityEvidence)] }]
      : []),
    { label: 'Open to', value: describeOpenTo(career, step), notes: [describePost(career, step)] },
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

function describeOpenTo(career: Career, step: Step): string {
  const holdings = (career.traits.needsHolding[step.id] ?? []).map(
    (id) => career.holdingById.get(id)?.label ?? id,
  );
  if (holdings.length === 0) return `${REGIONS[step.region]}, to everybody.`;
  return `${REGIONS[step.region]}, to those who hold: ${formatList(holdings, 'disjunction')}.`;
}

function describePost(career: Career, step: Step): string | null {
  if (!career.traits.needsPost.includes(step.id)) return null;
  const posts = career.traits.postFrom.flatMap((id) => career.stepById.get(id)?.title ?? []);
  return `It is done at work, so a plan starts it only once you are in a post: ${formatList(posts)} all count, and so does a job that you already have.`;
}
