import * as z from 'zod/mini';
import type { Level } from '../catalogue';
import { type Exceptions, listCanDoIds, type RatableSkill, settleExceptions } from '../exceptions';
import { LEVELS } from '../lists';

/** The first radio of every skill. It says nothing about the skill and is not level 0. */
export const CANNOT_JUDGE = 'cannot-judge';
export const REASON_MAX_LENGTH = 300;

/** What somebody who was asked says of one skill; `level` is null where they cannot judge it. */
export type SecondLookAnswer = { skill: string; level: Level | null; reason: string | null } & Exceptions;

const LEVEL_VALUES = ['', CANNOT_JUDGE, ...LEVELS.map(String)] as const;
const TICKED_LEVELS = LEVELS.map(String) as [string, ...string[]];

function buildTickedSchema(skill: RatableSkill) {
  const ids = listCanDoIds(skill);
  const unknown = { error: 'This form names a can-do that does not exist.' };
  return z.pipe(
    z.union(
      [z.pipe(z.array(z.string()), z.array(z.string()).check(z.maxLength(ids.length + 1))), z.string()],
      unknown,
    ),
    z.pipe(
      z.transform((given: string | string[]) => [...new Set([given].flat())].filter((id) => id !== '')),
      z.array(z.enum(ids, unknown)),
    ),
  );
}

function buildSkillSchema(skill: RatableSkill) {
  return z.strictObject({
    level: z._default(z.enum(LEVEL_VALUES, { error: 'Choose a level from 0 to 5, or I can’t judge.' }), ''),
    reason: z._default(
      z.pipe(
        z.string(),
        z.string().check(
          z.trim(),
          z.maxLength(REASON_MAX_LENGTH, {
            error: `Keep the reason to ${REASON_MAX_LENGTH} characters or fewer.`,
          }),
        ),
      ),
      '',
    ),
    /** By level: what was ticked under it. Only what stood under the chosen one counts. */
    ticked: z.optional(z.partialRecord(z.enum(TICKED_LEVELS), buildTickedSchema(skill))),
  });
}

/**
 * The form of somebody who was asked, for the skills that they were asked about. A skill of which nothing is chosen is left
 * as it was, so that a second tab takes nothing back.
 */
export function buildAnswerSchema(skills: readonly RatableSkill[]) {
  const fields = z.strictObject({
    link: z.string().check(z.maxLength(100)),
    ratings: z._default(
      z.strictObject(
        Object.fromEntries(skills.map((skill) => [skill.id, z.optional(buildSkillSchema(skill))])),
        {
          error: (issue) =>
            issue.code === 'unrecognized_keys'
              ? 'This form names a skill that you were not asked about.'
              : undefined,
        },
      ),
      {},
    ),
  });
  return z.pipe(
    fields.check(
      z.superRefine(({ ratings }, context) => {
        for (const { id } of skills)
          if (ratings[id]?.level === '' && ratings[id].reason !== '')
            context.addIssue({
              code: 'custom',
              path: ['ratings', id, 'level'],
              message: 'You wrote a reason here: choose a level too, or I can’t judge.',
            });
      }),
    ),
    z.transform(({ ratings }): SecondLookAnswer[] =>
      skills.flatMap((skill): SecondLookAnswer[] => {
        const given = ratings[skill.id];
        if (!given || given.level === '') return [];
        const reason = given.reason || null;
        const level = LEVELS.find((known) => String(known) === given.level) ?? null;
        if (level === null) return [{ skill: skill.id, level, reason }];
        const said = { also: [], except: [], ticked: given.ticked?.[given.level] ?? null };
        return [{ skill: skill.id, level, reason, ...settleExceptions(skill, { level, said }) }];
      }),
    ),
  );
}
