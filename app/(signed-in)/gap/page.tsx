import type { Metadata } from 'next';
import { Notice } from '@/components/notice';
import { requireUserOrPost } from '@/lib/auth/session';
import type { UserId } from '@/lib/auth/user-id';
import type { Career, Role } from '@/lib/domain/catalogue';
import {
  computeGap,
  computeNearestRoles,
  computeReadinessBand,
  findNeighbourRungs,
  type Gap,
  type Levels,
} from '@/lib/domain/gap';
import { computeHoursLeft } from '@/lib/domain/hours-left';
import { formatCount, formatList } from '@/lib/format';
import { getPlan } from '@/lib/queries/plans';
import { listStepProgress } from '@/lib/queries/step-progress';
import { GapTable } from '../../gap-table';
import { loadStanding } from '../load-standing';
import { RoleLadder } from '../role-ladder';
import { SignedOutPost } from '../signed-out-post';
import { GapChart } from './gap-chart';
import { GoalForm } from './goal-form';
import { NextLevels } from './next-levels';

export const metadata: Metadata = { title: 'Your gap' };

type Search = { role?: string | string[]; saved?: string | string[]; set?: string | string[] };

export default async function GapPage({ searchParams }: { searchParams: Promise<Search> }) {
  const user = await requireUserOrPost('/gap');
  if (!user) return <SignedOutPost />;
  const search = await searchParams;
  const standing = await loadStanding(user.id);
  const { career, levels } = standing;
  const asked = typeof search.role === 'string' ? career.roleById.get(search.role) : undefined;
  const role = asked ?? standing.role;
  const hoursLeft = standing.planRole === role.id ? await loadHoursLeft(user.id, career.id) : null;
  const gap = computeGap(career, { role, levels });
  const ratedCount = Object.keys(levels).length;
  return (
    <>
      {search.saved ? (
        <div className="mb-6">
          <Notice>Check-in saved. This is where it puts you.</Notice>
        </div>
      ) : null}
      {search.set ? (
        <div className="mb-6">
          <Notice>Goal set: {standing.role.title}.</Notice>
        </div>
      ) : null}
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-10">
          <header>
            <p className="eyebrow">{role.id === standing.role.id ? 'Your gap to' : 'Looking at'}</p>
            <h1 className="mt-1">{role.title}</h1>
            <p className="mt-3 text-lg text-soft">{role.description}</p>
            <GoalForm
              roles={career.roles.map(({ id, title }) => ({ id, title }))}
              role={role.id}
              goalId={standing.goal?.id ?? null}
            />
            {role.id !== standing.role.id ? (
              <p className="mt-2 hint">
                Your goal is {standing.role.title}. <a href="/gap">Back to it</a>
              </p>
            ) : null}
          </header>
          {ratedCount === 0 ? (
            <Notice tone="attention">
              You have not rated a skill yet, so every level below counts as 0.{' '}
              <a href="/rate">Rate your skills</a>
            </Notice>
          ) : null}
          <ReadinessSummary
            gap={gap}
            band={computeReadinessBand(role, standing.ratings)}
            hoursLeft={hoursLeft}
          />
          <section aria-labelledby="gaps" className="flex flex-col gap-6">
            <h2 id="gaps">Skill by skill</h2>
            <GapChart gap={gap} />
            <GapTable gap={gap} />
          </section>
          <NextLevels career={career} gap={gap} region={standing.region} />
        </div>
        <aside className="flex min-w-0 flex-col gap-8">
          <section className="card" aria-labelledby="ladder">
            <h2 id="ladder" className="mb-1 text-xl">
              The ladder
            </h2>
            <p className="hint mb-3">How much of each rung you have reached.</p>
            <RoleLadder career={career} levels={levels} goal={standing.role} />
          </section>
          <Neighbours career={career} role={role} levels={levels} />
          <NearestRoles career={career} role={role} levels={levels} />
        </aside>
      </div>
    </>
  );
}

/** Null where the plan has gone since. */
async function loadHoursLeft(userId: UserId, career: string): Promise<number | null> {
  const [plan, progress] = await Promise.all([getPlan(userId, career), listStepProgress(userId, career)]);
  return plan && computeHoursLeft(plan.document, progress);
}

function ReadinessSummary({
  gap,
  band,
  hoursLeft,
}: {
  gap: Gap;
  band: { low: number; high: number };
  /** Null without a plan for this role. */
  hoursLeft: number | null;
}) {
  const isRated = gap.rows.some((row) => row.isRated);
  const unrated = gap.rows.filter((row) => !row.isRated && row.target > 0).map((row) => row.skill.name);
  return (
    <section className="card flex flex-wrap items-center gap-x-10 gap-y-4" aria-label="Readiness">
      <p className="figure text-[min(clamp(2.2rem,1.6rem+2.5vw,3.4rem),13vw)]">Readiness {gap.readiness}%</p>
      <div className="flex flex-col gap-1">
        <p>
          <strong>
            {gap.skillsMet} of {gap.skillsAsked}
          </strong>{' '}
          skills at their target{gap.isReady ? '. You meet every target of this role.' : ''}
        </p>
        <p>
          {hoursLeft === null ? (
            <a href="/plan" className="inline-flex min-h-11 items-center">
              Make a plan to see the hours it takes
            </a>
          ) : (
            <>
              <strong>{formatCount(hoursLeft, 'hour')}</strong> of study left in your plan (an estimate)
            </>
          )}
        </p>
        {isRated ? (
          <p className="hint">
            By how sure you are of your ratings: between {band.low}% and {band.high}% (an estimate).
          </p>
        ) : null}
        {isRated && unrated.length > 0 ? (
          <p className="hint">Not rated yet, counted as 0: {formatList(unrated)}.</p>
        ) : null}
      </div>
    </section>
  );
}

function missing(gap: Gap): string {
  const names = gap.rows.filter((row) => row.gap > 0).map((row) => `${row.skill.name} +${row.gap}`);
  return names.length > 0 ? formatList(names) : 'nothing';
}

function RoleLine({ gap, note }: { gap: Gap; note?: string }) {
  return (
    <li className="border-t border-line py-3">
      <p className="flex justify-between gap-4">
        <a href={`/gap?role=${gap.role.id}`} className="font-semibold">
          {gap.role.title}
        </a>
        <span className="figure text-base">{gap.readiness}%</span>
      </p>
      {note ? <p className="hint">{note}</p> : null}
      <p className="hint">{gap.isReady ? 'Every target met.' : `Missing: ${missing(gap)}.`}</p>
    </li>
  );
}

function Neighbours({ career, role, levels }: { career: Career; role: Role; levels: Levels }) {
  const { below, above } = findNeighbourRungs(career, role);
  if (!below && !above) return null;
  return (
    <section className="card" aria-labelledby="neighbours">
      <h2 id="neighbours" className="mb-3 text-xl">
        One rung away
      </h2>
      <ul>
        {above ? <RoleLine gap={computeGap(career, { role: above, levels })} note="The rung above" /> : null}
        {below ? <RoleLine gap={computeGap(career, { role: below, levels })} note="The rung below" /> : null}
      </ul>
    </section>
  );
}

const NEAREST_SHOWN = 3;

function NearestRoles({ career, role, levels }: { career: Career; role: Role; levels: Levels }) {
  const { nearest, met } = computeNearestRoles(career, { goal: role, levels });
  return (
    <section className="card" aria-labelledby="nearest">
      <h2 id="nearest" className="mb-3 text-xl">
        Nearest roles
      </h2>
      <ul>
        {nearest.slice(0, NEAREST_SHOWN).map((gap) => (
          <RoleLine key={gap.role.id} gap={gap} note={`${formatCount(gap.totalGap, 'level')} to climb`} />
        ))}
      </ul>
      {met.length > 0 ? (
        <p className="mt-3 border-t border-line pt-3">
          <strong>Met already:</strong> {formatList(met.map((gap) => gap.role.title))}.
        </p>
      ) : null}
    </section>
  );
}
