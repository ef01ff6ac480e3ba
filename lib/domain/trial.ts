import type { Career } from './career/career';
import type { Role, Skill } from './career/schema';
import type { Level } from './catalogue';
import { LEVELS } from './lists';

/** What somebody without an account has rated and said, as it stands in an address. */
export type Trial = {
  role: Role;
  levels: Record<string, Level>;
  /** Can-dos that are not true although their level is rated. */
  except: string[];
  /** What they hold, by id. */
  held: string[];
};

/** Ids of a list in an address that are looked at. */
const MOST_LISTED = 60;

/** A level that is left open in the form. */
export const OPEN = '';

const GOAL = 'devops-engineer';

/**
 * Reads a trial from the fields of an address: `role`, a level by skill id, and the lists `except` and `held`. What does
 * not exist there counts as not given, since an address may be cut or mistyped. Without a known role it is the first goal.
 */
export function readTrial(career: Career, query: Readonly<Record<string, unknown>>): Trial {
  const asked = typeof query.role === 'string' ? career.roleById.get(query.role) : undefined;
  const role = asked ?? career.roleById.get(GOAL) ?? career.roles[0];
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
  return { role, levels, except, held: listKnown(query.held, (id) => career.holdingById.has(id)) };
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
export function listTrialFields({ role, levels, except, held }: Trial): [name: string, value: string][] {
  return [
    ['role', role.id],
    ...Object.entries(levels).map(([id, level]): [string, string] => [id, String(level)]),
    ...except.map((id): [string, string] => ['except', id]),
    ...held.map((id): [string, string] => ['held', id]),
  ];
}
