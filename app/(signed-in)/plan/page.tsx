import type { Metadata } from 'next';
import { StageLevels } from '@/app/climb/stage-levels';
import { PageTitle, TITLE_OF_ITS_OWN } from '@/app/page-title';
import { Notice } from '@/components/notice';
import { requireUserOrPost } from '@/lib/auth/session';
import { listLapses } from '@/lib/domain/certificate';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { isFoundOnlyNow } from '@/lib/domain/climb/follow/found-only-now';
import { isStaged, type StoredDocument } from '@/lib/domain/climb/follow/stored-document';
import { listTaughtByPosts } from '@/lib/domain/climb/follow/taught-by-posts';
import { computeStanding } from '@/lib/domain/climb/standing';
import { STEP_KINDS } from '@/lib/domain/lists';
import { buildGlance } from '@/lib/domain/plan/glance/glance';
import { nameEntry } from '@/lib/domain/plan/glance/names';
import { findFinish, listRows } from '@/lib/domain/plan/glance/row';
import { computeHoursLeft } from '@/lib/domain/plan/hours-left';
import { findApplyFrom, findFirstDay, findLateness, findStageLevels } from '@/lib/plan/climb/follow-now';
import { loadForecast } from '@/lib/plan/climb/keep-forecast';
import { findQuestion } from '@/lib/plan/climb/open-question';
import { isContinued, loadPlanState, withEarlier } from '@/lib/plan/climb/plan-state';
import { loadReplanningSoon } from '@/lib/plan/climb/replanning';
import { orRefusal, PlannerRefusal } from '@/lib/planner/refusal';
import { listForecasts } from '@/lib/queries/forecasts';
import { isPlanUnreadable, listKeptPlans } from '@/lib/queries/plans';
import { formatMoney } from '@/lib/wording/format';
import { LEVEL_KIND_LABELS } from '@/lib/wording/level-kinds';
import { describeKnown, describeLongest, describeStages } from '@/lib/wording/plan-proof';
import { describeBeside, findSeeker, listUntil } from '@/lib/wording/search-beside';
import { describeOldTrade } from '@/lib/wording/search-old-trade';
import { STEP_KIND_LABELS } from '@/lib/wording/step-kinds';
import { titlePlan } from '@/lib/wording/titles';
import { loadSaved } from '../gap/load-saved';
import { SignedOutPost } from '../signed-out-post';
import { DropChoices } from './drop-choices';
import { ForecastSection } from './forecast-section';
import { OtherSteps } from './other-steps';
import { PlanChoices } from './plan-choices';
import { PlanForm } from './plan-form';
import { PlanGlance } from './plan-glance';
import { PlanHead } from './plan-head';
import { PlanMore } from './plan-more';
import { PlanNotices } from './plan-notices';
import { findProved, StillProving } from './plan-proving';
import type { PlanBefore } from './row/act-answer';
import { buildRowParts } from './row/build-row-parts';
import { readLook } from './row/look';
import { MoveForm } from './row/move-form';
import { computeShownPreferences, listShownEntries } from './shown-settings';
import { StartPostForm } from './start-post-form';
import { StepExplanation } from './step-explanation';
import { StepNotes } from './step-notes';

export const metadata: Metadata = TITLE_OF_ITS_OWN;

/** The plan before the kept one. */
async function loadBefore(
  ...of: Parameters<typeof listKeptPlans>
): Promise<(PlanBefore & { document: StoredDocument }) | null> {
  const [, before] = await listKeptPlans(...of);
  return before ? { id: before.id, document: before.document, followed: toFollowed(before.document) } : null;
}

type Search = Record<string, string | string[] | undefined>;

export default async function PlanPage({ searchParams }: { searchParams: Promise<Search> }) {
  const user = await requireUserOrPost('/plan');
  if (!user)
    return (
      <>
        <PageTitle>Your plan</PageTitle>
        <SignedOutPost />
      </>
    );
  const search = await searchParams;
  const state = await loadPlanState(user.id);
  const { standing, kept, progress } = state;
  const { career, role, goal, today, rated } = standing;
  const look = readLook(search);
  const held = new Set([
    ...standing.held,
    ...standing.posts.map(({ post }) => post),
    ...progress.filter(({ status }) => status === 'done').map(({ step }) => step),
  ]);
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
  const following = kept ? { ...state, kept } : null;
  const [forecasts, forecast, replanning] = await Promise.all([
    listForecasts(user.id, career.id),
    following && orRefusal(loadForecast(following)),
    following && loadReplanningSoon(following),
  ]);
  const question = following && findQuestion(following);
  const lateness = following && findLateness(following);
  const levels = following && findStageLevels(following);
  const preferences = computeShownPreferences(standing);
  const opening = glance?.present?.search ?? null;
  const isAsked = look !== null && ['why', 'without', 'swap', 'move'].includes(look.what);
  const named = isAsked ? glance?.rows.find(({ step }) => step.id === look.id) : undefined;
  const wanted = career.roleById.get(role.id);
  const readiness = wanted ? computeStanding(career, { role: wanted, ratings: rated }).readiness : 0;
  const before =
    search.made === undefined && look?.what !== 'moved' ? null : await loadBefore(user.id, career.id);
  const notices = {
    standing,
    kept,
    isJustMade: search.made !== undefined,
    answered:
      kept === null && typeof search.answered === 'string'
        ? { moved: (await loadSaved(user.id, search.answered))?.moved ?? null }
        : null,
    isBrought: search.came !== undefined,
    before: before && {
      plan: before.followed,
      isFoundOnlyNow:
        kept !== null &&
        !isContinued(kept) &&
        isStaged(kept.document) &&
        isStaged(before.document) &&
        isFoundOnlyNow(career, { made: kept.document, before: before.document }),
    },
    dropped: glance?.dropped ?? [],
    left: glance ? glance.total - glance.done : 0,
    now: { replanning, lateness, question },
  };
  return (
    <>
      <PageTitle>
        {titlePlan(role.title, kept && listRows(kept.followed.steps, { records: progress, today }))}
      </PageTitle>
      <PlanHead
        role={role.title}
        readiness={readiness}
        plan={kept?.followed ?? null}
        glance={glance}
        hoursLeft={{
          own: kept ? Math.round(computeHoursLeft(kept.followed, progress)) : 0,
          work: kept ? Math.round(computeHoursLeft(kept.followed, progress, 'work')) : 0,
        }}
        otherGoal={kept && kept.role !== role.id ? nameEntry(career, kept.role) : null}
      >
        {kept ? null : (
          <div className="order-8 basis-full">
            <PlanNotices {...notices} />
          </div>
        )}
        <PlanForm
          isOpen={kept === null}
          drawnFrom={listShownEntries(standing)}
          budgetHint={preferences.budget ? `At present ${formatMoney(preferences.budget)}.` : undefined}
          kinds={STEP_KINDS.map((kind) => ({ value: kind, label: STEP_KIND_LABELS[kind] }))}
          holdings={career.holdings.map(({ id, label }) => ({ value: id, label }))}
        />
      </PlanHead>
      {kept && glance ? (
        <>
          <PlanNotices {...notices} />
          <PlanGlance
            career={career}
            plan={kept.followed}
            glance={glance}
            today={today}
            held={held}
            posts={standing.posts}
            isInWork={standing.posts.some(({ current }) => current)}
            excludedKinds={goal?.preferences?.excludedKinds ?? []}
            lapses={listLapses({ career, plan: kept.followed, records: progress, today })}
            besideOf={(post) => [
              ...(kept.followed.stages[0]?.until === post
                ? describeOldTrade(career, { posts: standing.posts }, post)
                : []),
              ...describeBeside(
                career,
                post,
                findSeeker(kept.document, listUntil(kept.followed.stages, post)),
              ),
            ]}
            partsOf={buildRowParts({
              career,
              plan: kept.followed,
              planId: kept.id,
              before,
              glance,
              look,
              notesOf: (row) => <StepNotes standing={standing} plan={kept.followed} row={row} />,
              dropped: (step) => (
                <DropChoices state={{ ...state, kept }} step={step} isAsked={look?.what === 'dropped'} />
              ),
              more:
                named && look?.what === 'move' ? (
                  <MoveForm
                    step={named.step.id}
                    planId={kept.id}
                    first={findFirstDay({ ...state, kept }, named.step)}
                  />
                ) : named ? (
                  <StepExplanation
                    state={{ ...(await withEarlier(user.id, state)), kept }}
                    step={named.step}
                    asked={look?.what === 'swap' || look?.what === 'without' ? look.what : 'why'}
                  />
                ) : null,
            })}
            started={
              opening ? (
                <StartPostForm
                  post={opening.post}
                  title={nameEntry(career, opening.post)}
                  planId={kept.id}
                  today={today}
                />
              ) : null
            }
          />
          {question && replanning?.kind === 'none' ? <StillProving question={question} /> : null}
          {levels && kept ? (
            <StageLevels
              career={career}
              plan={kept.followed}
              levels={levels}
              taught={listTaughtByPosts(career, kept.document)}
            />
          ) : null}
          <PlanMore
            career={career}
            plan={kept.followed}
            known={[
              describeKnown(question ? toFollowed(findProved(question)) : kept.followed, {
                optimiseFor: preferences.optimiseFor,
                isContinued: isContinued(kept),
              }),
              describeLongest(career, kept.followed),
            ]}
            stages={describeStages(career, kept.followed)}
          >
            <ForecastSection
              career={standing.career}
              plannedFor={kept.followed.totals.finish}
              forecast={forecast instanceof PlannerRefusal ? null : forecast}
              refused={forecast instanceof PlannerRefusal ? forecast.message : null}
              earlier={forecasts}
              finishedOn={findFinish(glance.rows)}
              timeZone={standing.account.timeZone}
            />
            <PlanChoices
              career={career}
              plan={kept.followed}
              settings={{
                preferences,
                holdings: standing.held,
                leavePost: standing.leavePost,
                basedOn: goal?.id ?? null,
              }}
            />
            <OtherSteps standing={standing} plan={kept.followed} progress={progress} look={look} />
          </PlanMore>
          <p className="hint mt-4">
            <span>{LEVEL_KIND_LABELS[standing.levelKind]}</span>{' '}
            <a href="/progress/second-look#agreed">Second looks</a>
          </p>
        </>
      ) : (
        <div className="mt-6">
          {(await isPlanUnreadable(user.id, career.id)) ? (
            <Notice tone="attention">
              The plan that you kept cannot be shown: it holds more, or other things, than a plan of Rung
              does. Everything else of yours is as it was. Press Make my plan for a new one.
            </Notice>
          ) : (
            <p>Your plan will stand here once you press Make my plan.</p>
          )}
        </div>
      )}
    </>
  );
}
