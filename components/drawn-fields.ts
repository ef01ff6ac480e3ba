/** The fields of a form by name; a repeated name gives a list. */
export type Entries = { [name: string]: string | string[] };

/** The hidden field that says whom a form was drawn for. */
export const DRAWN_FOR = '$drawn-for';

/** The hidden field that says what the person confirms by sending the form once more. */
export const CONFIRMED = '$confirmed';

/** The hidden field that says, as JSON, what the other fields showed when the form was drawn. */
export const DRAWN_FROM = '$drawn-from';
