import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { Level } from '@/lib/domain/catalogue';
import type { RatingFields } from '@/lib/domain/check-in';
import { instant, json } from './columns';
import { owner } from './people';

export const checkIn = sqliteTable(
  'check_in',
  {
    personId: owner(),
    id: text('id').notNull(),
    career: text('career').notNull(),
    catalogue: text('catalogue').notNull(),
    takenAt: instant('taken_at').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    note: text('note'),
    requestKey: text('request_key'),
    corrects: text('corrects'),
    removedAt: instant('removed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.id] }),
    uniqueIndex('check_in_request').on(table.personId, table.requestKey),
    index('check_in_taken').on(table.personId, table.career, table.takenAt),
  ],
);

/**
 * `career` and `takenAt` repeat the check-in's, which never change, so that the latest rating is one index seek. The table
 * is made WITHOUT ROWID, which the builder cannot say: millions of ratings then lie in key order, in a third less space.
 */
export const rating = sqliteTable(
  'rating',
  {
    personId: text('person_id').notNull(),
    checkInId: text('check_in_id').notNull(),
    career: text('career').notNull(),
    skill: text('skill').notNull(),
    takenAt: instant('taken_at').notNull(),
    level: integer('level').$type<Level>().notNull(),
    evidence: text('evidence'),
    sure: text('sure', { enum: ['low', 'medium', 'high'] }),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.checkInId, table.skill] }),
    foreignKey({
      columns: [table.personId, table.checkInId],
      foreignColumns: [checkIn.personId, checkIn.id],
    }).onDelete('cascade'),
    index('rating_latest').on(table.personId, table.career, table.skill, table.takenAt, table.checkInId),
    check('rating_level', sql`${table.level} in (0, 1, 2, 3, 4, 5)`),
    check('rating_sure', sql`${table.sure} in ('low', 'medium', 'high')`),
  ],
);

/**
 * What stands out from the level of a rating: can-dos above it that are true already, and can-dos up to it that are not.
 * Most ratings have neither and then have no row here, so that none of the millions is a byte longer.
 */
export const ratingException = sqliteTable(
  'rating_exception',
  {
    personId: text('person_id').notNull(),
    checkInId: text('check_in_id').notNull(),
    skill: text('skill').notNull(),
    also: json<string[]>('also'),
    except: json<string[]>('except'),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.checkInId, table.skill] }),
    foreignKey({
      columns: [table.personId, table.checkInId, table.skill],
      foreignColumns: [rating.personId, rating.checkInId, rating.skill],
    }).onDelete('cascade'),
    check('rating_exception_also_json', sql`json_valid(${table.also})`),
    check('rating_exception_except_json', sql`json_valid(${table.except})`),
  ],
);

/** A check-in that is being filled in, a skill a row, until it is saved: it outlives the tab, and every tab adds to it. */
export const ratingDraft = sqliteTable(
  'rating_draft',
  {
    personId: owner(),
    career: text('career').notNull(),
    skill: text('skill').notNull(),
    entered: json<RatingFields>('entered').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.career, table.skill] }),
    check('rating_draft_entered_json', sql`json_valid(${table.entered})`),
  ],
);
