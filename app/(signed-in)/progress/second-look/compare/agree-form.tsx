'use client';

import { SelectField } from '@/components/field';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { saveAgreementAction } from '../actions';

export type AgreeSkill = { id: string; name: string; open: { id: string; text: string }[] };

type AgreeFormProps = {
  look: string;
  requestKey: string;
  skills: readonly AgreeSkill[];
  levels: readonly { value: string; label: string }[];
};

const NOT_YET = { value: '', label: 'Not agreed' };

/** What both agree on after they have talked. It overwrites nothing. */
export function AgreeForm({ look, requestKey, skills, levels }: AgreeFormProps) {
  const { failure, isPending, formProps, text, isChosen, error } = useFormAction(saveAgreementAction);
  return (
    <Form {...formProps} isLong noValidate className="flex flex-col gap-6">
      <input type="hidden" name="look" value={look} />
      <input type="hidden" name="requestKey" value={requestKey} />
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      {skills.map(({ id, name, open }) => (
        <fieldset key={id} className="flex flex-col gap-2">
          <legend className="mb-1 font-bold">{name}</legend>
          <SelectField
            id={`${id}-agreed`}
            label="Agreed level"
            name={`ratings.${id}.level`}
            options={[NOT_YET, ...levels]}
            defaultValue={text(`ratings.${id}.level`) ?? ''}
            error={error(`ratings.${id}.level`)}
          />
          {open.length > 0 ? (
            <details>
              <summary>Which of the can-dos on which you differ are so?</summary>
              <p className="hint">Choose none to go by what the level itself says.</p>
              <ul>
                {open.map((canDo) => (
                  <li key={canDo.id}>
                    <label className="check">
                      <input
                        type="checkbox"
                        name={`ratings.${id}.ticked`}
                        value={canDo.id}
                        defaultChecked={isChosen(`ratings.${id}.ticked`, canDo.id) ?? false}
                      />
                      <span>{canDo.text}</span>
                    </label>
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
        </fieldset>
      ))}
      <button type="submit" className="button self-start" aria-disabled={isPending}>
        Save what we agree on
      </button>
    </Form>
  );
}
