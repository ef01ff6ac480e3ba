import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { SharedKind, SharedPart } from '@/lib/domain/share/kinds';
import { day, instant, json } from './columns';
import { owner } from './people';

/** A page that the person shows by a link. The link is one of theirs whose detail is this id. */
export const sharedPage = sqliteTable(
  'shared_page',
  {
    personId: owner(),
    id: text('id').notNull(),
    career: text('career').notNull(),
    /** How the person calls whom it is for. */
    name: text('name').notNull(),
    kind: text('kind').$type<SharedKind>().notNull(),
    /** What it tells beside that; nothing else leaves the server. */
    parts: json<SharedPart[]>('parts').notNull(),
    /** Where the period of a skills record begins; null for the others. */
    since: day('since'),
    until: day('until').notNull(),
    createdAt: instant('created_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.id] }),
    check('shared_page_parts_json', sql`json_valid(${table.parts})`),
  ],
);

/** The days, those of the person, on which such a page was opened, and how often; of who opened it nothing is kept. */
export const sharedPageOpening = sqliteTable(
  'shared_page_opening',
  {
    personId: text('person_id').notNull(),
    sharedPageId: text('shared_page_id').notNull(),
    day: day('day').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.sharedPageId, table.day] }),
    foreignKey({
      columns: [table.personId, table.sharedPageId],
      foreignColumns: [sharedPage.personId, sharedPage.id],
    }).onDelete('cascade'),
    check('shared_page_opening_count', sql`${table.count} > 0`),
  ],
);
