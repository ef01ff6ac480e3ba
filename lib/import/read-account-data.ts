import { createHash } from 'node:crypto';
import type { z } from 'zod';
import {
  accountDataSchema,
  type FirstAccountData,
  firstAccountDataSchema,
  fromFirstVersion,
  LIST_MAX_LENGTH,
} from '@/lib/domain/account-data';
import {
  type ImportedData,
  type ImportProblem,
  INSTANTS,
  type ListName,
  RECORD_LISTS,
} from '@/lib/domain/account-import';
import { planDocumentSchema } from '@/lib/domain/planner/document';
import { cutText, findUnstorable, UNSTORABLE_TEXT } from '@/lib/domain/text';
import { readJsonInPieces } from '@/lib/import/json-pieces';
import { mapInPieces } from '@/lib/in-pieces';
import { findJsonErrorLine, findJsonLine } from './json-line';

/** A file of an account's data as read, or what is wrong with it. */
export type ReadAccountData = { ok: true; file: ImportedData } | { ok: false; problems: string[] };

const PROBLEMS_SHOWN = 20;
const PROBLEM_MAX_LENGTH = 500;

/**
 * Reads the text of a data file, a record at a time, so that a large one holds up nobody else. What it refuses is
 * named by line, entry and reason. Times come out in one form. `mostOf` says how many records of a list there may be.
 */
export async function readAccountData(
  text: string,
  { mostOf = () => LIST_MAX_LENGTH }: { mostOf?: (list: ListName) => number } = {},
): Promise<ReadAccountData> {
  const read = await readJsonInPieces(text.replace(/^\uFEFF/, ''));
  if (read.kind === 'too-much') return { ok: false, problems: [read.problem] };
  if (read.kind === 'no-json')
    return { ok: false, problems: [`Line ${await findJsonErrorLine(text)}: this is not JSON.`] };
  const { json } = read;
  if (isPlanAlone(json)) return { ok: false, problems: [PLAN_ALONE] };
  try {
    const { file, issues } = await parseFile(json, { isSuspect: SUSPECT.test(text), mostOf });
    return file ? { ok: true, file } : { ok: false, problems: await describeProblems(text, issues) };
  } catch (error) {
    // A file made so that zod, which reads the length also of what is no text, cannot compare it.
    if (error instanceof TypeError)
      return { ok: false, problems: ['The file holds a "length" where none belongs.'] };
    throw error;
  }
}

const PLAN_ALONE =
  'This file holds a plan alone, for other programs. What Import takes back is the file of “Download my data”.';

function isPlanAlone(json: unknown): boolean {
  return (
    typeof json === 'object' &&
    json !== null &&
    'format' in json &&
    json.format === planDocumentSchema.shape.format.value
  );
}

/** Only a file with such an escape can hold text that cannot be kept, and to look through all of one takes long. */
const SUSPECT = /\\u(?:d[89a-f]|0000)/i;

type Issue = { path: readonly PropertyKey[]; message: string };
type Parsed = { file: ImportedData | null; issues: ImportProblem[] };

/** The file without its lists first, then each record of each list by the schema that the list has for it. */
async function parseFile(
  json: unknown,
  { isSuspect, mostOf }: { isSuspect: boolean; mostOf: (list: ListName) => number },
): Promise<Parsed> {
  const given = typeof json === 'object' && json !== null && !Array.isArray(json) ? json : {};
  const isFirst = 'version' in given && given.version === 1;
  const { shape } = isFirst ? firstAccountDataSchema : accountDataSchema;
  const names = RECORD_LISTS.filter((name) => name in shape);
  const lists = names.map((name) => ({ name, records: takeList(given, name) }));
  const emptied = Object.fromEntries(lists.flatMap(({ name, records }) => (records ? [[name, []]] : [])));
  const whole = given === json ? { ...given, ...emptied } : json;
  const shell = isFirst ? firstAccountDataSchema.safeParse(whole) : accountDataSchema.safeParse(whole);
  const issues: ImportProblem[] = (shell.error?.issues ?? []).map((issue) => toProblem(issue));
  const look = (value: unknown, before: readonly (string | number)[]) => {
    if (!isSuspect) return;
    for (const path of findUnstorable(value, before)) issues.push({ path, message: UNSTORABLE_TEXT });
  };
  look(whole, []);
  const parsed: Record<string, unknown[]> = {};
  for (const { name, records } of lists) {
    const record = recordOf(shape, name);
    if (records && records.length > mostOf(name)) {
      issues.push({ path: [name], message: describeTooMany(records.length, mostOf(name)) });
      continue;
    }
    const results = await mapInPieces(records ?? [], (one, index) => {
      look(one, [name, index]);
      const result = record.safeParse(one);
      for (const issue of result.error?.issues ?? []) issues.push(toProblem(issue, [name, index]));
      return result.success ? finishRecord(name, result.data) : null;
    });
    parsed[name] = results;
  }
  if (!shell.success || issues.length > 0) return { file: null, issues: issues.toSorted(compareByPart) };
  // Each record has passed its own schema, which is all that the whole would ask of it.
  const file = { ...shell.data, ...parsed };
  return {
    file: (isFirst ? fromFirstVersion(file as unknown as FirstAccountData) : file) as ImportedData,
    issues: [],
  };
}

/** The schema that a version's list has for its records. */
function recordOf(shape: object, name: ListName): z.ZodType {
  return (shape as typeof accountDataSchema.shape)[name].unwrap().element;
}

/** Said before any of so many is looked at. */
export function describeTooMany(count: number, most: number): string {
  const [given, kept] = [count, most].map((number) => number.toLocaleString('en-GB'));
  return `These are ${given}, and this server keeps at most ${kept} of them for one person.`;
}

/** A list that is looked at a record at a time; what is no list, or too long, is left for the whole to refuse. */
function takeList(given: object, name: string): readonly unknown[] | null {
  const list: unknown = Object.hasOwn(given, name) ? given[name as keyof typeof given] : null;
  return Array.isArray(list) && list.length <= LIST_MAX_LENGTH ? list : null;
}

function toProblem({ path, message }: Issue, before: readonly (string | number)[] = []): ImportProblem {
  return { path: [...before, ...path.filter((key) => typeof key !== 'symbol')], message };
}

const PARTS: readonly unknown[] = Object.keys(accountDataSchema.shape);

/** The order in which the file's description names its parts; what is said of the whole file comes last. */
function compareByPart(a: ImportProblem, b: ImportProblem): number {
  const place = ({ path }: ImportProblem) => (path.length === 0 ? PARTS.length : PARTS.indexOf(path[0]));
  return place(a) - place(b);
}

/** Puts each problem in a sentence that begins with its line and its entry. */
export async function describeProblems(text: string, problems: readonly ImportProblem[]): Promise<string[]> {
  const shown: string[] = [];
  for (const { path, message } of problems.slice(0, PROBLEMS_SHOWN))
    shown.push(shorten(`Line ${await findJsonLine(text, path)}, ${describePath(path)}: ${message}`));
  const rest = problems.length - shown.length;
  return rest > 0 ? [...shown, `And ${rest} more.`] : shown;
}

/** A file can hold a million unknown keys, and the page has to show the sentence. */
function shorten(sentence: string): string {
  return sentence.length > PROBLEM_MAX_LENGTH ? `${cutText(sentence, PROBLEM_MAX_LENGTH)}…` : sentence;
}

/** `checkIns[3].ratings[0].level`, or `the whole file`. */
function describePath(path: ImportProblem['path']): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
  return text.replace(/^\./, '') || 'the whole file';
}

/**
 * A record as it is stored: instants of one width, so that the same time is the same text, and an event of a step
 * without an id with one from its content, so that importing it twice is the same as once.
 */
function finishRecord(list: ListName, record: unknown): object {
  const finished = Object.fromEntries(
    Object.entries(record as object).map(([name, value]) => [
      name,
      typeof value === 'string' && INSTANTS.has(name) ? new Date(value).toISOString() : value,
    ]),
  );
  if (list !== 'stepProgress' || finished.id !== undefined) return finished;
  return {
    ...finished,
    id: createHash('sha256').update(JSON.stringify(finished)).digest('hex').slice(0, 26),
  };
}
