import { sql } from 'drizzle-orm';
import {
  blob,
  check,
  customType,
  foreignKey,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { Level, Region } from '@/lib/domain/catalogue';
import type { RatingFields } from '@/lib/domain/check-in';
import type { StoredDocument } from '@/lib/domain/climb/follow/stored-document';
import type { OwnStepKind } from '@/lib/domain/own-step';
import type { StepStatus } from '@/lib/domain/planner/document';
import type { Money, Preferences } from '@/lib/domain/planner/profile';
import type { MaySee } from '@/lib/domain/second-look/ask';
import { readJsonText, toJsonText } from './json-text';

/** An instant as ISO 8601 UTC text of one width, so that text order is time order. */
const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => new Date(value).toISOString(),
});

/** A calendar day as YYYY-MM-DD. */
const day = (name: string) => text(name);

/** A calendar month as YYYY-MM. */
const month = (name: string) => text(name);

const json = <T>(name: string) =>
  customType<{ data: T; driverData: string }>({
    dataType: () => 'text',
    toDriver: toJsonText,
    fromDriver: (text) => readJsonText<T>(text),
  })(name);

/** The owner of a personal row. Deleting the person deletes the row. */
const owner = () =>
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

/** One row: when the primary was last known to run, by which a replica tells how far it has come. */
export const heartbeat = sqliteTable('heartbeat', {
  id: integer('id').primaryKey(),
  at: integer('at').notNull(),
});

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

export const goal = sqliteTable(
  'goal',
  {
    personId: owner(),
    id: text('id').notNull(),
    career: text('career').notNull(),
    role: text('role').notNull(),
    preferences: json<Preferences>('preferences'),
    holdings: json<string[]>('holdings').notNull(),
    setAt: instant('set_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.id] }),
    index('goal_set').on(table.personId, table.career, table.setAt),
    check('goal_preferences_json', sql`json_valid(${table.preferences})`),
    check('goal_holdings_json', sql`json_valid(${table.holdings})`),
  ],
);

export const plan = sqliteTable(
  'plan',
  {
    personId: owner(),
    id: text('id').notNull(),
    career: text('career').notNull(),
    role: text('role').notNull(),
    document: json<StoredDocument>('document').notNull(),
    madeAt: instant('made_at').notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.id] }),
    index('plan_made').on(table.personId, table.career, table.madeAt),
    check('plan_document_json', sql`json_valid(${table.document})`),
  ],
);

/** Events: the latest one of a step says how the step stands. */
export const stepProgress = sqliteTable(
  'step_progress',
  {
    personId: owner(),
    id: text('id').notNull(),
    career: text('career').notNull(),
    step: text('step').notNull(),
    status: text('status').$type<StepStatus>().notNull(),
    startedOn: day('started_on'),
    finishedOn: day('finished_on'),
    hoursSpent: real('hours_spent'),
    expiresOn: day('expires_on'),
    note: text('note'),
    evidence: text('evidence'),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.id] }),
    index('step_progress_latest').on(table.personId, table.career, table.step, table.recordedAt, table.id),
    check('step_progress_status', sql`${table.status} in ('todo', 'in-progress', 'done', 'dropped')`),
    check('step_progress_hours', sql`${table.hoursSpent} >= 0`),
  ],
);

export const ownStep = sqliteTable(
  'own_step',
  {
    personId: owner(),
    id: text('id').notNull(),
    career: text('career').notNull(),
    kind: text('kind').$type<OwnStepKind>().notNull(),
    title: text('title').notNull(),
    url: text('url'),
    hours: integer('hours').notNull(),
    weeks: integer('weeks').notNull(),
    cost: json<Money>('cost'),
    raises: json<{ skill: string; from: Level; to: Level }[]>('raises').notNull(),
    prerequisites: json<string[]>('prerequisites').notNull(),
    /** Can-dos; null in a step of the first edition, which teaches what its raises span. */
    teaches: json<string[]>('teaches'),
    /** Where its hours lie: `work` or, as every step did at first, null. */
    pool: text('pool').$type<'work'>(),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    retiredAt: instant('retired_at'),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.id] }),
    check('own_step_hours', sql`${table.hours} >= 0`),
    check('own_step_weeks', sql`${table.weeks} >= 0`),
    check('own_step_raises_json', sql`json_valid(${table.raises})`),
    check('own_step_prerequisites_json', sql`json_valid(${table.prerequisites})`),
    check('own_step_teaches_json', sql`json_valid(${table.teaches})`),
  ],
);

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

/** What was foretold on a day: `evenOn` is reached in half the cases, `likelyOn` in eight of ten. */
export const forecast = sqliteTable(
  'forecast',
  {
    personId: owner(),
    id: text('id').notNull(),
    career: text('career').notNull(),
    role: text('role').notNull(),
    planId: text('plan_id').notNull(),
    madeAt: instant('made_at').notNull(),
    basis: text('basis', { enum: ['catalogue', 'own-hours'] }).notNull(),
    evenOn: day('even_on').notNull(),
    likelyOn: day('likely_on').notNull(),
    stepsLeft: integer('steps_left').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.id] }),
    index('forecast_made').on(table.personId, table.career, table.madeAt),
  ],
);

export type LinkPurpose =
  | 'feed'
  | 'sign-up'
  | 'reset-password'
  | 'verify-email'
  | 'change-email'
  | 'keep-email'
  | 'unsubscribe'
  | 'second-look';

/** A secret link is kept only as its hash. `detail` is what the link acts on, such as a new e-mail address. */
export const linkToken = sqliteTable(
  'link_token',
  {
    hash: text('hash').primaryKey(),
    personId: owner(),
    purpose: text('purpose').$type<LinkPurpose>().notNull(),
    detail: text('detail'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at'),
    usedAt: instant('used_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    index('link_token_person').on(table.personId, table.purpose),
    index('link_token_expiry').on(table.expiresAt),
  ],
);

/** Who may make an account where not everybody may. The code is kept only as its hash. */
export const invitation = sqliteTable('invitation', {
  email: text('email').primaryKey(),
  codeHash: text('code_hash').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
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
