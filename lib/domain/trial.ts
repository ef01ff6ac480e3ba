import { type Career, LEVELS, type Level, type Role } from './catalogue';

/** What somebody without an account has rated, as it stands in an address. */
export type Trial = { role: Role; levels: Record<string, Level> };

/** A level that is left open in the form. */
export const OPEN = '';

const GOAL = 'devops-engineer';

/**
 * Reads a trial from the fields of an address: `role`, and a level by skill id. What does not exist there counts as not
 * given, since an address may be cut or mistyped. Without a known role it is the first goal.
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
  return { role, levels };
}

/** The address of a trial, without its path. */
export function buildTrialQuery({ role, levels }: Trial): string {
  const fields = Object.entries(levels).map(([id, level]): [string, string] => [id, String(level)]);
  return new URLSearchParams([['role', role.id], ...fields]).toString();
}
