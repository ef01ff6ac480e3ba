import type { ReactNode } from 'react';
import { ClimbLadder } from '@/app/climb/climb-ladder';
import { StageLevels } from '@/app/climb/stage-levels';
import { WaysIn } from '@/app/climb/ways-in';
import type { Career } from '@/lib/domain/career/career';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { listApplyFrom } from '@/lib/domain/climb/follow/apply-from';
import { isFirstPostAssumed, toFollowed } from '@/lib/domain/climb/follow/followed';
import { listStageLevels } from '@/lib/domain/climb/follow/stage-levels';
import { listTaughtByPosts } from '@/lib/domain/climb/follow/taught-by-posts';
import { addDays } from '@/lib/domain/day';
import type { ShownStage } from '@/lib/domain/plan/glance/climb';
import { buildGlance } from '@/lib/domain/plan/glance/glance';
import { nameEntry, nameStage } from '@/lib/domain/plan/glance/names';
import { IN_WORK } from '@/lib/domain/trial';
import { describeApplyFrom } from '@/lib/wording/apply-from';
import { formatCost, formatCount, formatDay } from '@/lib/wording/format';
import { describeRowHours } from '@/lib/wording/plan-row';
import { STEP_KIND_LABELS } from '@/lib/wording/step-kinds';
import { describeMadeWith, POST_NOT_SAID } from '@/lib/wording/trial';

/** A plan as a stranger sees it, by its stages; `children` say what else there is to it. */
export function TrialPlan({
  career,
  plan,
  title = 'A plan to get there',
  id = 'plan',
  children,
}: {
  career: Career;
  plan: PlanDocument;
  title?: string;
  /** Of its heading. */
  id?: string;
  children?: ReactNode;
}) {
  if (plan.status === 'infeasible')
    return (
      <section aria-labelledby="plan">
        <h2 id="plan">No plan fits</h2>
        <ul className="mt-3 list-disc pl-5">
          {plan.reasons?.map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
    );
  const followed = toFollowed(plan);
  const today = followed.start;
  const applying = { plan: followed, profile: plan.profile, records: [], today };
  const applyFrom = listApplyFrom(career, applying);
  const levels = listStageLevels(career, applying);
  const glance = buildGlance(career, { plan: followed, records: [], today, applyFrom });
  const { weeks, hours, steps, cost } = plan.totals;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4">
      <header>
        <h2 id={id}>{title}</h2>
        <p className="mt-2 text-soft">
          {formatCount(steps, 'step')}, {formatCount(hours, 'hour')} of yours in {formatCount(weeks, 'week')},{' '}
          {cost.approximate && cost.amount > 0 ? 'about ' : ''}
          {formatCost(cost)}. Time and cost are estimates.
        </p>
        <p className="mt-2 text-soft">
          {describeMadeWith(plan.profile.preferences, {
            isInWork: plan.profile.posts.length > 0 || plan.profile.holdings.includes(IN_WORK),
          })}
        </p>
        {isFirstPostAssumed(plan) ? (
          <p className="mt-2">
            <strong>{POST_NOT_SAID}</strong> <a href="#questions">Say what you work as</a> for a plan that
            fits you.
          </p>
        ) : null}
        {children ? <p className="mt-2 text-soft">{children}</p> : null}
      </header>
      <div className="plan-grid">
        <ol className="plan-list">
          {glance.stages.map((stage) => (
            <TrialStage key={stage.stage.startWeek} career={career} stage={stage} />
          ))}
        </ol>
        <div className="plan-side">
          <ClimbLadder career={career} plan={followed} glance={glance} />
          <WaysIn career={career} plan={followed} ways={glance.ways} />
        </div>
      </div>
      {levels ? (
        <StageLevels
          career={career}
          plan={followed}
          levels={levels}
          taught={listTaughtByPosts(career, plan)}
        />
      ) : null}
    </section>
  );
}

function TrialStage({ career, stage }: { career: Career; stage: ShownStage }) {
  const name = nameStage(career, stage.stage);
  return (
    <li className="plan-fold">
      <details open={stage.when === 'now' || undefined}>
        <summary>
          <span className="row-title">{name}</span>
          <span className="row-facts">
            <span>{`${formatCount(stage.rows.length, 'step')}, ${formatCount(stage.stage.weeks, 'week')} from ${formatDay(stage.start)}`}</span>
          </span>
        </summary>
        <ol className="plan-list pl-8" aria-label={name}>
          {stage.rows.map((row) => (
            <li key={row.step.id} className="border-t border-line py-1">
              <a href={`/steps/${row.step.id}`}>{row.step.title}</a>{' '}
              <span className="hint">{`${STEP_KIND_LABELS[row.step.kind]}, ${describeRowHours(row)}, ${formatDay(row.step.start)} to ${formatDay(row.step.finish)}`}</span>
            </li>
          ))}
          {stage.search ? (
            <li className="border-t border-line py-1">
              <span>{`Find a post: ${nameEntry(career, stage.search.post)}`}</span>
              {stage.applyFrom ? (
                <span className="hint block">
                  {describeApplyFrom(stage.applyFrom, {
                    title: nameEntry(career, stage.search.post),
                    // Read before the plan begins, as all of it is.
                    today: addDays(stage.start, -1),
                    day: formatDay,
                    count: formatCount,
                  }).join(' ')}
                </span>
              ) : null}
            </li>
          ) : null}
        </ol>
      </details>
    </li>
  );
}
