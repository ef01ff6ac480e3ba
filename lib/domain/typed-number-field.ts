import { z } from 'zod';
import { type DecimalSign, readTyped, writeTyped } from './typed-number';

/** A field with a number, for a pipe into what it may be: NaN where it is none. Asks where two readings are possible. */
export function typedNumber(decimal: DecimalSign = '.') {
  return z.unknown().transform((typed, context) => readOrAsk(typed, { decimal, context }));
}

/** The same where nothing typed means none. */
export function typedNumberOrNone(decimal: DecimalSign = '.') {
  return z
    .unknown()
    .transform((typed, context) =>
      typeof typed === 'string' && typed.trim() === '' ? null : readOrAsk(typed, { decimal, context }),
    );
}

function readOrAsk(
  typed: unknown,
  { decimal, context }: { decimal: DecimalSign; context: z.RefinementCtx },
): number {
  const read = readTyped(typed, decimal);
  if (read === null) return Number.NaN;
  if ('value' in read) return read.value;
  const part = writePart(read.decimal, decimal);
  const message = `This can mean ${read.whole} or ${part}. Write it as one of the two.`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

function writePart(value: number, decimal: DecimalSign): string {
  const text = writeTyped(value);
  return decimal === ',' ? text.replace('.', ',') : text;
}
