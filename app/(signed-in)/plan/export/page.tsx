import type { Metadata } from 'next';
import Link from 'next/link';
import { Notice } from '@/components/notice';
import { requireUser } from '@/lib/auth/session';
import { DEFAULT_CAREER } from '@/lib/catalogue';
import { EXPORTERS } from '@/lib/export';
import { getPlan } from '@/lib/queries/plans';

export const metadata: Metadata = { title: 'Export your plan' };

export default async function ExportPage() {
  const user = await requireUser('/plan/export');
  const plan = await getPlan(user.id, DEFAULT_CAREER);
  return (
    <>
      <p>
        <Link href="/plan">Back to the plan</Link>
      </p>
      <h1 className="mt-2">Take your plan away</h1>
      {plan ? (
        <form method="get" className="mt-8 flex flex-col gap-6">
          <label className="check max-w-fit">
            <input type="checkbox" name="evidence" value="1" />
            <span>Include my evidence and notes, in the formats that have a place for them</span>
          </label>
          <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {EXPORTERS.map((exporter) => (
              <li key={exporter.id} className="card flex flex-col items-start justify-between gap-4">
                <div>
                  <h2 className="text-xl">{exporter.label}</h2>
                  <p className="mt-1 text-soft">For {exporter.purpose}.</p>
                </div>
                <button
                  type="submit"
                  formAction={`/plan/export/${exporter.id}`}
                  className="button"
                  data-look="quiet"
                >
                  Download {exporter.label}
                </button>
              </li>
            ))}
          </ul>
        </form>
      ) : (
        <div className="mt-6">
          <Notice tone="attention">
            There is no plan to take away yet. <Link href="/plan">Make a plan first</Link>
          </Notice>
        </div>
      )}
    </>
  );
}
