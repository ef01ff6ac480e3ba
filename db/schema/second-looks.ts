import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Level } from '@/lib/domain/catalogue';
import type { MaySee } from '@/lib/domain/second-look/ask';
import { day, instant, json } from './columns';
import { owner } from './people';

/**
 * That the person asked somebody to look at skills of theirs too. The link is one of theirs whose detail is this id. It
 * takes answers until it is closed or its time is over; then what was not given to the person goes.
 */
export const secondLook = sqliteTable(
  'second_look',
  {
    personId: owner(),
    id: text('id').notNull(),
    career: text('career').notNull(),
    /** How the person calls whom they asked. */
    name: text('name').notNull(),
    sees: json<MaySee[]>('sees').notNull(),
    skills: json<string[]>('skills').notNull(),
    until: day('until').notNull(),
    createdAt: instant('created_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.id] }),
    index('second_look_end').on(table.endsAt),
    check('second_look_sees_json', sql`json_valid(${table.sees})`),
    check('second_look_skills_json', sql`json_valid(${table.skills})`),
  ],
);

/**
 * What somebody who was asked says of a skill; without a level they cannot judge it. It is given to the person once they
 * have a rating of their own from `own_since` on, and never before.
 */
export const secondLookAnswer = sqliteTable(
  'second_look_answer',
  {
    personId: text('person_id').notNull(),
    secondLookId: text('second_look_id').notNull(),
    skill: text('skill').notNull(),
    level: integer('level').$type<Level>(),
    also: json<string[]>('also'),
    except: json<string[]>('except'),
    reason: text('reason'),
    ownSince: instant('own_since').notNull(),
    firstAt: instant('first_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.secondLookId, table.skill] }),
    foreignKey({
      columns: [table.personId, table.secondLookId],
      foreignColumns: [secondLook.personId, secondLook.id],
    }).onDelete('cascade'),
    check('second_look_answer_level', sql`${table.level} in (0, 1, 2, 3, 4, 5)`),
    check('second_look_answer_also_json', sql`json_valid(${table.also})`),
    check('second_look_answer_except_json', sql`json_valid(${table.except})`),
  ],
);

/**
 * What two people agreed on when they talked, a skill a row: a series of its own beside the person's check-ins, so that no
 * query of those can take one for the other.
 */
export const agreedRating = sqliteTable(
  'agreed_rating',
  {
    personId: owner(),
    id: text('id').notNull(),
    skill: text('skill').notNull(),
    career: text('career').notNull(),
    catalogue: text('catalogue').notNull(),
    agreedAt: instant('agreed_at').notNull(),
    /** With whom, as the person called them. */
    name: text('name').notNull(),
    secondLookId: text('second_look_id').notNull(),
    level: integer('level').$type<Level>().notNull(),
    also: json<string[]>('also'),
    except: json<string[]>('except'),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.secondLookId, table.id, table.skill] }),
    index('agreed_rating_latest').on(table.personId, table.career, table.skill, table.agreedAt),
    check('agreed_rating_level', sql`${table.level} in (0, 1, 2, 3, 4, 5)`),
    check('agreed_rating_also_json', sql`json_valid(${table.also})`),
    check('agreed_rating_except_json', sql`json_valid(${table.except})`),
  ],
);
