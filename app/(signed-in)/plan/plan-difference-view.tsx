import type { Career } from '@/lib/domain/career/career';
import { type ComparedPlan, comparePlans, type PlanDifference } from '@/lib/domain/plan/difference';
import { nameEntry } from '@/lib/domain/plan/glance/names';
import { formatDay } from '@/lib/wording/format';
import { describeTotals } from '@/lib/wording/plan-difference';
import { TOTALS } from './totals';

/** What changes when another plan takes the place of the kept one: totals, posts, and steps added, dropped and moved. */
export function PlanDifferenceView({
  career,
  kept,
  other,
}: {
  career: Career;
  kept: ComparedPlan;
  other: ComparedPlan;
}) {
  const difference = comparePlans({ kept, other });
  const { posts } = difference;
  const present = kept.stages?.[0]?.post ?? null;
  const isLeft = ({ stages = [] }: ComparedPlan) => stages.slice(1).some(({ post }) => post !== null);
  return (
    <div className="flex flex-col gap-8">
      <p className="text-lg">
        Compared with your plan: <strong>{describeTotals(difference, other)}</strong>. All figures are
        estimates.
      </p>
      {posts.added.length + posts.dropped.length > 0 ? (
        <ul className="list-disc pl-6 text-lg">
          {present !== null && isLeft(other) !== isLeft(kept) ? (
            <li>
              {isLeft(other)
                ? `You leave your post as ${nameEntry(career, present)} on the way; with yours you stay in it.`
                : `You stay in your post as ${nameEntry(career, present)}; with yours you leave it on the way.`}
            </li>
          ) : null}
          {posts.added.map((post) => (
            <li key={post}>
              This one has you look for a post as <strong>{nameEntry(career, post)}</strong>.
            </li>
          ))}
          {posts.dropped.map((post) => (
            <li key={post}>
              Yours has you look for a post as <strong>{nameEntry(career, post)}</strong>, this one does not.
            </li>
          ))}
        </ul>
      ) : null}
      <div className="card overflow-x-auto">
        <table aria-label="Your plan and the other one">
          <thead>
            <tr>
              <th scope="col">Total</th>
              <th scope="col" className="number">
                Yours
              </th>
              <th scope="col" className="number">
                This one
              </th>
            </tr>
          </thead>
          <tbody>
            {TOTALS.map((row) => (
              <tr key={row.label}>
                <th scope="row" className="font-normal">
                  {row.label}
                </th>
                <td className="number">{row.of(kept)}</td>
                <td className="number">{row.of(other)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-3">
        <StepList
          title="Added"
          none="No step is added."
          steps={difference.added.map((step) => ({ step, note: when(step) }))}
        />
        <StepList
          title="Dropped"
          none="No step is dropped."
          steps={difference.dropped.map((step) => ({ step, note: when(step) }))}
        />
        <StepList
          title="Moved"
          none="No step starts on another day."
          steps={difference.moved.map(({ step, from }) => ({
            step,
            note:
              step.status === 'again'
                ? `done again from ${formatDay(step.start)}, since its levels are not reached`
                : `starts on ${formatDay(step.start)}, not ${formatDay(from)}`,
          }))}
        />
      </div>
    </div>
  );
}

function when(step: PlanDifference['added'][number]): string {
  return `${formatDay(step.start)} to ${formatDay(step.finish)}`;
}

function StepList({
  title,
  none,
  steps,
}: {
  title: string;
  none: string;
  steps: { step: PlanDifference['added'][number]; note: string }[];
}) {
  return (
    <section className="card">
      <h2 className="text-xl">{title}</h2>
      {steps.length === 0 ? <p className="mt-2 text-soft">{none}</p> : null}
      <ul className="mt-2 flex flex-col gap-2">
        {steps.map(({ step, note }) => (
          <li key={step.id}>
            <span>{step.title}</span>
            <span className="hint block">{note}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
