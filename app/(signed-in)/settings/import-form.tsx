'use client';

import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { confirmImportAction, importAction } from './actions';

type Preview = { pendingId: string; fileName: string; effects: string[]; differences: string[] };

/** Two steps: what the file would do, then doing it. Each works as a plain form too. */
export function ImportForm() {
  const { state, failure, isPending, error, formProps } = useFormAction(importAction);
  return (
    <div className="flex flex-col gap-6">
      <Form {...formProps} className="flex flex-col gap-4" noValidate>
        {failure ? (
          <Notice tone="problem">
            <Lines text={failure.message} />
          </Notice>
        ) : null}
        <div className="field">
          <label htmlFor="data-file">Data file</label>
          <span id="data-file-hint" className="hint">
            A JSON file from Rung, up to 16 MB. You see what it would do before anything is changed.
          </span>
          <input
            id="data-file"
            type="file"
            name="file"
            accept=".json,application/json"
            className="input"
            aria-describedby={error('file') ? 'data-file-hint data-file-error' : 'data-file-hint'}
            aria-invalid={error('file') ? true : undefined}
          />
          {error('file') ? (
            <span id="data-file-error" className="field-error">
              {error('file')}
            </span>
          ) : null}
        </div>
        <div className="flex flex-wrap items-center gap-4">
          <button type="submit" className="button" data-look="quiet" aria-disabled={isPending}>
            Import
          </button>
          <span className="hint" role="status">
            {isPending ? 'Reading the file…' : ''}
          </span>
        </div>
      </Form>
      {state?.ok ? <ConfirmForm key={state.data.pendingId} preview={state.data} /> : null}
    </div>
  );
}

function ConfirmForm({ preview }: { preview: Preview }) {
  const { failure, isPending, formProps } = useFormAction(confirmImportAction);
  return (
    <Form
      {...formProps}
      className="notice flex flex-col gap-3"
      data-tone="attention"
      aria-label="What the import does"
    >
      {failure ? (
        <Notice tone="problem">
          <Lines text={failure.message} />
        </Notice>
      ) : null}
      <p className="font-bold" role="status">{`Nothing is changed yet. ${preview.fileName}:`}</p>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {preview.effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      <p className="hint">Plans from before the present one are not in a file, so they stay behind.</p>
      {preview.differences.length > 0 ? (
        <>
          <p className="font-bold">Different in the file, and left out:</p>
          <ul className="flex list-disc flex-col gap-1 pl-5">
            {preview.differences.map((difference) => (
              <li key={difference}>{difference}</li>
            ))}
          </ul>
        </>
      ) : null}
      <input type="hidden" name="pendingId" value={preview.pendingId} />
      <div className="flex flex-wrap items-center gap-4">
        <button type="submit" className="button" aria-disabled={isPending}>
          Confirm import
        </button>
        <span className="hint" role="status">
          {isPending ? 'Importing…' : ''}
        </span>
      </div>
    </Form>
  );
}

function Lines({ text }: { text: string }) {
  const [first, ...rest] = text.split('\n');
  return (
    <>
      <p>{first}</p>
      {rest.length > 0 ? (
        <ul className="mt-2 flex list-disc flex-col gap-1 pl-5">
          {rest.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
