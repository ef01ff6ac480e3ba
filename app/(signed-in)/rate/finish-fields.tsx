import { TextAreaField } from '@/components/field';
import type { FormAction } from '@/components/use-form-action';

/** What ends a check-in, on whatever page: the note, and the button. */
export function FinishFields({
  form,
  requestKey,
  draftsUntil,
}: {
  form: Pick<FormAction, 'text' | 'error' | 'isPending'>;
  requestKey: string;
  draftsUntil: string;
}) {
  return (
    <>
      <TextAreaField
        label="Note"
        id="note"
        name="note"
        hint="Optional. What has changed since last time, for you to read later."
        error={form.error('note')}
        rows={2}
        defaultValue={form.text('note') ?? ''}
      />
      <input type="hidden" name="requestKey" value={form.text('requestKey') ?? requestKey} />
      <input type="hidden" name="draftsUntil" value={form.text('draftsUntil') ?? draftsUntil} />
      <div className="flex flex-wrap items-center gap-4">
        <button type="submit" className="button" aria-disabled={form.isPending}>
          Save check-in
        </button>
        <span className="hint" role="status">
          {form.isPending ? 'Saving…' : ''}
        </span>
      </div>
    </>
  );
}
