// The closed lists of what can be chosen, each once. Without schemas, for the sake of forms in the browser.

/** The currencies in which prices, budgets and plans may stand. */
export const CURRENCIES = ['GBP', 'USD', 'EUR'] as const;

/** Levels of ability from 0 (none) to 5 (shaping). */
export const LEVELS = [0, 1, 2, 3, 4, 5] as const;

/** Where a person plans: `any` is elsewhere. */
export const REGIONS = ['UK', 'US', 'any'] as const;

/** The six headings of a plan, in its order. Entry roles are posts: no step of the catalogue is one. */
export const STEP_KINDS = ['degree', 'certification', 'entry-role', 'course', 'project', 'practice'] as const;

/** How a step stands. */
export const STEP_STATUSES = ['todo', 'in-progress', 'done', 'dropped'] as const;

/** What a plan is best in. */
export const OBJECTIVES = ['balanced', 'fastest', 'cheapest', 'fewest', 'lightest'] as const;

/** The clouds that steps are for. */
export const PLATFORMS = ['aws', 'azure', 'google-cloud'] as const;
