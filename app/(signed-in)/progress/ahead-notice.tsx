import { Notice } from '@/components/notice';
import { DeleteCheckInForm } from './[checkInId]/delete-check-in-form';

/** Says which check-ins are dated in the future, as when a clock was wrong, and lets them be deleted. */
export function AheadNotice({
  checkIns,
  momentOf,
}: {
  checkIns: readonly { id: string; takenAt: string }[];
  momentOf: (instant: string) => string;
}) {
  if (checkIns.length === 0) return null;
  return (
    <div className="mb-6">
      <Notice tone="attention">
        <p className="mb-3">
          <span>{checkIns.length === 1 ? 'One check-in is' : 'Some check-ins are'}</span> dated in the future
          and will only count from that day. If a clock was wrong, delete what is dated wrongly and rate
          again.
        </p>
        <ul className="flex flex-col gap-3">
          {checkIns.map(({ id, takenAt }) => (
            <li key={id}>
              <DeleteCheckInForm id={id} label={`Delete the check-in of ${momentOf(takenAt)}`} />
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
