import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Level } from '@/lib/domain/catalogue';
import type { StoredDocument } from '@/lib/domain/climb/follow/stored-document';
import type { OwnStepKind } from '@/lib/domain/own-step';
import type { StepStatus } from '@/lib/domain/planner/document';
import type { Money, Preferences } from '@/lib/domain/planner/profile';
import { day, instant, json } from './columns';
import { owner } from './people';

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
