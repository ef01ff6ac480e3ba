import { loadCareer } from '@/lib/catalogue';
import type { Career, Level } from '@/lib/domain/catalogue';
import { addDays, computeNextMonday, type Day } from '@/lib/domain/day';
import { buildDefaultPreferences } from '@/lib/domain/plan/settings';
import type { PlanDocument } from '@/lib/domain/planner/document';
import type { Preferences } from '@/lib/domain/planner/profile';
import { getPlan } from '@/lib/planner/client';

/** Somebody to develop with: a story, and what a data file of theirs holds. */
export type SeedPerson = {
  name: string;
  email: string;
  timeZone: string;
  story: string;
  data: object;
  preferences: Preferences;
};

type CheckIn = { weeksAgo: number; levels: readonly number[]; note?: string };

const WEEK_DAYS = 7;
/** In the order of the catalogue's skills. */
const HALF_WAY = [2, 3, 2, 1, 2, 2, 3, 1, 2, 2];
const TEN_YEARS = [4, 4, 5, 4, 4, 4, 4, 4, 4, 4];
const WEEKS_OF_TEN_YEARS = 520;

/** Three people, the same for the same day: on the first day, half way through a plan, and after ten years. */
export async function buildSeedPeople({ today }: { today: Day }): Promise<SeedPerson[]> {
  const career = loadCareer();
  return [buildFirstDay(today), await buildHalfWay(career, today), await buildTenYears(career, today)];
}

const choose = (today: Day, chosen: Partial<Preferences>): Preferences => ({
  ...buildDefaultPreferences({ today, region: 'UK' }),
  ...chosen,
});

function buildFirstDay(today: Day): SeedPerson {
  return {
    name: 'Noor Haddad',
    email: 'noor@example.org',
    timeZone: 'Europe/London',
    story: 'first day: nothing entered yet',
    preferences: choose(today, {}),
    data: { format: 'rung-data', version: 1 },
  };
}

async function buildHalfWay(career: Career, today: Day): Promise<SeedPerson> {
  const planned = 40;
  const start = addDays(computeNextMonday(today), -WEEK_DAYS * planned);
  const preferences = choose(today, { start, hoursPerWeek: 8, budget: { amount: 1500, currency: 'GBP' } });
  const began = HALF_WAY.map((level) => Math.max(0, level - 1));
  const plan = await makePlan(career, { role: 'devops-engineer', levels: began, preferences });
  return {
    name: 'Sam Okafor',
    email: 'sam@example.org',
    timeZone: 'Europe/London',
    story: 'half way: forty weeks into a plan to DevOps engineer',
    preferences,
    data: {
      format: 'rung-data',
      version: 1,
      goal: { career: career.id, role: 'devops-engineer', preferences, holdings: [] },
      plan,
      checkIns: buildCheckIns(career, today, [
        { weeksAgo: planned, levels: began, note: 'Where I begin.' },
        { weeksAgo: 24, levels: began.map((level, at) => (at % 2 === 0 ? level : (HALF_WAY[at] ?? 0))) },
        { weeksAgo: 6, levels: HALF_WAY, note: 'The pipeline at work is mine now.' },
      ]),
      stepProgress: buildEvents(plan, today),
    },
  };
}

async function buildTenYears(career: Career, today: Day): Promise<SeedPerson> {
  const preferences = choose(today, { hoursPerWeek: 5 });
  const role = 'principal-devops-engineer';
  const plan = await makePlan(career, { role, levels: TEN_YEARS, preferences });
  return {
    name: 'Ada Lindqvist',
    email: 'ada@example.org',
    timeZone: 'Europe/Stockholm',
    story: 'ten years: a check-in every week, four goals, a plan to Principal DevOps engineer',
    preferences,
    data: {
      format: 'rung-data',
      version: 1,
      goals: ['junior-devops-engineer', 'devops-engineer', 'senior-devops-engineer', role].map(
        (goal, at) => ({
          id: `goal-${at + 1}`,
          career: career.id,
          role: goal,
          preferences,
          holdings: at === 0 ? [] : ['related-experience'],
          setAt: toInstant(addDays(today, -WEEK_DAYS * (WEEKS_OF_TEN_YEARS - 1 - at * 130))),
        }),
      ),
      plan,
      checkIns: buildCheckIns(
        career,
        today,
        Array.from({ length: WEEKS_OF_TEN_YEARS }, (_, at) => ({
          weeksAgo: WEEKS_OF_TEN_YEARS - at,
          levels: TEN_YEARS.map((top, skill) =>
            Math.floor((top * (at + 3 * skill)) / (WEEKS_OF_TEN_YEARS + 27)),
          ),
          note: at % 26 === 0 ? `Half-year ${at / 26 + 1}: what I did, and what comes next.` : undefined,
        })),
      ),
      stepProgress: buildEvents(plan, today),
    },
  };
}

function toLevels(career: Career, levels: readonly number[]): Record<string, Level> {
  return Object.fromEntries(career.skills.map(({ id }, at) => [id, (levels[at] ?? 0) as Level]));
}

function makePlan(
  career: Career,
  { role, levels, preferences }: { role: string; levels: readonly number[]; preferences: Preferences },
): Promise<PlanDocument> {
  const profile = {
    career: career.id,
    role,
    levels: toLevels(career, levels),
    holdings: [],
    done: [],
    preferences,
  };
  return getPlan(career, profile, { effort: 'quick' });
}

function buildCheckIns(career: Career, today: Day, checkIns: readonly CheckIn[]): object[] {
  return checkIns.map(({ weeksAgo, levels, note = null }, at) => ({
    id: `check-in-${at + 1}`,
    takenAt: toInstant(addDays(today, -WEEK_DAYS * weeksAgo)),
    note,
    ratings: Object.entries(toLevels(career, levels)).map(([skill, level]) => ({
      skill,
      level,
      evidence: level >= 4 && at % 13 === 0 ? `https://example.org/portfolio/${skill}` : null,
      sure: level >= 3 ? 'high' : null,
    })),
  }));
}

/** What lies behind the person is done, in about the hours that were planned; what runs is in progress. */
function buildEvents(plan: PlanDocument, today: Day): object[] {
  return plan.steps
    .filter(({ start }) => start <= today)
    .map(({ id, start, finish, hours }, at) => {
      const isDone = finish < today;
      return {
        id: `event-${at + 1}`,
        step: id,
        status: isDone ? 'done' : 'in-progress',
        startedOn: start,
        finishedOn: isDone ? finish : null,
        hoursSpent: isDone ? Math.round(hours * (at % 3 === 0 ? 1.3 : 0.9)) : Math.floor(hours / 2),
        evidence: isDone ? `https://example.org/${id}` : null,
        recordedAt: toInstant(isDone ? finish : start),
      };
    });
}

const toInstant = (day: Day): string => `${day}T12:00:00.000Z`;
