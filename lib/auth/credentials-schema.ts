import { z } from 'zod';
import { toOneLine } from '@/lib/domain/text';
import { isTimeZone } from '@/lib/domain/time-zone';
import { emailSchema } from '@/lib/email-address';

const PASSWORD_MIN_LENGTH = 15;
const PASSWORD_MAX_LENGTH = 128;

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
    .overwrite(toOneLine)
    .min(1, { error: 'Give a name: what Rung should call you.' })
    .max(100, { error: 'Keep the name to 100 characters or fewer.' }),
  email: emailSchema,
  password: newPasswordSchema,
  invitation: z.string().max(500, { error: 'That is too long for an invitation.' }).optional(),
  ...arrivalFields,
});

/** Asks for a link to the address of an account. */
export const linkRequestSchema = z.strictObject({ email: emailSchema });

/** A code of an authenticator app or a recovery code, with whatever people type between its parts. */
export const codeSchema = z
  .string()
  .trim()
  .min(1, { error: 'Give a code from your app, or a recovery code.' })
  .max(100, { error: 'That is too long for a code.' });

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
