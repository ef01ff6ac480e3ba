import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Level } from '@/lib/domain/catalogue';
import { day, instant, json, month } from './columns';
import { owner } from './people';

/** A post of the catalogue that the person holds or held, in whole months, both included; without an end they hold it. */
export const heldPost = sqliteTable(
  'held_post',
  {
    personId: owner(),
    id: text('id').notNull(),
    career: text('career').notNull(),
    post: text('post').notNull(),
    since: month('since').notNull(),
    until: month('until'),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.id] })],
);

/**
 * What of the catalogue's holdings the person holds now, by its id there. A goal keeps what was held when it was set;
 * certificates that are steps are finished steps.
 */
export const holding = sqliteTable(
  'holding',
  {
    personId: owner(),
    career: text('career').notNull(),
    id: text('id').notNull(),
    since: month('since'),
    expiresOn: day('expires_on'),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.career, table.id] })],
);

/**
 * Something one can point at. `source` says where it was first given (`skill/ID` or `step/ID`) with the words that were
 * given there; the database makes such an item whenever a rating or a step comes with evidence. Until the person says
 * which can-dos it supports, `can_dos` is null and its source tells: those of the rated level, or what the step teaches.
 */
export const evidenceItem = sqliteTable(
  'evidence_item',
  {
    personId: owner(),
    id: text('id').notNull(),
    career: text('career').notNull(),
    title: text('title').notNull(),
    day: day('day').notNull(),
    text: text('text'),
    url: text('url'),
    canDos: json<string[]>('can_dos'),
    source: text('source'),
    sourceText: text('source_text'),
    sourceLevel: integer('source_level').$type<Level>(),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.id] }),
    uniqueIndex('evidence_item_source').on(table.personId, table.career, table.source, table.sourceText),
    index('evidence_item_day').on(table.personId, table.career, table.day),
    check('evidence_item_can_dos_json', sql`json_valid(${table.canDos})`),
  ],
);
