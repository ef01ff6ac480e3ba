import type { StepKind } from '@/lib/domain/catalogue';

type KindWords = {
  /** Of one step of the kind, and the heading above them in a plan. */
  label: string;
  heading: string;
  /** Within a sentence: none, and many of them. */
  one: string;
  many: string;
  /** After "Allowing" and "Without". */
  allowed: string;
  /** What to keep when it is finished. */
  proof: string;
};

/** Every word for a kind of step: a new kind gets its row here. */
const WORDS: Readonly<Record<StepKind, KindWords>> = {
  degree: {
    label: 'Degree',
    heading: 'Degree',
    one: 'a degree',
    many: 'degrees',
    allowed: 'a degree',
    proof: 'the degree, and one piece of work that you are proud of',
  },
  certification: {
    label: 'Certification',
    heading: 'Certification',
    one: 'a certification',
    many: 'certifications',
    allowed: 'certifications',
    proof: 'the certificate with its number, or the link that confirms it',
  },
  'entry-role': {
    label: 'Entry role',
    heading: 'Entry role',
    one: 'an entry role',
    many: 'entry roles',
    allowed: 'an entry post',
    proof: 'what you may show of your work there, and somebody who would speak for you',
  },
  course: {
    label: 'Course',
    heading: 'Courses',
    one: 'a course',
    many: 'courses',
    allowed: 'courses',
    proof: 'your solutions, and the certificate if there is one',
  },
  project: {
    label: 'Project',
    heading: 'Projects',
    one: 'a project',
    many: 'projects',
    allowed: 'projects',
    proof: 'the repository, and a page that says what you did and why',
  },
  practice: {
    label: 'Practice',
    heading: 'Practice',
    one: 'practice',
    many: 'practice',
    allowed: 'practice',
    proof: 'a note of what you did, when, and who saw it',
  },
};

const pick = (word: keyof KindWords): Readonly<Record<StepKind, string>> =>
  Object.fromEntries(Object.entries(WORDS).map(([kind, words]) => [kind, words[word]])) as Record<
    StepKind,
    string
  >;

/** What a person reads for one step of each kind. */
export const STEP_KIND_LABELS = pick('label');
/** The six headings of a plan, in their order. */
export const SECTION_HEADINGS = pick('heading');
/** What a person keeps of a finished step of each kind. */
export const STEP_KIND_PROOFS = pick('proof');
/** The kinds as they are allowed or left out. */
export const ALLOWED_KINDS = pick('allowed');

/** A kind within a sentence: one of it, and many. */
export function getKindNouns(kind: StepKind): { one: string; many: string } {
  return WORDS[kind];
}
