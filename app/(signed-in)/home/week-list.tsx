import type { Career } from '@/lib/domain/career/career';
import type { ApplyFrom } from '@/lib/domain/climb/follow/apply-from';
import { addDays, type Day } from '@/lib/domain/day';
import type { Glance } from '@/lib/domain/plan/glance/glance';
import { nameEntry } from '@/lib/domain/plan/glance/names';
import { isOver } from '@/lib/domain/plan/glance/row';
import type { PlanWeek } from '@/lib/domain/plan/glance/week';
import { describeApplyFrom } from '@/lib/wording/apply-from';
import { formatCount, formatDay } from '@/lib/wording/format';
import { ActAnswer, HoursAnswer, PinnedAnswer } from '../plan/row/act-answer';
import { ActsForm } from '../plan/row/acts-form';
import { type Look, readActName } from '../plan/row/look';
import { LooksForm } from '../plan/row/looks-form';
import { PlanRowItem } from '../plan/row/plan-row';
import { ACTS_FORM, LOOKS_FORM } from '../plan/row/row-acts';

/** The steps that ask for something this week, each with its acts. */
export function WeekList({
  career,
  glance,
  week,
  look,
  today,
}: {
  career: Career;
  glance: Glance;
  week: PlanWeek;
  look: Look | null;
  today: Day;
}) {
  const applyFrom = glance.present?.applyFrom ?? null;
  const next = glance.rows.find(({ status }) => status === 'todo');
  return (
    <section aria-labelledby="week">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h2 id="week" className="plan-heading">
          {titleWeek(week)}
        </h2>
        <a href="/week" className="inline-flex min-h-11 items-center">
          Log the week
        </a>
      </div>
      <ActsForm id={ACTS_FORM} on="/home" />
      <LooksForm id={LOOKS_FORM} on="/home" />
      {applyFrom && applyFrom.on < addDays(today, 7) ? (
        <ApplyNote career={career} applyFrom={applyFrom} today={today} />
      ) : null}
      {glance.rows.every(isOver) ? (
        <p>
          Every step of your plan is finished. <a href="/rate">Check in</a> to see where it put you.
        </p>
      ) : null}
      {week.rows.length === 0 ? (
        next ? (
          <p>
            <span>{`Nothing is due this week. Next, from ${formatDay(next.step.start)}:`}</span>{' '}
            <a href={`/plan#${next.step.id}`}>{next.step.title}</a>
          </p>
        ) : null
      ) : (
        <ol className="plan-list" aria-labelledby="week" data-rows="">
          {week.rows.map((row) => (
            <PlanRowItem
              key={row.step.id}
              row={row}
              on="/home"
              parts={{
                isOpen: false,
                isUndoable: look !== null && row.recorded?.id === look.id && look.what !== 'undone',
                opened: (
                  <p>
                    <span>{career.stepById.get(row.step.id)?.description ?? 'A step of your own.'}</span>{' '}
                    <a href={`/plan#${row.step.id}`}>All of it on your plan</a>
                  </p>
                ),
                answer:
                  look && row.recorded?.id === look.id ? (
                    <ActAnswer
                      key={row.recorded.id}
                      career={career}
                      row={row}
                      glance={glance}
                      what={readActName(look)}
                    />
                  ) : look?.what === 'log' && look.id === row.step.id ? (
                    <HoursAnswer row={row} on="/home" />
                  ) : look?.what === 'pinned' && look.id === row.step.id ? (
                    <PinnedAnswer row={row} />
                  ) : null,
              }}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

/** That one can apply by now, before all of the plan is done. */
function ApplyNote({ career, applyFrom, today }: { career: Career; applyFrom: ApplyFrom; today: Day }) {
  const { post } = applyFrom;
  const [first] = describeApplyFrom(applyFrom, {
    title: nameEntry(career, post),
    today,
    day: formatDay,
    count: formatCount,
  });
  return (
    <p className="my-2">
      <span>{first}</span> <a href={`/plan#search-${post}`}>How, and what to bring</a>
    </p>
  );
}

/** Late steps come on top of the week's hours, so they are told apart from them. */
function titleWeek({ hours, lateSteps }: PlanWeek): string {
  const late = lateSteps > 0 ? formatCount(lateSteps, 'late step') : '';
  const planned = hours > 0 ? formatCount(hours, 'hour') : '';
  return ['This week', [planned, late].filter(Boolean).join(' and ')].filter(Boolean).join(', ');
}
