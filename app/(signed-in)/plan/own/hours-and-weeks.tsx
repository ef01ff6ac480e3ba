'use client';

import { type Control, type UseFormRegister, useWatch } from 'react-hook-form';
import { TextField } from '@/components/field';
import { describePace } from '@/lib/wording/own-step-pace';
import type { TypedStep } from './typed-step';

type Field = { id: string; defaultValue: string; error: string | undefined };

/** Hours and weeks, and beside them the hours a week that they come to while somebody types. */
export function HoursAndWeeks({
  register,
  control,
  hours,
  weeks,
}: {
  register: UseFormRegister<TypedStep>;
  control: Control<TypedStep>;
  hours: Field;
  weeks: Field;
}) {
  const typed = useWatch({ control, name: ['hours', 'weeks'] });
  const pace = describePace(typed[0] ?? hours.defaultValue, typed[1] ?? weeks.defaultValue);
  return (
    <>
      <TextField label="Hours" inputMode="numeric" {...hours} {...register('hours')} />
      <TextField label="Weeks, at least" inputMode="numeric" hint={pace} {...weeks} {...register('weeks')} />
    </>
  );
}
