import { setImmediate } from 'node:timers/promises';
import type { Metadata } from 'next';
import { PageTitle, TITLE_OF_ITS_OWN } from '@/app/page-title';
import { Notice } from '@/components/notice';
import { requireUser } from '@/lib/auth/session';
import { computeStanding } from '@/lib/domain/climb/standing';
import { computeDayInZone } from '@/lib/domain/day';
import { buildGlance } from '@/lib/domain/plan/glance/glance';
import { listWeek } from '@/lib/domain/plan/glance/week';
import { computeHistory } from '@/lib/domain/progress';
import { listSecondLookNews } from '@/lib/domain/second-look/news';
import { findApplyFrom, findLateness, type KeptState } from '@/lib/plan/climb/follow-now';
import { findQuestion, isBetterAnswer, peekAnswer } from '@/lib/plan/climb/open-question';
import { loadPlanState } from '@/lib/plan/climb/plan-state';
import { loadReplanningSoon } from '@/lib/plan/climb/replanning';
import { findFreshLook } from '@/lib/plan/freshness';
import { loadProof } from '@/lib/plan/load-proof';
import { listUnratedSince } from '@/lib/plan/unrated';
import { listCheckIns } from '@/lib/queries/check-ins';
import { type GivenAnswer, listGivenAnswers, listWaitingSkills } from '@/lib/queries/second-look-answers';
import { formatDay } from '@/lib/wording/format';
import { LEVEL_KIND_LABELS } from '@/lib/wording/level-kinds';
import { findSkillToRate } from '@/lib/wording/plan-act';
import { describeStanding, type StandingLine } from '@/lib/wording/plan-standing';
import { titleHome } from '@/lib/wording/titles';
import { readLook } from '../plan/row/look';
import { Changes, type Unrated } from './changes';
import { NextCheckIn } from './next-check-in';
import { WeekList } from './week-list';

type Search = Record<string, string | string[] | undefined>;

export const metadata: Metadata = TITLE_OF_ITS_OWN;

export default async function HomePage({ searchParams }: { searchParams: Promise<Search> }) {
  const user = await requireUser('/home');
  const look = readLook(await searchParams);
  const state = await loadPlanState(user.id);
  const { standing, kept, progress } = state;
  const { career, role, rated, account, today } = standing;
  const [checkIns, proof, given, waiting] = await Promise.all([
    listCheckIns(user.id, career.id),
    loadProof(user.id, standing),
    listGivenAnswers(user.id, career.id),
    listWaitingSkills(user.id, career.id),
  ]);
  const history = computeHistory(checkIns);
  // A long history took its time: others are served before the page is drawn from it.
  await setImmediate();
  const fresh = findFreshLook(state, proof);
  const [latest, before] = [history.at(-1), history.at(-2)];
  const dayOf = (instant: string) =>
    computeDayInZone({ instant: new Date(instant), timeZone: account.timeZone });
  const toAnswer = ({ changedAt, ...answer }: GivenAnswer) => ({ ...answer, changedOn: dayOf(changedAt) });
  const wanted = career.roleById.get(role.id);
  const readinessOf = (levels: typeof rated.levels) =>
    wanted ? computeStanding(career, { role: wanted, ratings: { ...rated, levels } }).readiness : 0;
  const readiness = readinessOf(rated.levels);
  // What was agreed is no series of check-ins, so its readiness is set against none of them.
  const isCompared = before !== undefined && standing.levelKind === 'own';
  const rise = isCompared ? readiness - readinessOf(before.levels) : 0;
  const glance = kept
    ? buildGlance(career, {
        plan: kept.followed,
        records: progress,
        today,
        held: standing.posts.findLast(({ current }) => current)?.post ?? null,
        answered: look?.id ?? null,
        applyFrom: findApplyFrom({ ...state, kept }),
      })
    : null;
  const week =
    kept && glance ? listWeek(kept.followed, { rows: glance.rows, today, answered: look?.id ?? null }) : null;
  const line = kept
    ? await loadLine(
        { ...state, kept },
        (glance?.dropped ?? []).map(({ step }) => step.title),
      )
    : null;
  const unrated = progress.flatMap((event): Unrated[] => {
    const row = glance?.rows.find(({ step }) => step.id === event.step);
    // What was just answered for asks for it in its own row.
    const isAsked = event.status === 'done' && event.id !== look?.id;
    const skill = row && isAsked ? findSkillToRate(career, row) : null;
    return row && skill && listUnratedSince({ standing, progress: event, raised: [skill.id] }).length > 0
      ? [{ step: event.step, title: row.step.title, skill }]
      : [];
  });
  return (
    <div className="flex max-w-[60rem] flex-col gap-3 sm:gap-5">
      <PageTitle>{latest ? titleHome(role.title, readiness) : 'This week'}</PageTitle>
      <header>
        <h1 className="home-title">{latest ? `${readiness}% to ${role.title}` : `Hello, ${account.name}`}</h1>
        {latest ? (
          <p className="text-soft">
            {isCompared ? (
              <span>
                {rise === 0
                  ? `As on ${formatDay(dayOf(before.checkIn.takenAt))}.`
                  : `${rise > 0 ? '+' : '−'}${Math.abs(rise)} since ${formatDay(dayOf(before.checkIn.takenAt))}.`}
              </span>
            ) : null}
            <span>
              {' '}
              <span>{LEVEL_KIND_LABELS[standing.levelKind]}</span> <a href="/gap">See the gap</a>
            </span>
          </p>
        ) : null}
      </header>
      {latest ? null : (
        <Notice>
          <p>Rate your skills first: ten short groups, each level a sentence that is true of you or not.</p>
          <a href="/rate" className="button mt-2">
            Rate your skills
          </a>
        </Notice>
      )}
      {latest && !kept ? (
        <Notice>
          <p>{`You have no plan yet. Make one to become ${role.title}.`}</p>
          <a href="/plan" className="button mt-2">
            Make a plan
          </a>
        </Notice>
      ) : null}
      {line ? <Line line={line} /> : null}
      {week && glance ? (
        <WeekList career={career} glance={glance} week={week} look={look} today={today} />
      ) : null}
      <Changes
        career={career}
        latest={latest}
        hasBefore={before !== undefined}
        unrated={unrated}
        answers={{
          news: listSecondLookNews(given.map(toAnswer), today),
          waiting: [...new Set(waiting.map(({ skill }) => skill))],
        }}
      />
      {latest ? (
        <NextCheckIn
          checkedInOn={dayOf(latest.checkIn.takenAt)}
          reminderWeeks={account.settings.reminderWeeks}
          today={today}
          fresh={fresh && { ...fresh, name: career.skillById.get(fresh.skill)?.name ?? fresh.skill }}
        />
      ) : null}
    </div>
  );
}

async function loadLine(state: KeptState, dropped: readonly string[]): Promise<StandingLine> {
  const { kept, standing } = state;
  const question = findQuestion(state);
  const better = question?.isOpen ? peekAnswer(question) : null;
  return describeStanding({
    isForOtherRole: kept.role !== standing.role.id,
    replanning: await loadReplanningSoon(state),
    weeksLate: findLateness(state)?.weeks ?? null,
    kept: kept.followed,
    dropped,
    isBetterKnown: question !== null && better !== null && isBetterAnswer(question, better),
  });
}

function Line({ line }: { line: StandingLine }) {
  const { tone, sentence, remedy } = line;
  if (tone === 'good') return <p>{sentence}</p>;
  return (
    <Notice tone="attention">
      <span className="block flex-wrap items-center justify-between gap-x-4 sm:flex">
        <strong className="mr-2">{sentence}</strong>
        {remedy ? (
          <a href={remedy.href} className="inline-flex min-h-7 items-center sm:min-h-11">
            {remedy.label}
          </a>
        ) : null}
      </span>
    </Notice>
  );
}
