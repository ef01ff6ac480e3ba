import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { instant, json } from './columns';
import { owner, person } from './people';

/** One row: when the primary was last known to run, by which a replica tells how far it has come. */
export const heartbeat = sqliteTable('heartbeat', {
  id: integer('id').primaryKey(),
  at: integer('at').notNull(),
});

/** Counters by a key that the caller hashes; no person can be read from one. */
export const throttle = sqliteTable(
  'throttle',
  {
    key: text('key').primaryKey(),
    count: integer('count').notNull(),
    windowStartedAt: instant('window_started_at').notNull(),
    blockedUntil: instant('blocked_until'),
  },
  (table) => [index('throttle_window').on(table.windowStartedAt)],
);

/** What the servers do from time to time: whichever claims it first does it for all that share the database. */
export const job = sqliteTable('job', {
  name: text('name').primaryKey(),
  claimedAt: instant('claimed_at').notNull(),
  finishedAt: instant('finished_at'),
});

export type AuditKind =
  | 'account-made'
  | 'account-deleted'
  | 'account-shown'
  | 'account-suspended'
  | 'account-resumed'
  | 'accounts-listed'
  | 'invitation-made'
  | 'text-mended'
  | 'sign-in'
  | 'sign-in-failed'
  | 'sign-out'
  | 'session-ended'
  | 'password-changed'
  | 'email-changed'
  | 'email-verified'
  | 'provider-linked'
  | 'provider-unlinked'
  | 'second-factor-on'
  | 'second-factor-off'
  | 'recovery-codes-made'
  | 'recovery-code-used'
  | 'link-made'
  | 'link-revoked'
  | 'data-exported'
  | 'data-imported';

export const audit = sqliteTable(
  'audit',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').references(() => person.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<AuditKind>().notNull(),
    at: instant('at').notNull(),
    detail: json<Record<string, string>>('detail').notNull(),
  },
  (table) => [index('audit_person').on(table.personId, table.at), index('audit_at').on(table.at)],
);

export const mailLog = sqliteTable(
  'mail_log',
  {
    personId: owner(),
    id: text('id').notNull(),
    kind: text('kind').notNull(),
    dedupeKey: text('dedupe_key').notNull(),
    claimedAt: instant('claimed_at').notNull(),
    sentAt: instant('sent_at'),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.id] }),
    uniqueIndex('mail_log_dedupe').on(table.personId, table.dedupeKey),
  ],
);

/** A data file between *Import* and *Confirm import*, compressed: the latest that the person has sent. */
export const pendingImport = sqliteTable('pending_import', {
  personId: owner().primaryKey(),
  id: text('id').notNull(),
  content: blob('content', { mode: 'buffer' }).notNull(),
  sentAt: instant('sent_at').notNull(),
});
