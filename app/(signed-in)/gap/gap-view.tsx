'use client';

import { Ladder } from '@/app/ladder';
import { Notice } from '@/components/notice';
import { GapTable } from '../../gap-table';
import type { GapView as View } from './build-gap-view';
import { GapChart } from './gap-chart';
import { GoalForm } from './goal-form';
import { NextLevels } from './next-levels';

/** The gap page below its notices. */
export function GapView({ view }: { view: View }) {
  const { role, goal, readiness, rows } = view;
  return (
    <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-10">
        <header>
          <p className="eyebrow">{goal.isShown ? 'Your gap to' : 'Looking at'}</p>
          <h1 className="mt-1">{role.title}</h1>
          <p className="mt-3 text-lg text-soft">{role.description}</p>
          <GoalForm roles={view.roles} role={role.id} goalId={goal.id} />
          {goal.isShown ? null : (
            <p className="mt-2 hint">
              Your goal is <span>{goal.title}</span>. <a href="/gap">Back to it</a>
            </p>
          )}
        </header>
        {readiness.isRated ? null : (
          <Notice tone="attention">
            You have not rated a skill yet, so every level below counts as 0.{' '}
            <a href="/rate">Rate your skills</a>
          </Notice>
        )}
        <ReadinessSummary readiness={readiness} />
        <section aria-labelledby="gaps" className="flex flex-col gap-6">
          <h2 id="gaps">Skill by skill</h2>
          <GapChart rows={rows} />
          <GapTable rows={rows} />
        </section>
        <NextLevels nextLevels={view.nextLevels} />
      </div>
      <aside className="flex min-w-0 flex-col gap-8">
        <section className="card" aria-labelledby="ladder">
          <h2 id="ladder" className="mb-1 text-xl">
            The ladder
          </h2>
          <p className="hint mb-3">How much of each rung you have reached.</p>
          <Ladder rungs={view.rungs} />
        </section>
        {view.neighbours.length > 0 ? (
          <section className="card" aria-labelledby="neighbours">
            <h2 id="neighbours" className="mb-3 text-xl">
              One rung away
            </h2>
            <RoleList roles={view.neighbours} />
          </section>
        ) : null}
        <section className="card" aria-labelledby="nearest">
          <h2 id="nearest" className="mb-3 text-xl">
            Nearest roles
          </h2>
          <RoleList roles={view.nearest} />
          {view.met ? (
            <p className="mt-3 border-t border-line pt-3">
              <strong>Met already:</strong> <span>{view.met}</span>.
            </p>
          ) : null}
        </section>
      </aside>
    </div>
  );
}

function ReadinessSummary({ readiness }: { readiness: View['readiness'] }) {
  const { percent, band, skillsMet, skillsAsked, hoursLeft, unrated } = readiness;
  return (
    <section className="card flex flex-wrap items-center gap-x-10 gap-y-4" aria-label="Readiness">
      <p className="figure text-[min(clamp(2.2rem,1.6rem+2.5vw,3.4rem),13vw)]">{`Readiness ${percent}%`}</p>
      <div className="flex flex-col gap-1">
        <p>
          <strong>{`${skillsMet} of ${skillsAsked}`}</strong>
          <span>{` skills at their target${readiness.isReady ? '. You meet every target of this role.' : ''}`}</span>
        </p>
        <p>
          {hoursLeft === null ? (
            <a href="/plan" className="inline-flex min-h-11 items-center">
              Make a plan to see the hours it takes
            </a>
          ) : (
            <span>
              <strong>{hoursLeft}</strong> of study left in your plan (an estimate)
            </span>
          )}
        </p>
        {readiness.isRated ? (
          <p className="hint">
            {`By how sure you are of your ratings: between ${band.low}% and ${band.high}% (an estimate).`}
          </p>
        ) : null}
        {readiness.isRated && unrated ? (
          <p className="hint">{`Not rated yet, counted as 0: ${unrated}.`}</p>
        ) : null}
      </div>
    </section>
  );
}

function RoleList({ roles }: { roles: View['nearest'] }) {
  return (
    <ul>
      {roles.map((role) => (
        <li key={role.id} className="border-t border-line py-3">
          <p className="flex justify-between gap-4">
            <a href={`/gap?role=${role.id}`} className="font-semibold">
              {role.title}
            </a>
            <span className="figure text-base">{`${role.percent}%`}</span>
          </p>
          <p className="hint">{role.note}</p>
          <p className="hint">{role.missing}</p>
        </li>
      ))}
    </ul>
  );
}
