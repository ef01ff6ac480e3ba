import { z } from 'zod';
import type { Level } from '../catalogue';
import { listCanDoIds, type RatableSkill } from '../exceptions';
import { idSchema } from '../limits';
import { LEVELS } from '../lists';

const LEVEL_VALUES = ['', ...LEVELS.map(String)] as const;

function buildSkillSchema(skill: RatableSkill) {
  const canDo = z.enum(listCanDoIds(skill), { error: 'This form names a can-do that does not exist.' });
  return z
    .strictObject({
      level: z.enum(LEVEL_VALUES, { error: 'Choose a level from 0 to 5, or leave it open.' }).default(''),
      ticked: z.union([canDo.transform((id) => [id]), z.array(canDo).max(100)]).default([]),
    })
    .transform(({ level, ticked }) => ({
      level: LEVELS.find((known): known is Level => String(known) === level) ?? null,
      ticked,
    }));
}

/** The form that saves what two people agreed on: a level where they did, and which of the open can-dos are so. */
export function buildAgreeSchema(skills: readonly RatableSkill[]) {
  return z.strictObject({
    look: idSchema,
    requestKey: z.uuid({ error: 'Reload the page: this form is missing its key.' }),
    ratings: z
      .strictObject(Object.fromEntries(skills.map((skill) => [skill.id, buildSkillSchema(skill).optional()])))
      .default({}),
  });
}
