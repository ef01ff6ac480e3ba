import type { UserId } from '@/lib/auth/user-id';
import { DEFAULT_CAREER, loadCareer } from '@/lib/catalogue';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { computeStanding, type Ratings } from '@/lib/domain/climb/standing';
import { computeDayInZone } from '@/lib/domain/day';
import type { StepStatus } from '@/lib/domain/planner/document';
import { findRegionLocale } from '@/lib/domain/region';
import { computeReminders, type Reminder } from '@/lib/domain/reminder';
import { addDayEvent, buildCalendar, buildPlanCalendar, findLatest, renderCalendar } from '@/lib/export/ics';
import { settlePlan } from '@/lib/plan/climb/settle-plan';
import { type LatestRating, listLatestRatings } from '@/lib/queries/latest-ratings';
import { type Account, getAccount } from '@/lib/queries/people';
import { getKeptPlan, type KeptPlan } from '@/lib/queries/plans';
import { listStepProgress, type StepProgress } from '@/lib/queries/step-progress';

/** How long a calendar program may wait before it asks again. */
const REFRESH_SECONDS = 6 * 60 * 60;

/** What a person is reminded of, with what it is worked out from. */
export type DueWork = {
  account: Account;
  latest: LatestRating[];
  plan: KeptPlan | null;
  progress: StepProgress[];
  reminders: Reminder[];
};

export async function loadDueWork(userId: UserId): Promise<DueWork> {
  const [account, latest, kept, progress] = await Promise.all([
    getAccount(userId),
    listLatestRatings(userId, DEFAULT_CAREER),
    getKeptPlan(userId, DEFAULT_CAREER),
    listStepProgress(userId, DEFAULT_CAREER),
  ]);
  const career = loadCareer(DEFAULT_CAREER);
  const plan =
    kept &&
    settlePlan(kept, {
      standing: {
        career,
        account,
        rated: toRatings(latest),
        latest: new Map(latest.map((rating) => [rating.skill, rating])),
      },
      progress,
    });
  const lastAt = latest
    .map((rating) => rating.takenAt)
    .sort()
    .at(-1);
  const reminders = computeReminders({
    settings: account.settings,
    checkedInOn: lastAt ? computeDayInZone({ instant: new Date(lastAt), timeZone: account.timeZone }) : null,
    plan: plan && toFollowed(plan.document),
    statuses: listStatuses(plan, progress),
  });
  return { account, latest, plan, progress, reminders };
}

/** How steps stand; one that the plan still has done again is to do whatever it was before. */
function listStatuses(plan: KeptPlan | null, progress: readonly StepProgress[]): Map<string, StepStatus> {
  const again = new Set(
    (plan?.document.steps ?? []).flatMap(({ id, status }) => (status === 'again' ? [id] : [])),
  );
  return new Map(
    progress.map(({ step, status }) => [step, again.has(step) && status === 'done' ? 'todo' : status]),
  );
}

function toRatings(latest: readonly LatestRating[]): Ratings {
  return {
    levels: Object.fromEntries(latest.map((rating) => [rating.skill, rating.level])),
    also: latest.flatMap((rating) => rating.also ?? []),
    except: latest.flatMap((rating) => rating.except ?? []),
  };
}

/**
 * The person's calendar: the steps of the kept plan and their reminders. It says neither evidence nor notes, and is the same
 * to the byte until something in it changes.
 */
export async function renderFeed(userId: UserId): Promise<string> {
  const { account, latest, plan, progress, reminders } = await loadDueWork(userId);
  const career = loadCareer(DEFAULT_CAREER);
  const role = plan && career.roleById.get(plan.role);
  const rated = toRatings(latest);
  const toStamp = (instant: string) => new Date(instant);
  const calendar =
    plan && role
      ? buildPlanCalendar(
          {
            career,
            document: plan.document,
            plan: toFollowed(plan.document),
            locale: findRegionLocale(account.region),
            applyFrom: [],
            levels: null,
            excludedKinds: [],
            held: [],
            posts: [],
            known: '',
            plannedAt: plan.madeAt,
            person: { name: account.name, email: account.email, timeZone: account.timeZone },
            exportedAt: toStamp(plan.madeAt),
            readiness: computeStanding(career, { role, ratings: rated }).readiness,
            rated,
            levelKind: 'own',
            agreed: new Set(),
            proof: new Map(),
            progress: new Map(progress.map((event) => [event.step, event])),
            include: { evidence: false },
          },
          toStamp,
        )
      : buildCalendar('Rung');
  calendar.ttl(REFRESH_SECONDS);
  const changedAt = findLatest(
    account.createdAt,
    plan?.madeAt,
    ...latest.map(({ takenAt }) => takenAt),
    ...progress.map(({ recordedAt }) => recordedAt),
  );
  for (const reminder of reminders) addDayEvent(calendar, { ...reminder, changedAt });
  if (calendar.length() === 0) {
    const on = computeDayInZone({ instant: new Date(account.createdAt), timeZone: account.timeZone });
    addDayEvent(calendar, { key: 'first', on, title: 'Rung: nothing is planned yet', changedAt });
  }
  return renderCalendar(calendar);
}
