import type { Career } from './career/career';
import type { Role, Skill } from './career/schema';
import type { Level } from './catalogue';
import {
  buildDefaultPreferences,
  type Preferences,
  type Profile,
  preferencesSchema,
  profileSchema,
} from './climb/profile';
import { addDays, type Day } from './day';
import { LEVELS } from './lists';
import { findRegionCurrency } from './region';
import { readTyped, writeTyped } from './typed-number';
import { type HeldPostFacts, toHeldPosts } from './work';

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
  /** Can-dos that they were asked about and that are true. */
  sure: string[];
  /** What they hold, by id. */
  held: string[];
  /** The post that they work in, by id, and for how many years; null where they did not say. */
  post: string | null;
  years: number | null;
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
const YEAR_DAYS = 365.25;

/**
 * Reads a trial from the fields of an address: `role`, `hours`, `money`, `post`, `years`, a level by skill id, and the lists
 * `except` and `held`. What does not exist there counts as not given, since an address may be cut or mistyped. Without a known role it is
 * the first goal, which is nearer for who does not work in the field.
 */
export function readTrial(career: Career, query: Readonly<Record<string, unknown>>): Trial {
  const asked = typeof query.role === 'string' ? career.roleById.get(query.role) : undefined;
  const post = typeof query.post === 'string' && career.postById.has(query.post) ? query.post : null;
  // What stands for a post says less than the post itself.
  const held = listKnown(query.held, (id) => {
    const holding = career.holdingById.get(id);
    return holding !== undefined && (post === null || holding.readAs === null);
  });
  const isInWork = post !== null || held.includes(IN_WORK);
  const role = asked ?? career.roleById.get(isInWork ? GOAL : FIRST_GOAL) ?? career.roles[0];
  if (role === undefined) throw new Error('The career has no role.');
  const levels: Trial['levels'] = {};
  for (const { id } of career.skills) {
    const given = Object.hasOwn(query, id) ? query[id] : undefined;
    const level = LEVELS.find((one) => String(one) === given);
    if (level !== undefined) levels[id] = level;
  }
  const answers = listAnswers(query);
  const isCredited = (id: string) => {
    const canDo = career.canDoById.get(id);
    return canDo !== undefined && canDo.level <= (levels[canDo.skill] ?? 0);
  };
  // An answer that was just given takes the place of what stood there.
  const listSaid = (name: 'except' | 'sure', answer: 'yes' | 'no') =>
    listKnown(
      [...[query[name]].flat().filter((id) => typeof id === 'string' && !answers.has(id)), ...answers.keys()],
      (id) => isCredited(id) && (answers.get(id) ?? answer) === answer,
    );
  const except = listSaid('except', 'no');
  return {
    role,
    isRoleChosen: asked !== undefined,
    hours: readNumber(query.hours, (hours) => preferencesSchema.shape.hoursPerWeek.safeParse(hours).success),
    money: readNumber(query.money, (money) => money <= MOST_MONEY),
    levels,
    except,
    sure: listSaid('sure', 'yes').filter((id) => !except.includes(id)),
    held,
    post,
    years: readNumber(query.years, (years) => years <= MOST_YEARS),
  };
}

/** The name of the field that answers whether a can-do is true. */
export const ANSWER_FIELD = 'answers.';

function listAnswers(query: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(query)
      .filter(([name]) => name.startsWith(ANSWER_FIELD))
      .slice(0, MOST_LISTED)
      .map(([name, answer]) => [name.slice(ANSWER_FIELD.length), answer]),
  );
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

/** The post that somebody works in, as their account would hold it; none where they did not say. */
export function listTrialPosts(
  { post, years }: Pick<Trial, 'post' | 'years'>,
  today: Day,
): Pick<HeldPostFacts, 'post' | 'since' | 'until'>[] {
  if (post === null) return [];
  return [{ post, since: addDays(today, -Math.round((years ?? 0) * YEAR_DAYS)).slice(0, 7), until: null }];
}

/** The planner's input for a trial: that of the account which takes it along, so that both have the same plan. */
export function buildTrialProfile(
  career: Career,
  trial: Trial,
  about: { today: Day; region: Preferences['region'] },
): Profile {
  const { role, levels, except, held } = trial;
  return profileSchema.parse({
    career: career.id,
    role: role.id,
    levels,
    except,
    holdings: held,
    posts: toHeldPosts(listTrialPosts(trial, about.today), about.today),
    preferences: buildTrialPreferences(trial, about),
  });
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
  const { role, isRoleChosen, hours, money, levels, except, sure, held, post, years } = trial;
  const given = (name: string, value: string | null): [string, string][] =>
    value === null ? [] : [[name, value]];
  return [
    ...given('role', isRoleChosen ? role.id : null),
    ...given('hours', hours === null ? null : String(hours)),
    ...given('money', money === null ? null : writeTyped(money)),
    ...given('post', post),
    ...given('years', years === null ? null : writeTyped(years)),
    ...Object.entries(levels).map(([id, level]): [string, string] => [id, String(level)]),
    ...except.map((id): [string, string] => ['except', id]),
    ...sure.map((id): [string, string] => ['sure', id]),
    ...held.map((id): [string, string] => ['held', id]),
  ];
}
