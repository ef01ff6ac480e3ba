'use client';

import { type Control, type UseFormGetValues, type UseFormRegister, useWatch } from 'react-hook-form';
import { TextField } from '@/components/field';
import { describePace } from '@/lib/wording/own-step-pace';
import type { TypedStep } from './typed-step';

type Field = { id: string; defaultValue: string; error: string | undefined };

/** Hours and weeks, and beside them the hours a week that they come to while somebody types. */
export function HoursAndWeeks({
  register,
  control,
  getValues,
  hours,
  weeks,
}: {
  register: UseFormRegister<TypedStep>;
  control: Control<TypedStep>;
  getValues: UseFormGetValues<TypedStep>;
  hours: Field;
  weeks: Field;
}) {
  const typed = useWatch({ control, name: ['hours', 'weeks'] });
  // What was typed before the script came is in the field, and watched from its next change on.
  const read = (name: 'hours' | 'weeks', watched: string | undefined, first: string) =>
    watched ?? getValues(name) ?? first;
  const pace = describePace(
    read('hours', typed[0], hours.defaultValue),
    read('weeks', typed[1], weeks.defaultValue),
  );
  return (
    <>
      <TextField label="Hours" inputMode="numeric" {...hours} {...register('hours')} />
      <TextField label="Weeks, at least" inputMode="numeric" hint={pace} {...weeks} {...register('weeks')} />
    </>
  );
}
