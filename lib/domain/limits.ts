import { z } from 'zod';

// What one thing may hold, however it comes: by a form, from a file or out of the database.

/** Weeks that a plan spans at most, and no schedule looks further: 100 years, so that it ends within the years of a day. */
export const MOST_WEEKS = 5_200;
/** Hours that one step takes at most, planned or spent. The longest degree of the catalogue takes a fifth. */
export const MOST_STEP_HOURS = 20_000;
/** Steps of one plan. */
export const MOST_PLAN_STEPS = 300;
/** Ids in a list, such as the steps that a person leaves out. */
export const MOST_IDS = 500;

export const ID_MAX_LENGTH = 200;
export const TITLE_MAX_LENGTH = 200;
const LINK_MAX_LENGTH = 2000;

export const idSchema = z.string().min(1).max(ID_MAX_LENGTH);

/** An address that a page may link to: no script and no data stands in it. */
export const linkSchema = z
  .url({ protocol: /^https?$/, error: 'Give a link that begins with https://, or leave it empty.' })
  .max(LINK_MAX_LENGTH, { error: `Keep the link to ${LINK_MAX_LENGTH} characters or fewer.` });
