import type { Metadata } from 'next';
import { CopyButton } from '@/components/copy-button';
import { Notice } from '@/components/notice';
import { PrintButton } from '@/components/print-button';
import { requireUser } from '@/lib/auth/session';
import { EXPORTERS, findExporter } from '@/lib/export';
import type { ExportInput } from '@/lib/export/exporter';
import { formatCost, formatCount, formatDay } from '@/lib/wording/format';
import { BackToPlan } from '../back-to-plan';
import { loadExport } from './load-export';

export const metadata: Metadata = { title: 'Export your plan' };

type Search = { evidence?: string | string[] };

export default async function ExportPage({ searchParams }: { searchParams: Promise<Search> }) {
  const user = await requireUser('/plan/export');
  const withEvidence = (await searchParams).evidence === '1';
  const input = await loadExport(user.id, { withEvidence });
  return (
    <>
      <BackToPlan />
      <h1 className="mt-1">Export your plan</h1>
      {input ? (
        <>
          <p className="mt-2 text-lg text-soft">{describeWhole(input)}</p>
          <Formats withEvidence={withEvidence} />
          <Preview input={input} />
        </>
      ) : (
        <div className="mt-6">
          <Notice tone="attention">
            There is no plan to export yet. <a href="/plan">Make a plan first</a>
          </Notice>
        </div>
      )}
    </>
  );
}

/** What the files hold, in a line. */
function describeWhole({ plan: { totals, stages } }: ExportInput): string {
  const facts = [
    formatCount(totals.steps, 'step'),
    ...(stages.length > 1 ? [formatCount(stages.length, 'stage')] : []),
    `${formatCount(totals.hours, 'hour')} of yours`,
    ...(totals.workHours > 0 ? [`${formatCount(totals.workHours, 'hour')} at work`] : []),
    formatCost(totals.cost),
    ...(totals.finish ? [`ready by ${formatDay(totals.finish)}`] : []),
  ];
  return `Your plan as it stands: ${facts.join(', ')} (estimates).`;
}

function Formats({ withEvidence }: { withEvidence: boolean }) {
  return (
    <form method="get" action="/plan/export" className="no-print mt-6 flex flex-col gap-6">
      <div className="flex flex-wrap items-center gap-x-6">
        <label className="check">
          <input type="checkbox" name="evidence" value="1" defaultChecked={withEvidence} />
          <span>Include my evidence and notes, in the formats that have a place for them</span>
        </label>
        <button type="submit" className="button" data-look="plain">
          Update the preview
        </button>
      </div>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {EXPORTERS.map((exporter) => (
          <li key={exporter.id} className="card flex flex-col items-start justify-between gap-4">
            <div>
              <h2 className="text-xl">{exporter.label}</h2>
              <p className="mt-1 text-soft">{`For ${exporter.purpose}.`}</p>
            </div>
            <button
              type="submit"
              formAction={`/plan/export/${exporter.id}`}
              className="button"
              data-look="quiet"
            >{`Download ${exporter.label}`}</button>
          </li>
        ))}
      </ul>
    </form>
  );
}

async function Preview({ input }: { input: ExportInput }) {
  const text = String(await findExporter('markdown')?.render(input));
  return (
    <section aria-labelledby="preview" className="mt-12 flex flex-col gap-4">
      <h2 id="preview">Preview</h2>
      <p className="no-print text-soft">
        What the files say, as Markdown. The same words go into a note, a ticket or a message.
      </p>
      <div className="no-print flex flex-wrap gap-3">
        <CopyButton text={text} label="Copy as Markdown" />
        <PrintButton label="Print" />
      </div>
      <details>
        <summary>{`Show it, ${formatCount(text.split('\n').length, 'line')}`}</summary>
        <pre className="card whitespace-pre-wrap text-[0.9rem] [overflow-wrap:anywhere]">{text}</pre>
      </details>
    </section>
  );
}
