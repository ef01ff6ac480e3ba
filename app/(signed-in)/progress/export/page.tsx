import type { Metadata } from 'next';
import { CopyButton } from '@/components/copy-button';
import { SelectField, TextField } from '@/components/field';
import { requireUser } from '@/lib/auth/session';
import { RECORD_EXPORTERS, renderRecordMarkdown } from '@/lib/export/record';
import { getWords } from '@/lib/export/words';
import { getLocale } from '@/lib/http/request-context';
import { loadRecord, type RecordSearch } from '@/lib/plan/skills-record';

export const metadata: Metadata = { title: 'Skills record' };

export default async function RecordPage({ searchParams }: { searchParams: Promise<RecordSearch> }) {
  const user = await requireUser('/progress/export');
  const { record, roles, today } = await loadRecord(user.id, await searchParams);
  const text = renderRecordMarkdown(record, getWords(getLocale()));
  return (
    <div className="mx-auto flex max-w-[52rem] flex-col gap-8">
      <header>
        <p>
          <a href="/progress" className="inline-flex min-h-11 items-center">
            Back to your progress
          </a>
        </p>
        <h1 className="mt-1">Skills record</h1>
        <p className="mt-3 max-w-[68ch] text-lg text-soft">
          For a review: your levels and whose they are, what became true in a period, what shows it and who
          confirmed it, and what comes next. Nothing is sent anywhere; you download it.
        </p>
      </header>
      <form method="get" action="/progress/export" className="no-print card flex flex-col gap-5">
        <div className="grid items-start gap-5 sm:grid-cols-3">
          <SelectField
            label="Role"
            name="role"
            options={roles.map(({ id, title }) => ({ value: id, label: title }))}
            defaultValue={record.role.id}
          />
          <TextField label="From" name="from" type="date" max={today} defaultValue={record.from} />
          <TextField label="To" name="to" type="date" max={today} defaultValue={record.to} />
        </div>
        <div className="flex flex-wrap gap-3">
          <button type="submit" className="button" data-look="quiet">
            Update the preview
          </button>
          {RECORD_EXPORTERS.map(({ id, label }) => (
            <button key={id} type="submit" formAction={`/progress/export/${id}`} className="button">
              {`Download ${label}`}
            </button>
          ))}
        </div>
      </form>
      <section aria-labelledby="preview" className="flex flex-col gap-4">
        <h2 id="preview">Preview</h2>
        <div className="no-print">
          <CopyButton text={text} label="Copy as Markdown" />
        </div>
        <pre className="card whitespace-pre-wrap text-[0.9rem] [overflow-wrap:anywhere]">{text}</pre>
      </section>
    </div>
  );
}
