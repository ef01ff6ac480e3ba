import type { Metadata } from 'next';
import { Ladder } from '@/app/ladder';
import { requireUser } from '@/lib/auth/session';
import { nameSkill } from '@/lib/domain/career-names';
import { computeDayInZone } from '@/lib/domain/day';
import { computeGap } from '@/lib/domain/gap';
import { computeHistory, type HistoryPoint, type LevelChange } from '@/lib/domain/progress';
import { computeRungs } from '@/lib/domain/rungs';
import { loadStanding, type Standing } from '@/lib/plan/standing';
import { getForecast } from '@/lib/planner/client';
import { listCheckIns } from '@/lib/queries/check-ins';
import { getPlan } from '@/lib/queries/plans';
import { listStepProgress } from '@/lib/queries/step-progress';
import { describeForecast } from '@/lib/wording/forecast';
import { formatCount, formatDay, formatList } from '@/lib/wording/format';
import { findNextAction } from './next-action';

export const metadata: Metadata = { title: 'Home' };

export default async function HomePage() {
  const user = await requireUser('/home');
  const standing = await loadStanding(user.id);
  const { career, account, role, levels } = standing;
  const [checkIns, plan, progress] = await Promise.all([
    listCheckIns(user.id, career.id),
    getPlan(user.id, career.id),
    listStepProgress(user.id, career.id),
  ]);
  const forecast =
    plan && plan.role === role.id
      ? await getForecast(career, { plan: plan.document, records: progress, today: standing.today })
      : null;
  const history = computeHistory(checkIns);
  const gap = computeGap(career, { role, levels });
  const next = findNextAction({ standing, plan: plan?.document ?? null, progress });
  return (
    <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-8">
        <header>
          <p className="text-lg font-semibold text-soft">{`Hello, ${account.name}`}</p>
          <h1 className="mt-1">
            {history.length === 0
              ? 'Start at the foot of the ladder'
              : `${gap.readiness}% of the way to ${role.title}`}
          </h1>
          {history.length > 0 ? (
            <p className="mt-3 text-lg text-soft">
              <span>{gap.skillsMet}</span> of <span>{gap.skillsAsked}</span> skills at their target,{' '}
              <span>{formatCount(gap.totalGap, 'level')}</span> to climb. <a href="/gap">See the gap</a>
            </p>
          ) : null}
        </header>
        <section className="card border-l-[6px] border-l-target" aria-labelledby="next">
          <h2 id="next">What next</h2>
          <p className="mt-2 text-lg">{next.sentence}</p>
          <p className="mt-1 mb-4 text-soft">
            {forecast ? `${describeForecast(forecast)} (estimates).` : ''}
          </p>
          <a href={next.href} className="button">
            {next.label}
          </a>
        </section>
        <section aria-labelledby="changed">
          <h2 id="changed">What changed</h2>
          <Changes standing={standing} history={history} />
        </section>
      </div>
      <aside className="card" aria-labelledby="ladder">
        <h2 id="ladder" className="mb-1 text-xl">
          Where you are
        </h2>
        <p className="hint mb-3">How much of each rung you have reached.</p>
        <Ladder rungs={computeRungs(career, { levels, goal: role })} />
        {role.rung === null ? (
          <p className="hint mt-3">{`Your goal, ${role.title}, is a related title beside the ladder.`}</p>
        ) : null}
      </aside>
    </div>
  );
}

function Changes({ standing, history }: { standing: Standing; history: readonly HistoryPoint[] }) {
  const { career, account, role } = standing;
  const latest = history.at(-1);
  const before = history.at(-2);
  if (!latest)
    return (
      <p className="mt-2 text-soft">
        Nothing yet: your first check-in sets the baseline that later ones climb from.
      </p>
    );
  const day = formatDay(
    computeDayInZone({ instant: new Date(latest.checkIn.takenAt), timeZone: account.timeZone }),
  );
  if (!before)
    return (
      <p className="mt-2">{`Your first check-in, on ${day}, rated ${formatCount(latest.checkIn.ratings.length, 'skill')}. The next one will show what moved.`}</p>
    );
  const then = computeGap(career, { role, levels: before.levels }).readiness;
  const now = computeGap(career, { role, levels: latest.levels }).readiness;
  const describeChanges = (changes: readonly LevelChange[]) =>
    formatList(
      changes.map(
        ({ skill, from, to }) =>
          `${nameSkill(career, skill)} ${from === null ? `first rated ${to}` : `${from} to ${to}`}`,
      ),
    );
  const rose = latest.changes.filter((change) => change.from === null || change.to > change.from);
  const fell = latest.changes.filter((change) => change.from !== null && change.to < change.from);
  return (
    <div className="mt-2 flex flex-col gap-1">
      <p>{`Since your check-in on ${day}: readiness ${then === now ? `unchanged at ${now}%` : `from ${then}% to ${now}%`}.`}</p>
      {rose.length > 0 ? <p>{`Rose: ${describeChanges(rose)}.`}</p> : null}
      {fell.length > 0 ? <p>{`Fell: ${describeChanges(fell)}.`}</p> : null}
      {latest.changes.length === 0 ? <p>No level moved.</p> : null}
    </div>
  );
}
