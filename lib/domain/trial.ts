import type { Career } from './career/career';
import type { Role, Skill } from './career/schema';
import type { Level } from './catalogue';
import { buildDefaultPreferences, type HeldPost, type Preferences, preferencesSchema } from './climb/profile';
import { addMonths, type Day } from './day';
import { LEVELS } from './lists';
import type { Month } from './month';
import { findRegionCurrency } from './region';
import { readTyped, writeTyped } from './typed-number';

/** What somebody without an account has rated and said, as it stands in an address. */
export type Trial = {
  role: Role;
  /** Whether they chose the role themselves. */
  isRoleChosen: boolean;
  /** Their own hours a week, and what they can spend; null where they did not say. */
  hours: number | null;
  money: number | null;
  levels: Record<string, Level>;
  /** Can-dos that are not true although their level is rated. */
  except: string[];
  /** What they hold, by id. */
  held: string[];
  /** What they work as now, and for how many years; null where they did not say. */
  work: { post: string; years: number } | null;
};

/** Ids of a list in an address that are looked at. */
const MOST_LISTED = 60;

/** A level that is left open in the form. */
export const OPEN = '';

/** The goal of who chose none: of who works in IT, and of who begins. */
const GOAL = 'devops-engineer';
const FIRST_GOAL = 'junior-devops-engineer';

/** The roles to start with for who is new to the field. */
export const FIRST_ROLES: readonly string[] = ['apprentice-devops-engineer', FIRST_GOAL];

/** The holding by which somebody says that they work in the field. */
export const IN_WORK = 'in-post';

const MOST_MONEY = 10_000_000;
const MOST_YEARS = 57;
const WEEKS_A_YEAR = 52;
const MONTHS_A_YEAR = 12;

/**
 * Reads a trial from the fields of an address: `role`, `hours`, `money`, `post` with its `years`, a level by skill id, and the
 * lists `except` and `held`. What does not exist there counts as not given, since an address may be cut or mistyped. Without a known role it is
 * the first goal, which is nearer for who does not work in the field.
 */
export function readTrial(career: Career, query: Readonly<Record<string, unknown>>): Trial {
  const asked = typeof query.role === 'string' ? career.roleById.get(query.role) : undefined;
  const held = listKnown(query.held, (id) => career.holdingById.has(id));
  const work = readWork(career, query);
  const isInWork = work !== null || held.includes(IN_WORK);
  const role = asked ?? career.roleById.get(isInWork ? GOAL : FIRST_GOAL) ?? career.roles[0];
  if (role === undefined) throw new Error('The career has no role.');
  const levels: Trial['levels'] = {};
  for (const { id } of career.skills) {
    const given = Object.hasOwn(query, id) ? query[id] : undefined;
    const level = LEVELS.find((one) => String(one) === given);
    if (level !== undefined) levels[id] = level;
  }
  const except = listKnown(query.except, (id) => {
    const canDo = career.canDoById.get(id);
    return canDo !== undefined && canDo.level <= (levels[canDo.skill] ?? 0);
  });
  return {
    role,
    isRoleChosen: asked !== undefined,
    hours: readNumber(query.hours, (hours) => preferencesSchema.shape.hoursPerWeek.safeParse(hours).success),
    money: readNumber(query.money, (money) => money <= MOST_MONEY),
    levels,
    except,
    held,
    work,
  };
}

/** A post without years has just begun. */
function readWork(career: Career, { post, years }: Readonly<Record<string, unknown>>): Trial['work'] {
  if (typeof post !== 'string' || !career.postById.has(post)) return null;
  return { post, years: readNumber(years, (value) => value <= MOST_YEARS) ?? 0 };
}

/** The post of a trial as the planner reads it. */
export function listTrialPosts({ work }: Pick<Trial, 'work'>): HeldPost[] {
  return work ? [{ post: work.post, weeks: Math.round(work.years * WEEKS_A_YEAR), current: true }] : [];
}

/** The month in which the post of a trial began. */
export function computeTrialSince({ years }: { years: number }, today: Day): Month {
  return addMonths(today, -Math.round(years * MONTHS_A_YEAR)).slice(0, 'yyyy-mm'.length);
}

function readNumber(given: unknown, isFit: (value: number) => boolean): number | null {
  const read = readTyped(given);
  if (read === null) return null;
  const value = 'value' in read ? read.value : read.whole;
  return isFit(value) ? value : null;
}

/** How somebody who tries would have a plan made. Hours at work count once they work in the field, so who does not yet keeps the usual ones. */
export function buildTrialPreferences(
  { hours, money }: Pick<Trial, 'hours' | 'money'>,
  { today, region }: { today: Day; region: Preferences['region'] },
): Preferences {
  const usual = buildDefaultPreferences({ today, region });
  return {
    ...usual,
    hoursPerWeek: hours ?? usual.hoursPerWeek,
    budget: money === null ? null : { amount: money, currency: findRegionCurrency(region) },
  };
}

function listKnown(given: unknown, isKnown: (id: string) => boolean): string[] {
  const all = (Array.isArray(given) ? given.slice(0, MOST_LISTED) : [given]).filter(
    (id): id is string => typeof id === 'string' && isKnown(id),
  );
  return [...new Set(all)];
}

/** The fields of a written address; a name that stands there more than once gives a list. */
export function readTrialFields(text: string): Record<string, string | string[]> {
  const params = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const [first = '', ...others] = params.getAll(name);
      return [name, others.length > 0 ? [first, ...others] : first];
    }),
  );
}

/** The field of an address that asks for the form of one skill, and for no gap and no plan. */
export const SKILL_FIELD = 'skill';

/** The skill whose form an address asks for: the first where it names none that exists. */
export function readTrialSkill(career: Career, query: Readonly<Record<string, unknown>>): Skill {
  const asked = Object.hasOwn(query, SKILL_FIELD) ? query[SKILL_FIELD] : undefined;
  const skill = career.skillById.get(typeof asked === 'string' ? asked : '') ?? career.skills[0];
  if (skill === undefined) throw new Error('The career has no skill.');
  return skill;
}

/** The address of a trial, without its path. */
export function buildTrialQuery(trial: Trial): string {
  return new URLSearchParams(listTrialFields(trial)).toString();
}

/** The same field by field. */
export function listTrialFields(trial: Trial): [name: string, value: string][] {
  const { role, isRoleChosen, hours, money, levels, except, held, work } = trial;
  const given = (name: string, value: string | null): [string, string][] =>
    value === null ? [] : [[name, value]];
  return [
    ...given('role', isRoleChosen ? role.id : null),
    ...given('hours', hours === null ? null : String(hours)),
    ...given('money', money === null ? null : writeTyped(money)),
    ...given('post', work === null ? null : work.post),
    ...given('years', work && work.years > 0 ? writeTyped(work.years) : null),
    ...Object.entries(levels).map(([id, level]): [string, string] => [id, String(level)]),
    ...except.map((id): [string, string] => ['except', id]),
    ...held.map((id): [string, string] => ['held', id]),
  ];
}
