import { z } from 'zod';
import { toOneLine } from './text';
import { findCurrentName, isTimeZone } from './time-zone';

const themeSchema = z.enum(['system', 'light', 'dark']);

/** The buttons that change the appearance, on every page and without an account. */
export const themeFormSchema = z.strictObject({ theme: themeSchema });

/** The buttons that switch single keys on and off, on every page and without an account. */
export const keysFormSchema = z.strictObject({ keys: z.enum(['on', 'off']) });

/** What a person sets once for all pages. A name that is missing takes its default, so a new one needs no migration. */
export const settingsSchema = z.object({
  theme: themeSchema.catch('system'),
  /** Shows the previous rating and the target before a level is chosen. */
  isPreviousShown: z.boolean().catch(false),
  /** Weeks between reminders to check in again; null for none. */
  reminderWeeks: z.int().min(1).max(52).nullable().catch(6),
  isReminderMailed: z.boolean().catch(false),
  /** Whether the person would leave their post to study full time. */
  isPostLeftToStudy: z.boolean().catch(false),
  /** Whether gap and plan take the level that was agreed with somebody, where there is one, instead of the person's own. */
  isAgreedUsed: z.boolean().catch(false),
  /** What the offer of another plan rested on when the person kept theirs: it is not offered again for the same. */
  keptMineFor: z.string().max(100).nullable().catch(null),
});
export type Settings = z.infer<typeof settingsSchema>;

const checkBoxSchema = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on');

/** The form that changes the settings and what belongs to the person: `reminderWeeks` empty means no reminders. */
export const settingsFormSchema = z
  .strictObject({
    name: z
      .string()
      .overwrite(toOneLine)
      .min(1, { error: 'Give a name: what Rung should call you.' })
      .max(100, { error: 'Keep the name to 100 characters or fewer.' }),
    timeZone: z.string().max(64).refine(isTimeZone, { error: 'Choose a time zone from the list.' }),
    isPreviousShown: checkBoxSchema,
    reminderWeeks: z
      .string()
      .max(3)
      .transform((text) => (text === '' ? null : Number(text)))
      .pipe(z.int().min(1).max(52).nullable()),
    isReminderMailed: checkBoxSchema,
  })
  .transform(({ name, timeZone, ...settings }) => ({ name, timeZone, settings }));

/** The same form filled in. */
export function toAccountEntries({
  name,
  timeZone,
  settings,
}: {
  name: string;
  timeZone: string;
  settings: Settings;
}): Record<string, string | string[]> {
  const { isPreviousShown, reminderWeeks, isReminderMailed } = settings;
  return {
    name,
    timeZone: findCurrentName(timeZone),
    isPreviousShown: isPreviousShown ? 'on' : [],
    reminderWeeks: reminderWeeks === null ? '' : String(reminderWeeks),
    isReminderMailed: isReminderMailed ? 'on' : [],
  };
}
