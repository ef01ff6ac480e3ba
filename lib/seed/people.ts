import type { z } from 'zod';
import { loadCareer } from '@/lib/catalogue';
import type { Career } from '@/lib/domain/career/career';
import type { Level } from '@/lib/domain/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { type Preferences, preferencesSchema, profileSchema } from '@/lib/domain/climb/profile';
import { addDays, addMonths, computeNextMonday, type Day } from '@/lib/domain/day';
import type { Month } from '@/lib/domain/month';
import { toHeldPosts } from '@/lib/domain/work';
import { computeClimb } from '@/lib/planner/climb';

/** Somebody to develop with: a story, and what a data file of theirs holds. */
export type SeedPerson = {
  name: string;
  email: string;
  timeZone: string;
  story: string;
  data: object;
  preferences: Preferences;
};

type CheckIn = {
  weeksAgo: number;
  levels: readonly number[];
  note?: string | undefined;
  /** Can-dos that are not true although their level is rated. */
  except?: readonly string[];
};

/** The skill of which a check-in's exceptions are. */
const SKILL_WITH_EXCEPTIONS = 'server-administration';
const HEAD = { format: 'rung-data', version: 2 };
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
  ...preferencesSchema.parse({ start: computeNextMonday(today), region: 'UK' }),
  ...chosen,
});

const monthBefore = (day: Day, months: number): Month => addMonths(day, -months).slice(0, 7);

function buildFirstDay(today: Day): SeedPerson {
  return {
    name: 'Noor Haddad',
    email: 'noor@example.org',
    timeZone: 'Europe/London',
    story: 'first day: nothing entered yet',
    preferences: choose(today, {}),
    data: HEAD,
  };
}

async function buildHalfWay(career: Career, today: Day): Promise<SeedPerson> {
  const planned = 40;
  const start = addDays(computeNextMonday(today), -WEEK_DAYS * planned);
  const preferences = choose(today, { start, hoursPerWeek: 8, budget: { amount: 1500, currency: 'GBP' } });
  const began = HALF_WAY.map((level) => Math.max(0, level - 1));
  const posts = [
    { post: 'entry-role-it-support', since: monthBefore(start, 30), until: monthBefore(start, 13) },
    { post: 'system-administrator', since: monthBefore(start, 12), until: null },
  ];
  const except = ['server-check-the-backup'];
  const plan = await makePlan(career, {
    role: 'devops-engineer',
    levels: toLevels(career, began),
    holdings: ['bachelors-other'],
    posts: toHeldPosts(posts, start),
    preferences,
  });
  return {
    name: 'Sam Okafor',
    email: 'sam@example.org',
    timeZone: 'Europe/London',
    story: 'half way: forty weeks into a plan to DevOps engineer, with two posts held',
    preferences,
    data: {
      ...HEAD,
      goal: { career: career.id, role: 'devops-engineer', preferences, holdings: ['bachelors-other'] },
      plan,
      checkIns: buildCheckIns(career, today, [
        { weeksAgo: planned, levels: began, note: 'Where I begin.' },
        { weeksAgo: 24, levels: began.map((level, at) => (at % 2 === 0 ? level : (HALF_WAY[at] ?? 0))) },
        { weeksAgo: 6, levels: HALF_WAY, note: 'The pipeline at work is mine now.', except },
      ]),
      stepProgress: buildEvents(plan, today),
      posts: buildPosts(career, posts),
      holdings: [{ id: 'bachelors-other', career: career.id, since: '2019-07' }],
    },
  };
}

async function buildTenYears(career: Career, today: Day): Promise<SeedPerson> {
  const preferences = choose(today, { hoursPerWeek: 5 });
  const role = 'principal-devops-engineer';
  const posts = [
    { post: 'system-administrator', since: monthBefore(today, 160), until: monthBefore(today, 85) },
    { post: 'senior-devops-engineer', since: monthBefore(today, 84), until: monthBefore(today, 37) },
    { post: 'lead-devops-engineer', since: monthBefore(today, 36), until: null },
  ];
  const holdings = ['bachelors-related', 'relevant-certification'];
  const plan = await makePlan(career, {
    role,
    levels: toLevels(career, TEN_YEARS),
    holdings,
    posts: toHeldPosts(posts, today),
    preferences,
  });
  return {
    name: 'Ada Lindqvist',
    email: 'ada@example.org',
    timeZone: 'Europe/Stockholm',
    story: 'ten years: a check-in every week, four goals, a plan to Principal DevOps engineer',
    preferences,
    data: {
      ...HEAD,
      posts: buildPosts(career, posts),
      holdings: [
        { id: 'bachelors-related', career: career.id, since: '2012-07' },
        { id: 'relevant-certification', career: career.id, expiresOn: addDays(today, 300) },
      ],
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
      evidence: buildEvidence(career, today),
      secondLooks: [buildSecondLook(career, today)],
    },
  };
}

/** What a lead of three years can point at. */
function buildEvidence(career: Career, today: Day): object[] {
  const shown = [
    { title: 'Recovery drill of the payment service', skill: 'server-administration', daysAgo: 40 },
    { title: 'Talk to the guild: how our pipelines are built', skill: 'communications', daysAgo: 75 },
    { title: 'Mentored two juniors to their first release', skill: 'coaching', daysAgo: 150 },
    { title: 'Threat model of the sign-in service', skill: 'information-security', daysAgo: 210 },
  ];
  return shown.map(({ title, skill, daysAgo }, at) => {
    const day = addDays(today, -daysAgo);
    const canDos = career.skillById.get(skill)?.levels[3]?.canDo ?? [];
    return {
      id: `evidence-${at + 1}`,
      career: career.id,
      title,
      day,
      text: 'What it was about, what I did, and what came of it.',
      url: `https://example.org/portfolio/${skill}`,
      canDos: canDos.slice(0, 3).map(({ id }) => id),
      createdAt: toInstant(day),
      changedAt: toInstant(day),
    };
  });
}

/** A lead of hers looked at three skills; on one of them they have talked. */
function buildSecondLook(career: Career, today: Day): object {
  const [asked, answered] = [addDays(today, -10), addDays(today, -3)].map(toInstant);
  const until = addDays(today, 14);
  return {
    id: 'look-1',
    career: career.id,
    name: 'Grace (head of platform)',
    sees: ['evidence'],
    skills: ['server-administration', 'coding', 'communications'],
    until,
    createdAt: asked,
    endsAt: toInstant(until),
    answers: [
      { skill: 'server-administration', level: 4, reason: 'She led the recovery in spring.' },
      { skill: 'coding', level: 4, reason: 'Her delivery tool is used by four teams.' },
      { skill: 'communications', level: 2, reason: null },
    ].map((answer) => ({
      ...answer,
      ownSince: toInstant(addDays(today, -33)),
      firstAt: answered,
      changedAt: answered,
    })),
    agreed: [
      {
        id: 'talk-1',
        skill: 'coding',
        level: 4,
        catalogue: career.version,
        agreedAt: toInstant(addDays(today, -1)),
      },
    ],
  };
}

function toLevels(career: Career, levels: readonly number[]): Record<string, Level> {
  return Object.fromEntries(career.skills.map(({ id }, at) => [id, (levels[at] ?? 0) as Level]));
}

function makePlan(
  career: Career,
  person: Pick<z.input<typeof profileSchema>, 'role' | 'levels' | 'holdings' | 'posts' | 'preferences'>,
): Promise<PlanDocument> {
  const profile = profileSchema.parse({ career: career.id, ...person });
  return computeClimb(career, profile, { effort: 'quick' });
}

function buildPosts(
  career: Career,
  posts: readonly { post: string; since: Month; until: Month | null }[],
): object[] {
  return posts.map((held, at) => ({ id: `post-${at + 1}`, career: career.id, ...held }));
}

function buildCheckIns(career: Career, today: Day, checkIns: readonly CheckIn[]): object[] {
  return checkIns.map(({ weeksAgo, levels, note = null, except = [] }, at) => ({
    id: `check-in-${at + 1}`,
    takenAt: toInstant(addDays(today, -WEEK_DAYS * weeksAgo)),
    note,
    ratings: Object.entries(toLevels(career, levels)).map(([skill, level]) => ({
      skill,
      level,
      evidence: level >= 4 && at % 13 === 0 ? `https://example.org/portfolio/${skill}` : null,
      sure: level >= 3 ? 'high' : null,
      ...(skill === SKILL_WITH_EXCEPTIONS && except.length > 0 ? { except } : {}),
    })),
  }));
}

/** What lies behind the person is done, in about the hours that were planned; what runs is in progress. */
function buildEvents(plan: Pick<PlanDocument, 'steps'>, today: Day): object[] {
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
