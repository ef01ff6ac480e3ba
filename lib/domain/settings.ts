import { z } from 'zod';

/** What a person sets once for all pages. A name that is missing takes its default, so a new one needs no migration. */
export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  /** Shows the previous rating and the target before a level is chosen. */
  isPreviousShown: z.boolean().catch(false),
  /** Weeks between reminders to check in again; null for none. */
  reminderWeeks: z.int().min(1).max(52).nullable().catch(6),
  isReminderMailed: z.boolean().catch(false),
});
export type Settings = z.infer<typeof settingsSchema>;
