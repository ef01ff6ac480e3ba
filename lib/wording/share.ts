import type { SharedKind, SharedPart } from '@/lib/domain/share/kinds';

/** What a page that is shared is called. */
export const SHARED_KIND_LABELS: Readonly<Record<SharedKind, string>> = {
  gap: 'Gap to a role',
  plan: 'Learning plan',
  record: 'Skills record',
};

/** What it tells, in the words of the form. */
export const SHARED_KIND_HINTS: Readonly<Record<SharedKind, string>> = {
  gap: 'Levels, targets and what is missing, skill by skill',
  plan: 'Steps, their days and how they stand; no prices',
  record: 'What you can do, how far each is proved, and what is new since a day',
};

/** The same where it is said of a page that was made. */
export const SHARED_PART_NAMES: Readonly<Record<SharedPart, string>> = {
  name: 'your name',
  evidence: 'your evidence and who confirmed what',
};

export const SHARED_PART_LABELS: Readonly<Record<SharedPart, string>> = {
  name: 'My name',
  evidence: 'My evidence, and who confirmed what',
};
