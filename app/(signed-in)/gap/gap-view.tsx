'use client';

import { GapTable } from '../../gap-table';
import type { GapView as View } from './build-gap-view';
import { GapLadder } from './gap-ladder';
import { GoalForm } from './goal-form';

/**
 * The gap page below its notices, from what buildGapView() gives, as one text: React hands over objects value by value,
 * which took as long as to draw them.
 */
export function GapView({ text }: { text: string }) {
  const view: View = JSON.parse(text);
  const { role, goal, readiness } = view;
  return (
    <div className="grid items-start gap-x-10 gap-y-3 lg:grid-cols-[minmax(0,1fr)_19rem]">
      <div className="flex min-w-0 flex-col gap-3">
        <header>
          <p className="eyebrow max-sm:sr-only">
            {goal.isShown ? (goal.id ? 'Your gap to' : 'Shown for') : 'Looking at'}
          </p>
          <div className="flex flex-wrap items-baseline justify-between gap-x-8">
            <h1 className="text-[1.4rem] sm:text-[1.6rem]">{role.title}</h1>
            <p>
              <span className="figure mr-3 text-[1.4rem] sm:text-[1.6rem]">{`Readiness ${readiness.percent}%`}</span>
              <span>{`${readiness.skillsMet} of ${readiness.skillsAsked} skills met`}</span>
            </p>
          </div>
          <ReadinessNotes readiness={readiness} goal={goal} role={role} />
        </header>
        <GoalForm roles={view.roles} role={role.id} goalId={goal.id} />
        {readiness.isRated ? null : (
          <p>
            <strong>You have not rated a skill yet</strong>, so every level counts as 0.{' '}
            <a href="/rate">Rate your skills</a>
          </p>
        )}
        <GapTable rows={view.rows} />
      </div>
      <aside className="flex min-w-0 flex-col gap-3">
        <section className="card overflow-x-auto px-4 py-2 sm:py-3" aria-label="The ladder">
          <GapLadder rungs={view.rungs} />
        </section>
        <section className="card px-4 py-2 sm:py-3" aria-labelledby="nearest">
          <h2 id="nearest" className="text-xl">
            Nearest roles
          </h2>
          <ul>
            {view.nearest.map(({ id, title, percent, note }) => (
              <li key={id} className="gap-near">
                <a href={`/gap?role=${id}`}>{title}</a>
                <span className="hint">{note}</span>
                <span className="number">{`${percent}%`}</span>
              </li>
            ))}
          </ul>
          {view.met ? (
            <p className="hint max-w-none border-t border-line pt-2">
              <strong>Met already:</strong> <span>{view.met}</span>.
            </p>
          ) : null}
        </section>
      </aside>
    </div>
  );
}

function ReadinessNotes({ readiness, goal, role }: Pick<View, 'readiness' | 'goal' | 'role'>) {
  const { band, hoursLeft, unrated, isRated, isReady } = readiness;
  return (
    <p className="hint max-w-none">
      {goal.id || !isRated ? null : <strong>{`No goal chosen yet: shown for ${role.title}. `}</strong>}
      {goal.isShown || !goal.id ? null : (
        <span>
          Your goal is <span>{goal.title}</span>. <a href="/gap">Back to it</a>{' '}
        </span>
      )}
      {isReady ? <span>You meet all that this role asks. </span> : null}
      {band ? (
        <span>{`${band.low} to ${band.high}% by how sure you are and how old it is (an estimate). `}</span>
      ) : null}
      {isRated && unrated > 0 ? <span>{`${unrated} not rated yet, counted as 0. `}</span> : null}
      {hoursLeft ? <span>{`${hoursLeft} of study left in your plan.`}</span> : null}
      {hoursLeft === null && isRated && goal.isShown && goal.id ? (
        <a href="/plan">Make a plan to see the hours it takes</a>
      ) : null}
    </p>
  );
}
