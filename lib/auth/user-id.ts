declare const brand: unique symbol;

/** The id of a person who proved who they are. Only `requireUser()` and `getUser()` in lib/auth make one. */
export type UserId = string & { readonly [brand]: 'UserId' };
