import { OnePressForm } from '@/components/one-press-form';
import type { Career } from '@/lib/domain/career/career';
import type { Day } from '@/lib/domain/day';
import type { StepProgress } from '@/lib/queries/step-progress';
import { formatDay } from '@/lib/wording/format';
import { removeCertificateAction } from './actions';

/** The certificates that are held: finished steps of that kind. */
export function CertificateList({
  career,
  certificates,
  today,
}: {
  career: Career;
  certificates: readonly StepProgress[];
  today: Day;
}) {
  if (certificates.length === 0) return <p>None yet.</p>;
  return (
    <ul className="flex flex-col gap-3">
      {certificates.map((certificate) => {
        const title = career.stepById.get(certificate.step)?.title ?? certificate.step;
        return (
          <li key={certificate.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
            <div>
              <p className="font-bold">{title}</p>
              <p className="hint">{describeDays(certificate, today)}</p>
            </div>
            <OnePressForm action={removeCertificateAction} entries={{ step: certificate.step }}>
              <span>
                Remove<span className="sr-only">{` ${title}`}</span>
              </span>
            </OnePressForm>
          </li>
        );
      })}
    </ul>
  );
}

function describeDays({ finishedOn, expiresOn }: StepProgress, today: Day): string {
  const earned = finishedOn ? `Earned ${formatDay(finishedOn)}` : 'Held';
  if (!expiresOn) return `${earned}.`;
  return expiresOn < today
    ? `${earned}; lapsed on ${formatDay(expiresOn)}.`
    : `${earned}; valid to ${formatDay(expiresOn)}.`;
}
