'use client';

import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { readResumeAction } from './actions';
import type { ResumeChoices } from './choices';
import { ConfirmResumeForm } from './confirm-resume-form';

/** Two steps: what a file is taken for, then saving what is confirmed. Each works as a plain form too. */
export function ResumeForm({ choices }: { choices: ResumeChoices }) {
  const { state, failure, isPending, error, formProps } = useFormAction(readResumeAction);
  return (
    <div className="flex flex-col gap-6">
      <Form {...formProps} className="flex flex-col gap-4" noValidate>
        {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
        <div className="field">
          <label htmlFor="resume-file">JSON Resume file</label>
          <span id="resume-file-hint" className="hint">
            Up to 512 KB. Work, education and certificates in it are looked for in Rung’s lists. You see each
            match before it is saved; nothing else of the file is kept.
          </span>
          <input
            id="resume-file"
            type="file"
            name="file"
            accept=".json,application/json"
            className="input"
            aria-describedby={error('file') ? 'resume-file-hint resume-file-error' : 'resume-file-hint'}
            aria-invalid={error('file') ? true : undefined}
          />
          {error('file') ? (
            <span id="resume-file-error" className="field-error">
              {error('file')}
            </span>
          ) : null}
        </div>
        <div className="flex flex-wrap items-center gap-4">
          <button type="submit" className="button" data-look="quiet" aria-disabled={isPending}>
            Read the file
          </button>
          <span className="hint" role="status">
            {isPending ? 'Reading the file…' : ''}
          </span>
        </div>
      </Form>
      {state?.ok ? (
        <ConfirmResumeForm key={JSON.stringify(state.data)} matches={state.data} choices={choices} />
      ) : null}
    </div>
  );
}
