'use client';

import {
  type Control,
  type UseFormGetValues,
  type UseFormRegister,
  type UseFormSetValue,
  useWatch,
} from 'react-hook-form';
import { SelectField } from '@/components/field';
import type { TypedStep } from './typed-step';

type Choice = { value: string; label: string };
type Field = { id: string; defaultValue: string; error: string | undefined };

/** A skill that a step teaches, from one level to a higher one: the second follows the first. */
export function TaughtLevels({
  row,
  register,
  control,
  getValues,
  setValue,
  skills,
  levels,
  fields,
}: {
  row: number;
  register: UseFormRegister<TypedStep>;
  control: Control<TypedStep>;
  getValues: UseFormGetValues<TypedStep>;
  setValue: UseFormSetValue<TypedStep>;
  skills: readonly Choice[];
  levels: readonly Choice[];
  fields: Record<'skill' | 'from' | 'to', Field>;
}) {
  const place = `Skill ${row + 1}`;
  const from = useWatch({ control, name: `raises.${row}.from` });
  const above = levels.filter(({ value }) => from === undefined || Number(value) > Number(from));
  const followFrom = (level: string) => {
    const next = levels.find(({ value }) => Number(value) > Number(level));
    if (next && Number(getValues(`raises.${row}.to`)) <= Number(level))
      setValue(`raises.${row}.to`, next.value);
  };
  return (
    <div className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,12rem)_minmax(0,12rem)]">
      <SelectField label={place} options={skills} {...fields.skill} {...register(`raises.${row}.skill`)} />
      <SelectField
        label={`From level (${place.toLowerCase()})`}
        options={levels}
        {...fields.from}
        {...register(`raises.${row}.from`, {
          onChange: (event: { target: { value: string } }) => followFrom(event.target.value),
        })}
      />
      <SelectField
        label={`To level (${place.toLowerCase()})`}
        options={above.length > 0 ? above : levels}
        {...fields.to}
        {...register(`raises.${row}.to`)}
      />
    </div>
  );
}
