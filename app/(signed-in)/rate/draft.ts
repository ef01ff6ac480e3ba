import type { CheckInFields } from '@/lib/domain/check-in';
import { NOT_RATED } from '@/lib/domain/check-in-limits';

const PREFIX = 'rung-draft:';

/** Remembers what is typed for as long as the tab lives. A browser that refuses storage loses only this. */
export function keepDraft(draftKey: string | null, fields: CheckInFields): void {
  if (!draftKey) return;
  try {
    sessionStorage.setItem(PREFIX + draftKey, JSON.stringify(fields));
  } catch {
    // Storage is full or refused: the form itself still holds everything.
  }
}

/** Forgets the draft once its check-in is saved. */
export function forgetDraft(draftKey: string | null): void {
  if (!draftKey) return;
  try {
    sessionStorage.removeItem(PREFIX + draftKey);
  } catch {
    // Nothing was stored.
  }
}

/**
 * The values the form starts with in the browser: what was chosen before the script loaded, or else the
 * draft of this tab, or else nothing rated. On the server it is always nothing rated.
 */
export function readStartingFields({
  formId,
  skillIds,
  requestKey,
  draftKey,
}: {
  formId: string;
  skillIds: readonly string[];
  requestKey: string;
  draftKey: string | null;
}): CheckInFields {
  const empty: CheckInFields = {
    requestKey,
    note: '',
    ratings: Object.fromEntries(
      skillIds.map((id) => [id, { level: NOT_RATED, evidence: '', sure: '' as const }]),
    ),
  };
  if (typeof document === 'undefined') return empty;
  const shown = readShownFields(formId, empty);
  const isEmpty = JSON.stringify(shown) === JSON.stringify(empty);
  return isEmpty ? (readDraft({ draftKey, empty }) ?? empty) : shown;
}

/** What the form holds at this moment; before there is one, what it is going to hold. */
export function readShownFields(formId: string, otherwise: CheckInFields): CheckInFields {
  const form = document.getElementById(formId);
  if (!(form instanceof HTMLFormElement)) return otherwise;
  const formData = new FormData(form);
  const read = (name: string) => String(formData.get(name) ?? '');
  return mergeFields(otherwise, (skill, field) => read(`ratings.${skill}.${field}`), read('note'));
}

function readDraft({
  draftKey,
  empty,
}: {
  draftKey: string | null;
  empty: CheckInFields;
}): CheckInFields | null {
  if (!draftKey) return null;
  try {
    const draft: unknown = JSON.parse(sessionStorage.getItem(PREFIX + draftKey) ?? 'null');
    if (!isDraft(draft)) return null;
    const merged = mergeFields(
      empty,
      (skill, field) => String(draft.ratings[skill]?.[field] ?? ''),
      draft.note ?? '',
    );
    return { ...merged, requestKey: draft.requestKey };
  } catch {
    return null;
  }
}

function isDraft(draft: unknown): draft is CheckInFields {
  return (
    typeof draft === 'object' &&
    draft !== null &&
    'ratings' in draft &&
    typeof draft.ratings === 'object' &&
    'note' in draft &&
    typeof draft.note === 'string' &&
    'requestKey' in draft &&
    typeof draft.requestKey === 'string'
  );
}

function mergeFields(
  empty: CheckInFields,
  read: (skill: string, field: 'level' | 'evidence' | 'sure') => string,
  note: string,
): CheckInFields {
  const ratings = Object.fromEntries(
    Object.keys(empty.ratings).map((skill) => [
      skill,
      {
        level: read(skill, 'level') || NOT_RATED,
        evidence: read(skill, 'evidence'),
        sure: read(skill, 'sure'),
      },
    ]),
  ) as CheckInFields['ratings'];
  return { ...empty, note, ratings };
}
