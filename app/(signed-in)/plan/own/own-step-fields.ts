import type { Career } from '@/lib/domain/career/career';
import { listSingle } from '@/lib/domain/own-step';
import { writeTyped } from '@/lib/domain/typed-number';
import type { OwnStep } from '@/lib/queries/own-steps';

/** A step of one's own as a form holds it. */
export type OwnStepFields = {
  title: string;
  kind: string;
  url: string;
  hours: string;
  weeks: string;
  cost: string;
  currency: string;
  raises: readonly { skill: string; from: string; to: string }[];
  /** Can-dos beside those of the levels. */
  teaches: readonly string[];
  /** `work`, or empty for one's own time. */
  pool: string;
  prerequisites: readonly string[];
};

export const EMPTY: OwnStepFields = {
  title: '',
  kind: 'course',
  url: '',
  hours: '',
  weeks: '1',
  cost: '',
  currency: 'GBP',
  raises: [],
  teaches: [],
  pool: '',
  prerequisites: [],
};

export function toFields(career: Career, step: OwnStep): OwnStepFields {
  return {
    title: step.title,
    kind: step.kind,
    url: step.url ?? '',
    hours: String(step.hours),
    weeks: String(step.weeks),
    cost: step.cost ? writeTyped(step.cost.amount) : '',
    currency: step.cost?.currency ?? 'GBP',
    raises: step.raises.map(({ skill, from, to }) => ({ skill, from: String(from), to: String(to) })),
    teaches: listSingle(career, step),
    pool: step.pool ?? '',
    prerequisites: step.prerequisites,
  };
}

/** The form of a step as it would be sent. */
export function toEntries({
  raises,
  teaches,
  prerequisites,
  ...fields
}: OwnStepFields): Record<string, string | string[]> {
  const entries: Record<string, string | string[]> = {
    ...fields,
    teaches: [...teaches],
    prerequisites: [...prerequisites],
  };
  for (const [row, raise] of raises.entries())
    for (const [name, value] of Object.entries(raise)) entries[`raises.${row}.${name}`] = value;
  return entries;
}

const EMPTY_RAISE = { skill: '', from: '0', to: '1' };

/** What the form of a step shows, with the rows that are still empty. */
export function toShownEntries(fields: OwnStepFields, rows: number) {
  const raises = Array.from({ length: rows }, (_row, row) => fields.raises[row] ?? EMPTY_RAISE);
  return toEntries({ ...fields, raises });
}

/** What saving a step answers: the form as it stood before, so that it can be undone; null for a new one. */
export type OwnStepSaved = { before: Record<string, string | string[]> } | null;
