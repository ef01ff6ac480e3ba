import * as z from 'zod/mini';
import type { Level } from './catalogue';
import { EVIDENCE_MAX_LENGTH, NONE_RATED, NOT_RATED, NOTE_MAX_LENGTH, REVIEW } from './check-in-limits';
import { type Exceptions, listCanDoIds, type RatableSkill, settleExceptions } from './exceptions';
import { LEVELS } from './lists';

/** How sure a person is of a rating; medium where they do not say. */
export const SURENESS = ['low', 'medium', 'high'] as const;
export type Sureness = (typeof SURENESS)[number];

/** One skill's rating in a check-in: a level, and what stands out from it. */
export type Rating = {
  skill: string;
  level: Level;
  evidence: string | null;
  sure: Sureness | null;
} & Exceptions;

const LEVEL_VALUES = [NOT_RATED, '0', '1', '2', '3', '4', '5'] as const;

/** Trimmed text. What is no text is refused before its length is asked for, which may not be comparable. */
function buildTextSchema(maxLength: number, error: string) {
  return z.pipe(z.string(), z.string().check(z.trim(), z.maxLength(maxLength, { error })));
}

/** The levels under which a form shows can-dos to tick. */
const TICKED_LEVELS = LEVELS.map(String) as [string, ...string[]];

/**
 * Can-dos of one skill that a form names: none, one or many. A form sends an empty one with its check boxes, so that none
 * ticked is not the same as none shown.
 */
function buildCanDosSchema(skill: RatableSkill) {
  const ids = listCanDoIds(skill);
  return z.pipe(
    z.union(
      [z.pipe(z.array(z.string()), z.array(z.string()).check(z.maxLength(ids.length + 1))), z.string()],
      {
        error: 'This form names too many can-dos.',
      },
    ),
    z.pipe(
      z.transform((given: string | string[]) => [...new Set([given].flat())].filter((id) => id !== '')),
      z.array(z.enum(ids, { error: 'This form names a can-do that does not exist.' })),
    ),
  );
}

/** The fields of one skill, as a form sends them and as a draft keeps them. */
function buildRatingFieldsSchema(skill: RatableSkill) {
  const canDosSchema = buildCanDosSchema(skill);
  return z.strictObject({
    level: z._default(
      z.enum(LEVEL_VALUES, { error: 'Choose a level from 0 to 5, or Not rated.' }),
      NOT_RATED,
    ),
    evidence: z._default(
      buildTextSchema(
        EVIDENCE_MAX_LENGTH,
        `Keep the evidence to ${EVIDENCE_MAX_LENGTH} characters or fewer.`,
      ),
      '',
    ),
    sure: z._default(
      z.enum(['', ...SURENESS], { error: 'Choose low, medium or high, or leave it open.' }),
      '',
    ),
    also: z.optional(canDosSchema),
    except: z.optional(canDosSchema),
    /** By level: what was ticked under it. Only what stood under the chosen one counts. */
    ticked: z.optional(z.partialRecord(z.enum(TICKED_LEVELS), canDosSchema)),
  });
}

/** The fields of one skill, checked. */
export type RatingFields = z.output<ReturnType<typeof buildRatingFieldsSchema>>;

/** A skill's rating as its fields say it; null where it is not rated. */
export function toRating(skill: RatableSkill, fields: RatingFields | undefined): Rating | null {
  if (!fields || fields.level === NOT_RATED) return null;
  const { also = [], except = [], ticked } = fields;
  const level = toLevel(fields.level);
  return {
    skill: skill.id,
    level,
    evidence: fields.evidence || null,
    sure: fields.sure || null,
    ...settleExceptions(skill, { level, said: { also, except, ticked: ticked?.[fields.level] ?? null } }),
  };
}

/** The fields of skills by their ids. A skill that is not among them is refused. */
function buildRatingsSchema(skills: readonly RatableSkill[]) {
  return z.strictObject(
    Object.fromEntries(skills.map((skill) => [skill.id, z.optional(buildRatingFieldsSchema(skill))])),
    {
      error: (issue) =>
        issue.code === 'unrecognized_keys' ? 'This form names a skill that does not exist.' : undefined,
    },
  );
}

/** Said beside a skill with evidence and no level, which would be lost. */
export const EVIDENCE_ALONE = 'You wrote evidence here: choose a level too, or clear the evidence.';

/** A check-in as a person submits it: only the skills that they rated. */
export type CheckInEntry = {
  requestKey: string;
  note: string | null;
  ratings: Rating[];
  /** The id of the check-in that this one corrects. */
  corrects: string | null;
  /** The newest draft that the form was drawn from; empty where it was drawn from none. */
  draftsUntil: string;
};

/**
 * The schema that the form and the action share. Unknown skills and unknown keys are refused; at least one
 * skill must have a level. Evidence without a level is refused rather than lost.
 */
export function buildCheckInSchema(skills: readonly RatableSkill[]) {
  const skillIds = skills.map(({ id }) => id);
  const ratingsSchema = buildRatingsSchema(skills);
  const fieldsSchema = z
    .strictObject({
      requestKey: z.uuid({ error: 'Reload the page: this form is missing its key.' }),
      note: z._default(
        buildTextSchema(NOTE_MAX_LENGTH, `Keep the note to ${NOTE_MAX_LENGTH} characters or fewer.`),
        '',
      ),
      ratings: ratingsSchema,
      corrects: z.optional(buildTextSchema(200, 'There is no such check-in.')),
      draftsUntil: z._default(z.string().check(z.regex(/^(?:\d{4}-\d\d-\d\dT[\d:.]{8,12}Z)?$/)), ''),
    })
    .check(
      z.superRefine((fields, context) => {
        let rated = 0;
        for (const id of skillIds) {
          const rating = fields.ratings[id];
          if (!rating) continue;
          if (rating.level !== NOT_RATED) rated += 1;
          else if (rating.evidence !== '')
            context.addIssue({
              code: 'custom',
              path: ['ratings', id, 'level'],
              message: EVIDENCE_ALONE,
            });
        }
        if (rated === 0)
          context.addIssue({
            code: 'custom',
            path: ['ratings', skillIds[0] ?? '', 'level'],
            message: NONE_RATED,
          });
      }),
    );
  return z.pipe(
    fieldsSchema,
    z.transform(
      (fields): CheckInEntry => ({
        requestKey: fields.requestKey,
        note: fields.note || null,
        corrects: fields.corrects ?? null,
        draftsUntil: fields.draftsUntil,
        ratings: skills.flatMap((skill) => toRating(skill, fields.ratings[skill.id]) ?? []),
      }),
    ),
  );
}

/**
 * The form of one skill. It is kept as a draft and leads to `next`, or to where the button pressed says; with `skip` the
 * skill is left as it was.
 */
export function buildSkillFormSchema(skills: readonly RatableSkill[]) {
  const place = z.enum([REVIEW, ...skills.map(({ id }) => id)], { error: 'There is no such skill.' });
  return z.strictObject({
    skill: z.enum(
      skills.map(({ id }) => id),
      { error: 'There is no such skill.' },
    ),
    next: place,
    go: z.optional(place),
    skip: z.optional(z.literal('yes')),
    ratings: z._default(buildRatingsSchema(skills), {}),
  });
}

/**
 * Whether fewer than a quarter of the skills have a rating by this check-in or an earlier one: more likely sent by accident
 * than meant, so it is worth one question.
 */
export function isSparse({
  rated,
  ratedBefore,
  skillCount,
}: {
  rated: readonly string[];
  ratedBefore: readonly string[];
  skillCount: number;
}): boolean {
  return new Set([...rated, ...ratedBefore]).size * 4 < skillCount;
}

function toLevel(value: string): Level {
  const level = LEVELS.find((known) => String(known) === value);
  if (level === undefined) throw new RangeError(`No level ${value}`);
  return level;
}
