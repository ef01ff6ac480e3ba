import { z } from 'zod';

/** The id of the record that a form was filled in from, empty for none: a form gone stale must not undo a later change. */
export const basedOnSchema = z
  .string({ error: 'Reload the page: this form does not say what it was filled in from.' })
  .max(100, { error: 'Reload the page: this form does not say what it was filled in from.' })
  .transform((id) => id || null);
