import 'server-only';
import { headers } from 'next/headers';
import * as core from 'zod/v4/core';
import { computeFormOwner } from '@/lib/auth/form-owner';
import { getUser, type SignedInUser } from '@/lib/auth/session';
import { mergeEntries } from '@/lib/domain/merge-entries';
import { isStorableText, UNSTORABLE_TEXT } from '@/lib/domain/text';
import { noteBusy } from '@/lib/http/request-context';
import { readSentForm, type SentForm, withoutPasswords } from '@/lib/http/sent-form';
import { log } from '@/lib/log';
import { PlannerRefusal } from '@/lib/planner/refusal';
import { NoRoomError } from '@/lib/queries/room';
import { StorageUnavailableError } from '@/lib/queries/storage';
import type { PlanPreview } from '@/lib/wording/plan-preview';
import { type FormEntries, nestFormEntries } from './form';

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
      /** What the form confirms by being sent once more; see SentForm. */
      ask?: string;
      /** Reasons with, where there is one, the form filled in so that it would go through. */
      remedies?: Remedy[];
    };

export type Remedy = {
  sentence: string;
  label: string;
  entries: FormEntries | null;
  /** What would come of it, where that is known. */
  preview: PlanPreview | null;
};

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

const DRAWN_FOR_ANOTHER =
  'This page was opened for another account than the one that is signed in now, or is signing in, so nothing was saved. Copy what you still need of it, going back if you have to, then reload the page.';

const CHANGED_ELSEWHERE =
  'This was changed elsewhere meanwhile. Press the button again to have what stands here.';

/** What is saved now of what a form shows, as its fields would say it. */
export type SavedEntries = {
  entries: FormEntries;
  /** Has the page drawn anew that holds the form. */
  redraw: () => void;
  /** Says what stands there by now of the fields that were changed here and elsewhere. */
  describe: (names: readonly string[]) => string;
};

type SavedReader = (user: SignedInUser, entries: FormEntries) => Promise<SavedEntries | null | undefined>;

type Handler<Schema extends core.$ZodType, T> = (
  user: SignedInUser,
  input: core.output<Schema>,
  form: {
    /** Whether the person changed a field; everything where the form does not say what it was drawn from. */
    isChanged: (name: string) => boolean;
    /** What an answer asked, and the person confirmed by sending the form once more. */
    confirmed: string;
  },
) => Promise<ActionResult<T>>;

/**
 * Makes a server action for signed-in people: reads the form, checks it against the schema, and hands the
 * result to the handler with its owner. A schema that depends on who asks is made anew for each. Expected failures
 * come back as values; bugs are thrown. With `getSaved`, a form that says what it was drawn from is merged with what
 * was saved since.
 */
export function signedInAction<Schema extends core.$ZodType, T = null>(
  schema: Schema | ((user: SignedInUser) => Schema | Promise<Schema>),
  handler: Handler<Schema, T>,
  getSaved?: SavedReader,
): (previous: ActionState<T>, formData: FormData) => Promise<ActionResult<T>> {
  return async (_previous, formData) => {
    const sent = readSentForm(formData);
    return catchExpected(sent, async () => {
      const user = await getUserToSave();
      if (user === null)
        return { ok: false, message: SIGNED_OUT, entered: withoutPasswords(sent.everything) };
      if (sent.drawnFor !== computeFormOwner(user.id)) return { ok: false, message: DRAWN_FOR_ANOTHER };
      const merge = sent.drawnFrom && getSaved ? await mergeSaved(sent, user, getSaved) : null;
      const { entries, changed, conflict } = merge ?? {
        entries: sent.entries,
        changed: null,
        conflict: null,
      };
      if (conflict) return { ...conflict, entered: withoutPasswords(entries) };
      const isChanged = (name: string) => changed === null || changed.has(name);
      const own = typeof schema === 'function' ? await schema(user) : schema;
      return answerForm(own, { ...sent, entries }, (input) =>
        handler(user, input, { isChanged, confirmed: sent.confirmed }),
      );
    });
  };
}

/** A database that cannot say who asks saves nothing either. */
async function getUserToSave(): Promise<SignedInUser | null> {
  try {
    return await getUser();
  } catch (error) {
    if (!(error instanceof StorageUnavailableError)) throw error;
    throw new StorageUnavailableError('save', error.fault, error.code);
  }
}

async function mergeSaved(sent: SentForm, user: SignedInUser, getSaved: SavedReader) {
  // What cannot be stored cannot be looked for either; it is refused further on.
  const saved = findUnstorableFields(sent.entries) ? null : await getSaved(user, sent.entries);
  if (!saved || !sent.drawnFrom) return null;
  const { entries } = sent;
  const { merged, changed, conflicts } = mergeEntries({
    drawn: sent.drawnFrom,
    entered: entries,
    saved: saved.entries,
  });
  if (conflicts.length === 0) return { entries: merged, changed, conflict: null };
  saved.redraw();
  const fieldErrors = Object.fromEntries(conflicts.map((name) => [name, CHANGED_ELSEWHERE]));
  return {
    entries: merged,
    changed,
    conflict: { ok: false as const, message: saved.describe(conflicts), fieldErrors },
  };
}

/**
 * The same for forms that need no account. Passwords are never given back. Where a page acts for whoever a link or a first
 * step stands for, a form that was drawn for another changes nothing. Null stands for nobody, which the handler tells. A
 * schema that depends on the link is made once that is known to be the right one.
 */
export async function runFormAction<Schema extends core.$ZodType, T>(
  schema: Schema | (() => Promise<Schema>),
  formData: FormData,
  handler: (input: core.output<Schema>) => Promise<ActionResult<T>>,
  readDrawnFor?: () => Promise<string | null>,
): Promise<ActionResult<T>> {
  const sent = readSentForm(formData);
  return catchExpected(sent, async () => {
    const owner = readDrawnFor ? await readDrawnFor() : null;
    if (owner !== null && sent.drawnFor !== computeFormOwner(owner))
      return { ok: false, message: DRAWN_FOR_ANOTHER };
    return answerForm(typeof schema === 'function' ? await schema() : schema, sent, handler);
  });
}

async function answerForm<Schema extends core.$ZodType, T>(
  schema: Schema,
  { entries, files, isSent }: SentForm,
  handler: (input: core.output<Schema>) => Promise<ActionResult<T>>,
): Promise<ActionResult<T>> {
  const entered = withoutPasswords(entries);
  const unstorable = findUnstorableFields(entries);
  if (unstorable) return { ok: false, ...unstorable, entered };
  const parsed = await parseForm(schema, { ...nestFormEntries(entries), ...files }, isSent);
  if (!parsed.ok) return { ...parsed, entered };
  const result = await handler(parsed.data);
  return result.ok ? result : { ...result, entered };
}

async function catchExpected<T>(
  { entries }: SentForm,
  act: () => Promise<ActionResult<T>>,
): Promise<ActionResult<T>> {
  const entered = withoutPasswords(entries);
  try {
    return await act();
  } catch (error) {
    if (error instanceof PlannerRefusal) {
      log.warn({ reason: error.reason }, 'planner refused');
      // Before script the answer is a page, whose status says so too; what script reads is an answer like any other.
      if (error.reason === 'busy' && !(await headers()).has('next-action')) noteBusy();
      return { ok: false, message: error.message, entered };
    }
    if (error instanceof NoRoomError) return { ok: false, message: error.message, entered };
    if (!(error instanceof StorageUnavailableError)) throw error;
    log.warn({ intent: error.intent, fault: error.fault, code: error.code }, 'storage unavailable');
    return { ok: false, message: error.message, entered };
  }
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

/** Said of what no person can do with the form as the page shows it: schemas have no sentence of their own for that. */
const FORGED: ReadonlySet<string> = new Set([UNKNOWN_FIELD, INCOMPLETE]);

const sayWhatIsForged: core.$ZodErrorMap = (issue) =>
  issue.code === 'unrecognized_keys' ? UNKNOWN_FIELD : INCOMPLETE;

/** What is wrong with a field that the form did not send, or does not show, cannot be seen beside it: it becomes the message. */
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
    if (!isSent(name) || FORGED.has(issue.message)) general ??= issue.message;
  }
  const message = general ?? LOOK_AT_FIELDS;
  return { ok: false, message, fieldErrors };
}

/** zod reads the length also of what is no text, and what a stranger puts there may refuse to be a number. */
function toUnreadable(error: unknown): null {
  if (error instanceof TypeError) return null;
  throw error;
}
