/** Characters that evidence and a note may have. Apart from the schema, so that a form can show them before it loads that. */
export const EVIDENCE_MAX_LENGTH = 500;
export const NOTE_MAX_LENGTH = 2000;

/** The value of the radio that says nothing about a skill. It is not level 0. */
export const NOT_RATED = 'not-rated';

/** Where the form of one skill leads but to another skill: to the check-in as a whole. */
export const REVIEW = 'review';

/** Said at the first skill of a check-in that rates none. */
export const NONE_RATED = 'Choose a level for at least one skill.';
