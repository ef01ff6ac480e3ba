import { z } from 'zod';
import { isTimeZone } from '@/lib/domain/settings';
import { isStorableText, UNSTORABLE_TEXT } from '@/lib/domain/text';

const PASSWORD_MIN_LENGTH = 15;
const PASSWORD_MAX_LENGTH = 128;

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, { error: 'An email address has at most 254 characters.' })
  .refine(isStorableText, { error: UNSTORABLE_TEXT })
  .pipe(z.email({ error: 'Give an email address such as name@example.org.' }));

/** How many characters a person counts: code points, not UTF-16 units. */
const countCharacters = (text: string) => [...text].length;

export const newPasswordSchema = z
  .string()
  .refine((password) => countCharacters(password) >= PASSWORD_MIN_LENGTH, {
    error: `Use at least ${PASSWORD_MIN_LENGTH} characters. A few unrelated words work well.`,
  })
  .refine((password) => countCharacters(password) <= PASSWORD_MAX_LENGTH, {
    error: `Use at most ${PASSWORD_MAX_LENGTH} characters.`,
  });

/** What comes along from the browser when an account is made. */
export const arrivalFields = {
  timeZone: z.string().max(64).refine(isTimeZone).catch('UTC'),
  /** What was rated without an account, as the address of /try had it. */
  tried: z.string().max(2000).optional(),
};

export const signUpSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, { error: 'Give a name: what Rung should call you.' })
    .max(100, { error: 'Keep the name to 100 characters or fewer.' }),
  email: emailSchema,
  password: newPasswordSchema,
  invitation: z.string().max(500, { error: 'That is too long for an invitation.' }).optional(),
  ...arrivalFields,
});

/** Asks for a link to the address of an account. */
export const linkRequestSchema = z.strictObject({ email: emailSchema });

/** A code of an authenticator app or a recovery code, with the spaces and hyphens that people type. */
export const codeSchema = z
  .string()
  .trim()
  .min(1, { error: 'Give a code from your app, or a recovery code.' })
  .max(40, { error: 'That is too long for a code.' });

export const secondStepSchema = z.strictObject({
  code: codeSchema,
  callbackUrl: z.string().max(2000).optional(),
});

export const signInSchema = z.strictObject({
  email: emailSchema,
  password: z
    .string()
    .min(1, { error: 'Give your password.' })
    .max(1000, { error: 'That is too long for a password.' }),
  callbackUrl: z.string().max(2000).optional(),
});
