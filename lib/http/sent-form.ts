import 'server-only';
import { z } from 'zod';
import { CONFIRMED, DRAWN_FOR, DRAWN_FROM } from '@/components/drawn-fields';
import { type FormEntries, readFormEntries, readFormFiles } from './form';
import { noteActionBegun } from './request-context';

/** A form as it came. */
export type SentForm = {
  /** The fields that a person or a page filled in. */
  entries: FormEntries;
  /** These with what the form says of itself, for one that is to be sent again just as it is. */
  everything: FormEntries;
  files: Record<string, File>;
  /** What computeFormOwner() gave when the form was drawn. */
  drawnFor: string;
  /** What its fields showed then; null where it does not say. */
  drawnFrom: FormEntries | null;
  /** What the person confirms by sending it once more. */
  confirmed: string;
  isSent: (name: string) => boolean;
};

export function readSentForm(formData: FormData): SentForm {
  const everything = readFormEntries(formData);
  const names = new Set(formData.keys());
  noteActionBegun();
  const { [DRAWN_FOR]: drawnFor, [DRAWN_FROM]: drawnFrom, [CONFIRMED]: confirmed, ...entries } = everything;
  return {
    entries,
    everything,
    files: readFormFiles(formData),
    drawnFor: String(drawnFor ?? ''),
    drawnFrom: readDrawnFrom(String(drawnFrom ?? '')),
    confirmed: String(confirmed ?? ''),
    isSent: (name) => names.has(name),
  };
}

export const drawnFromSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** Null for what this page did not write, which is then taken as a form that does not say. */
export function readDrawnFrom(text: string): FormEntries | null {
  if (text === '') return null;
  try {
    return drawnFromSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** A plain object, which is what React can send. */
export function withoutPasswords(entries: FormEntries): FormEntries {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => !/password/i.test(name)));
}
