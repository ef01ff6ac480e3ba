/** Signs that a search may have. Alone in its file: the field for it stands on every page, and takes no schema along. */
export const LONGEST_SEARCH = 100;
