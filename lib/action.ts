import 'server-only';
import * as core from 'zod/v4/core';
import { NoRoomError } from '@/lib/queries/room';
import { StorageUnavailableError } from '@/lib/queries/storage';
import { getUser, type SignedInUser } from './auth/session';
import { isStorableText, UNSTORABLE_TEXT } from './domain/text';
import { type FormEntries, nestFormEntries, readFormEntries, readFormFiles } from './form';
import { log } from './log';
import { PlannerRefusal } from './planner-refusal';
import { noteActionBegun } from './request-context';

/**
 * What an action answers. A failure names the fields at fault by their form names and gives back what the
 * person entered, so that a page without script can show it again.
 */
export type ActionResult<T = null> =
  | { ok: true; data: T }
  | {
      ok: false;
      message: string;
      fieldErrors?: Record<string, string>;
      entered?: FormEntries;
      /** Reasons with, where there is one, the form filled in so that it would go through. */
      remedies?: Remedy[];
    };

export type Remedy = { sentence: string; label: string; entries: FormEntries | null };

/** Refuses a form for one field of it. `outcome` says, without an end, what did not happen. */
export const refuseField = (name: string, sentence: string, outcome = 'Nothing was changed') => ({
  ok: false as const,
  message: `${outcome}: please look at the marked field.`,
  fieldErrors: { [name]: sentence },
});

/** What a form holds before its first answer. */
export type ActionState<T = null> = ActionResult<T> | null;

const SIGNED_OUT =
  'You have been signed out, so nothing was saved. Sign in again in another tab, then press the button once more: what you entered is still here.';

/**
 * Makes a server action for signed-in people: reads the form, checks it against the schema, and hands the
 * result to the handler with its owner. A schema that depends on who asks is made anew for each. Expected failures come back as values; bugs are thrown.
 */
export function signedInAction<Schema extends core.$ZodType, T = null>(
  schema: Schema | (() => Schema),
  handler: (user: SignedInUser, input: core.output<Schema>) => Promise<ActionResult<T>>,
): (previous: ActionState<T>, formData: FormData) => Promise<ActionResult<T>> {
  return async (_previous, formData) => {
    const entered = withoutPasswords(readSentForm(formData));
    let user: SignedInUser | null;
    try {
      user = await getUser();
    } catch (error) {
      if (!(error instanceof StorageUnavailableError)) throw error;
      const { message } = new StorageUnavailableError('save', error.fault, error.code);
      return { ok: false, message, entered };
    }
    if (user === null) return { ok: false, message: SIGNED_OUT, entered };
    const owner = user;
    const own = typeof schema === 'function' ? schema() : schema;
    return runFormAction(own, formData, (input) => handler(owner, input));
  };
}

/** The same for forms that need no account. Passwords are never given back. */
export async function runFormAction<Schema extends core.$ZodType, T>(
  schema: Schema,
  formData: FormData,
  handler: (input: core.output<Schema>) => Promise<ActionResult<T>>,
): Promise<ActionResult<T>> {
  const entries = readSentForm(formData);
  const entered = withoutPasswords(entries);
  const unstorable = findUnstorableFields(entries);
  if (unstorable) return { ok: false, ...unstorable, entered };
  const fields = { ...nestFormEntries(entries), ...readFormFiles(formData) };
  const sent = new Set(formData.keys());
  const parsed = await parseForm(schema, fields, (name) => sent.has(name));
  if (!parsed.ok) return { ...parsed, entered };
  try {
    const result = await handler(parsed.data);
    return result.ok ? result : { ...result, entered };
  } catch (error) {
    if (error instanceof PlannerRefusal) {
      log.warn({ reason: error.reason }, 'planner refused');
      return { ok: false, message: error.message, entered };
    }
    if (error instanceof NoRoomError) return { ok: false, message: error.message, entered };
    if (!(error instanceof StorageUnavailableError)) throw error;
    log.warn({ intent: error.intent, fault: error.fault, code: error.code }, 'storage unavailable');
    return { ok: false, message: error.message, entered };
  }
}

function readSentForm(formData: FormData): FormEntries {
  const entries = readFormEntries(formData);
  noteActionBegun();
  return entries;
}

const LOOK_AT_FIELDS = 'Nothing was saved yet: please look at the marked fields.';

/** What no field may hold, whatever its schema. */
function findUnstorableFields(
  entries: FormEntries,
): { message: string; fieldErrors: Record<string, string> } | null {
  const named = Object.entries(entries).filter(([, value]) => ![value].flat().every(isStorableText));
  if (named.length === 0) return null;
  const fieldErrors = Object.fromEntries(named.map(([name]) => [name, UNSTORABLE_TEXT]));
  return { message: LOOK_AT_FIELDS, fieldErrors };
}

const UNKNOWN_FIELD =
  'This form holds a field that Rung does not know, so nothing was saved. Reload the page.';
const INCOMPLETE =
  'This form came incomplete or changed on its way, so nothing was saved. Reload the page and try again.';

/** For what no person can do with the form as the page shows it, schemas have no sentence of their own. */
const sayWhatIsForged: core.$ZodErrorMap = (issue) =>
  issue.code === 'unrecognized_keys' ? UNKNOWN_FIELD : INCOMPLETE;

/** What is wrong with a field that the form did not send cannot be seen beside it, so it becomes the message. */
async function parseForm<Schema extends core.$ZodType>(
  schema: Schema,
  fields: unknown,
  isSent: (name: string) => boolean,
): Promise<
  | { ok: true; data: core.output<Schema> }
  | { ok: false; message: string; fieldErrors: Record<string, string> }
> {
  const parsed = await core.safeParseAsync(schema, fields, { error: sayWhatIsForged }).catch(toUnreadable);
  if (parsed === null) return { ok: false, message: 'This form could not be read.', fieldErrors: {} };
  if (parsed.success) return { ok: true, data: parsed.data };
  const fieldErrors: Record<string, string> = {};
  let general: string | undefined;
  for (const issue of parsed.error.issues) {
    const name = issue.path.join('.');
    fieldErrors[name] ??= issue.message;
    if (!isSent(name)) general ??= issue.message;
  }
  const message = general ?? LOOK_AT_FIELDS;
  return { ok: false, message, fieldErrors };
}

/** zod reads the length also of what is no text, and what a stranger puts there may refuse to be a number. */
function toUnreadable(error: unknown): null {
  if (error instanceof TypeError) return null;
  throw error;
}

/** A plain object, which is what React can send. */
function withoutPasswords(entries: FormEntries): FormEntries {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => !/password/i.test(name)));
}
