'use client';

import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { saveAnswersAction } from './actions';

export type AskedCanDo = { id: string; text: string; rated: string };

type QuestionsFormProps = {
  holdings: readonly { id: string; label: string; isHeld: boolean }[];
  questions: readonly AskedCanDo[];
};

export function QuestionsForm({ holdings, questions }: QuestionsFormProps) {
  const { failure, isPending, isChosen, error, formProps } = useFormAction(saveAnswersAction);
  return (
    <Form {...formProps} noValidate className="flex flex-col gap-8">
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <fieldset className="card">
        <legend className="float-left mb-3">
          <h2>What you hold and work as</h2>
        </legend>
        <div className="clear-both" />
        {error('none') ? (
          <p id="none-error" className="field-error mb-2">
            {error('none')}
          </p>
        ) : null}
        {holdings.map(({ id, label, isHeld }) => (
          <label key={id} className="check">
            <input type="checkbox" name="held" value={id} defaultChecked={isChosen('held', id) ?? isHeld} />
            <span>{label}</span>
          </label>
        ))}
        <label className="check">
          <input
            type="checkbox"
            name="none"
            defaultChecked={isChosen('none', 'on') ?? false}
            aria-invalid={error('none') ? true : undefined}
            aria-describedby={error('none') ? 'none-error' : undefined}
          />
          <span>None of these</span>
        </label>
        <p className="hint mt-2">
          Titles, months and certificates by name count for more:{' '}
          <a href="/settings/work" className="inline-flex min-h-11 items-center">
            say them on Your work
          </a>
        </p>
      </fieldset>
      {questions.length > 0 ? (
        <section aria-labelledby="can-dos" className="card">
          <h2 id="can-dos">Is this so?</h2>
          <p className="mt-1 mb-2 text-soft">
            Your ratings say so. Where one is not so yet, the plan teaches it; your level stays as you rated
            it.
          </p>
          {questions.map(({ id, text, rated }) => (
            <fieldset
              key={id}
              className="flex flex-col gap-x-6 gap-y-1 border-line border-t py-3 sm:flex-row sm:items-center"
            >
              <legend className="sr-only">{text}</legend>
              <div aria-hidden="true" className="grow">
                <p>{text}</p>
                <p className="hint">{rated}</p>
              </div>
              <div className="flex shrink-0 gap-6">
                {(['yes', 'no'] as const).map((answer) => (
                  <label key={answer} className="check">
                    <input
                      type="radio"
                      name={`answers.${id}`}
                      value={answer}
                      defaultChecked={isChosen(`answers.${id}`, answer) ?? false}
                    />
                    <span>{answer === 'yes' ? 'Yes' : 'Not yet'}</span>
                  </label>
                ))}
              </div>
            </fieldset>
          ))}
        </section>
      ) : null}
      <div className="flex flex-wrap items-center gap-4">
        <button type="submit" className="button" aria-disabled={isPending}>
          Save and go on to the plan
        </button>
        <a href="/plan" className="inline-flex min-h-11 items-center">
          Skip these questions
        </a>
        <span className="hint" role="status">
          {isPending ? 'Saving…' : ''}
        </span>
      </div>
    </Form>
  );
}
