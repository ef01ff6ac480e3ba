/** What a page that is shown by a link is made of. */
export const SHARED_KINDS = ['gap', 'plan', 'record'] as const;
export type SharedKind = (typeof SHARED_KINDS)[number];

/** What it may tell beside that; nothing of it by default. */
export const SHARED_PARTS = ['name', 'evidence'] as const;
export type SharedPart = (typeof SHARED_PARTS)[number];
