import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Region } from '@/lib/domain/catalogue';
import { instant, json } from './columns';

/** The owner of a personal row. Deleting the person deletes the row. */
export const owner = () =>
  text('person_id')
    .notNull()
    .references(() => person.id, { onDelete: 'cascade' });

export const person = sqliteTable(
  'person',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    emailVerifiedAt: instant('email_verified_at'),
    timeZone: text('time_zone').notNull(),
    region: text('region').$type<Region>().notNull(),
    settings: json<Record<string, unknown>>('settings').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Since then nobody gets in, and the person's links open nothing. */
    suspendedAt: instant('suspended_at'),
  },
  (table) => [
    uniqueIndex('person_email').on(table.email),
    check('person_email_lower', sql`${table.email} = lower(${table.email})`),
    check('person_settings_json', sql`json_valid(${table.settings})`),
  ],
);

export const credential = sqliteTable('credential', {
  personId: owner().primaryKey(),
  passwordHash: text('password_hash').notNull(),
  changedAt: instant('changed_at').notNull(),
});

export const providerAccount = sqliteTable(
  'provider_account',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    personId: owner(),
    linkedAt: instant('linked_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.issuer, table.subject] }),
    index('provider_account_person').on(table.personId),
  ],
);

export const secondFactor = sqliteTable(
  'second_factor',
  {
    personId: owner(),
    id: text('id').notNull(),
    kind: text('kind', { enum: ['totp'] }).notNull(),
    sealedSecret: text('sealed_secret').notNull(),
    createdAt: instant('created_at').notNull(),
    confirmedAt: instant('confirmed_at'),
    lastUsedCounter: integer('last_used_counter'),
  },
  (table) => [primaryKey({ columns: [table.personId, table.id] })],
);

export const recoveryCode = sqliteTable(
  'recovery_code',
  {
    personId: owner(),
    codeHash: text('code_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [primaryKey({ columns: [table.personId, table.codeHash] })],
);

export const session = sqliteTable(
  'session',
  {
    id: text('id').primaryKey(),
    personId: owner(),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** When all that signing in asks was last given, where that was after the session began. */
    provedAt: instant('proved_at'),
    userAgent: text('user_agent'),
    address: text('address'),
  },
  (table) => [
    index('session_person').on(table.personId, table.createdAt),
    index('session_expiry').on(table.expiresAt),
  ],
);
