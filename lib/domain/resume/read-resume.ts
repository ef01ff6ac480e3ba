import { z } from 'zod';
import { daySchema } from '../day';
import { cutText } from '../text';

// What Rung reads of a JSON Resume file (jsonresume.org): work, education and certificates. All else is passed over.

/** A résumé is a few kilobytes; one with a picture in it some hundred. */
export const RESUME_MAX_BYTES = 512 * 1024;
/** Entries of a list that are looked at. */
const MOST_ENTRIES = 60;
const TEXT_MAX_LENGTH = 200;

const textSchema = z
  .string()
  .transform((text) => cutText(text.toWellFormed().replaceAll('\0', ''), TEXT_MAX_LENGTH).trim())
  .catch('');

/** A year, a month or a day, as the format has it; whatever is none of them counts as not given. */
const dateSchema = z
  .string()
  .trim()
  .transform((text) => /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=T|$)/.exec(text)?.[0] ?? '')
  .refine((text) => text !== '' && daySchema.safeParse(`${text}-01-01`.slice(0, 10)).success)
  .nullable()
  .catch(null);

const listOf = <T extends z.ZodType>(entry: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((entries) => ({
      entries: entries.slice(0, MOST_ENTRIES).flatMap((one) => entry.safeParse(one).data ?? []),
      /** How many were passed over: no entries, or too many. */
      isCut: entries.length > MOST_ENTRIES,
    }));

const workSchema = z.object({ position: textSchema, startDate: dateSchema, endDate: dateSchema });
const educationSchema = z.object({
  studyType: textSchema,
  area: textSchema,
  startDate: dateSchema,
  endDate: dateSchema,
});
const certificateSchema = z.object({ name: textSchema, issuer: textSchema, date: dateSchema });

export type ResumeWork = z.infer<typeof workSchema>;
export type ResumeEducation = z.infer<typeof educationSchema>;
export type ResumeCertificate = z.infer<typeof certificateSchema>;

const resumeSchema = z.object({
  work: listOf(workSchema).optional(),
  education: listOf(educationSchema).optional(),
  certificates: listOf(certificateSchema).optional(),
});

export type Resume = {
  work: readonly ResumeWork[];
  education: readonly ResumeEducation[];
  certificates: readonly ResumeCertificate[];
  isCut: boolean;
};

/** Reads the text of a JSON Resume file, or says in a sentence why it is none. Nothing of it is kept. */
export function readResume(text: string): { ok: true; resume: Resume } | { ok: false; problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, problem: 'This file is not JSON, as a JSON Resume is.' };
  }
  const parsed = resumeSchema.safeParse(json).data;
  const { work, education, certificates } = parsed ?? {};
  if (!work && !education && !certificates)
    return {
      ok: false,
      problem: 'This file has no work, education or certificates as a JSON Resume has them.',
    };
  const lists = [work, education, certificates];
  return {
    ok: true,
    resume: {
      work: work?.entries ?? [],
      education: education?.entries ?? [],
      certificates: certificates?.entries ?? [],
      isCut: lists.some((list) => list?.isCut),
    },
  };
}
