import { z } from 'zod';

/** The id of the record that a form was filled in from, empty for none: a form gone stale must not undo a later change. */
export const basedOnSchema = z
  .string()
  .max(100)
  .transform((id) => id || null);
