import { createHash } from 'node:crypto';
import { type AccountData, accountDataSchema } from './domain/account-data';
import type { ImportedData, ImportProblem } from './domain/account-import';
import { findJsonErrorLine, findJsonLine, isNestedDeeper } from './json-line';

/** A file of an account's data as read, or what is wrong with it. */
export type ReadAccountData = { ok: true; file: ImportedData } | { ok: false; problems: string[] };

const PROBLEMS_SHOWN = 20;
const PROBLEM_MAX_LENGTH = 500;
/** A file from Rung is nested eight deep, and values of settings may hold some more. */
const MOST_NESTED = 50;

/** Reads the text of a data file. What it refuses is named by line, entry and reason. Times come out in one form. */
export function readAccountData(text: string): ReadAccountData {
  if (isNestedDeeper(text, MOST_NESTED))
    return { ok: false, problems: [`It nests lists or objects more than ${MOST_NESTED} deep.`] };
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, problems: [`Line ${findJsonErrorLine(text)}: this is not JSON.`] };
  }
  const parsed = parse(json);
  if (parsed === null) return { ok: false, problems: ['The file holds a "length" where none belongs.'] };
  if (!parsed.success)
    return {
      ok: false,
      problems: describeProblems(
        text,
        parsed.error.issues.map(({ path, message }) => ({
          path: path.filter((key) => typeof key !== 'symbol'),
          message,
        })),
      ),
    };
  return { ok: true, file: identify(normaliseTimes(parsed.data)) };
}

/** Null for a file made so that zod, which reads the length also of what is no text, cannot compare it. */
function parse(json: unknown) {
  try {
    return accountDataSchema.safeParse(json);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Puts each problem in a sentence that begins with its line and its entry. */
export function describeProblems(text: string, problems: readonly ImportProblem[]): string[] {
  const shown = problems
    .slice(0, PROBLEMS_SHOWN)
    .map(({ path, message }) => `Line ${findJsonLine(text, path)}, ${describePath(path)}: ${message}`)
    .map(shorten);
  const rest = problems.length - shown.length;
  return rest > 0 ? [...shown, `And ${rest} more.`] : shown;
}

/** A file can hold a million unknown keys, and the page has to show the sentence. */
function shorten(sentence: string): string {
  return sentence.length > PROBLEM_MAX_LENGTH ? `${sentence.slice(0, PROBLEM_MAX_LENGTH)}…` : sentence;
}

/** `checkIns[3].ratings[0].level`, or `the whole file`. */
function describePath(path: ImportProblem['path']): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
  return text.replace(/^\./, '') || 'the whole file';
}

const INSTANTS = [
  'takenAt',
  'recordedAt',
  'removedAt',
  'setAt',
  'madeAt',
  'createdAt',
  'changedAt',
  'retiredAt',
];

/** Instants of one width, as they are stored, so that the same time is the same text. */
function normaliseTimes(file: AccountData): AccountData {
  const normalise = <T extends object>(record: T): T =>
    Object.fromEntries(
      Object.entries(record).map(([name, value]) => [
        name,
        typeof value === 'string' && INSTANTS.includes(name) ? new Date(value).toISOString() : value,
      ]),
    ) as T;
  return {
    ...file,
    goals: file.goals.map(normalise),
    checkIns: file.checkIns.map(normalise),
    stepProgress: file.stepProgress.map(normalise),
    ownSteps: file.ownSteps.map(normalise),
    forecasts: file.forecasts.map(normalise),
  };
}

/** An event of a step without an id gets one from its content, so that importing it twice is the same as once. */
function identify(file: AccountData): ImportedData {
  return {
    ...file,
    stepProgress: file.stepProgress.map((event) => ({
      ...event,
      id: event.id ?? createHash('sha256').update(JSON.stringify(event)).digest('hex').slice(0, 26),
    })),
  };
}
