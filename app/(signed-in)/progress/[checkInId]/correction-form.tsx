'use client';

import { SelectField, TextAreaField } from '@/components/field';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { correctCheckInAction } from '../actions';

type CorrectionFormProps = {
  checkInId: string;
  requestKey: string;
  skills: { id: string; name: string; level: number | null }[];
  scale: { level: number; name: string }[];
};

export function CorrectionForm({ checkInId, requestKey, skills, scale }: CorrectionFormProps) {
  const { failure, isPending, text, error, formProps } = useFormAction(correctCheckInAction);
  return (
    <Form {...formProps} className="flex flex-col gap-5" noValidate>
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <input type="hidden" name="corrects" value={checkInId} />
      <input type="hidden" name="requestKey" value={requestKey} />
      <div className="grid gap-4 sm:grid-cols-2">
        {skills.map((skill) => (
          <SelectField
            key={skill.id}
            id={`correct-${skill.id}`}
            label={skill.name}
            name={`ratings.${skill.id}.level`}
            options={[
              {
                value: 'not-rated',
                label: skill.level === null ? 'Leave unrated' : `Leave at ${skill.level}`,
              },
              ...scale.map(({ level, name }) => ({ value: String(level), label: `${level} ${name}` })),
            ]}
            defaultValue={text(`ratings.${skill.id}.level`) ?? 'not-rated'}
            error={error(`ratings.${skill.id}.level`)}
          />
        ))}
      </div>
      <TextAreaField
        label="Why"
        id="correction-note"
        name="note"
        hint="Optional, for you to read later."
        rows={2}
        defaultValue={text('note') ?? ''}
        error={error('note')}
      />
      <div>
        <button type="submit" className="button" aria-disabled={isPending}>
          Save correction
        </button>
      </div>
    </Form>
  );
}
