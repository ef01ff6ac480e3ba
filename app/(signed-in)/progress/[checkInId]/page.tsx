import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Notice } from '@/components/notice';
import { requireUser } from '@/lib/auth/session';
import { nameSkill } from '@/lib/domain/career/names';
import { computeHistory, removeCheckIn } from '@/lib/domain/progress';
import { formatList } from '@/lib/wording/format';
import { EvidenceText } from '../evidence-text';
import { checkInPath, type History, loadHistory, type Point } from '../load-history';
import { CanDoChanges } from './can-do-changes';
import { CorrectionForm } from './correction-form';
import { DeleteCheckInForm } from './delete-check-in-form';

export const metadata: Metadata = { title: 'Check-in' };

type Props = {
  params: Promise<{ checkInId: string }>;
  searchParams: Promise<{ corrected?: string | string[] }>;
};

export default async function CheckInPage({ params, searchParams }: Props) {
  const { checkInId } = await params;
  const id = decodeId(checkInId);
  const user = await requireUser(checkInPath(id));
  const [{ corrected }, history] = await Promise.all([searchParams, loadHistory(user.id)]);
  const checkIn = history.checkIns.find((one) => one.id === id);
  const point = history.points.find(
    (one) => one.checkIn.id === id || one.corrections.some((correction) => correction.id === id),
  );
  if (!checkIn || !point) notFound();
  const { career } = history.standing;
  return (
    <div className="mx-auto flex max-w-[60rem] flex-col gap-8">
      <header>
        <a href="/progress">Your progress</a>
        <h1 className="mt-2">{`Check-in of ${history.momentOf(checkIn.takenAt)}`}</h1>
        {checkIn.note ? <p className="mt-3 whitespace-pre-line text-soft">{checkIn.note}</p> : null}
      </header>
      {corrected ? <Notice>Your correction is saved, and your history counts with it.</Notice> : null}
      <CorrectionNotes history={history} point={point} id={id} />
      <section className="card overflow-x-auto" aria-label="Ratings">
        <table aria-label="Ratings of this check-in" className="stacked sm:min-w-[36rem]">
          <thead>
            <tr>
              <th scope="col">Skill</th>
              <th scope="col">Level</th>
              <th scope="col">Evidence</th>
              <th scope="col">How sure</th>
            </tr>
          </thead>
          <tbody>
            {career.skills.flatMap((skill) => {
              const rating = checkIn.ratings.find((one) => one.skill === skill.id);
              if (!rating) return [];
              return (
                <tr key={skill.id}>
                  <th scope="row" className="sm:font-normal">
                    {skill.name}
                  </th>
                  <td data-label="Level">
                    <span>{rating.level}</span> <span>{career.scale[rating.level]?.name}</span>
                    <span className="hint block">{skill.levels[rating.level]?.descriptor}</span>
                  </td>
                  <td data-label="Evidence" className={rating.evidence ? undefined : 'max-sm:hidden'}>
                    {rating.evidence ? <EvidenceText evidence={rating.evidence} /> : '–'}
                  </td>
                  <td data-label="How sure" className={rating.sure ? undefined : 'max-sm:hidden'}>
                    {rating.sure ?? '–'}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <p className="hint mt-3">{describeUnrated(history, checkIn.ratings)}</p>
      </section>
      <CanDoChanges history={history} point={point} />
      <section className="card flex flex-col gap-4" aria-labelledby="correct">
        <h2 id="correct">Was a rating wrong?</h2>
        <p>
          If you see now that an earlier rating was too high or too low, say what it should have been. Your
          history then counts with that, instead of showing a rise or fall that never was. What you entered
          first stays to be seen here.
        </p>
        <CorrectionForm
          checkInId={point.checkIn.id}
          requestKey={crypto.randomUUID()}
          skills={career.skills.map((skill) => ({
            id: skill.id,
            name: skill.name,
            level: point.ratings.find((rating) => rating.skill === skill.id)?.level ?? null,
          }))}
          scale={career.scale.map(({ level, name }) => ({ level, name }))}
        />
      </section>
      <section className="card flex flex-col gap-4" aria-labelledby="delete">
        <h2 id="delete">Delete this check-in</h2>
        <p>{describeDeletion(history, { id, point })}</p>
        <DeleteCheckInForm id={id} />
      </section>
    </div>
  );
}

/** The address of a check-in carries its id percent-encoded. */
function decodeId(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

function describeUnrated(history: History, ratings: Point['ratings']): string {
  const rated = new Set(ratings.map((rating) => rating.skill));
  const names = history.standing.career.skills
    .filter((skill) => !rated.has(skill.id))
    .map((skill) => skill.name);
  return names.length === 0 ? 'Every skill was rated.' : `Not rated: ${formatList(names)}.`;
}

function CorrectionNotes({ history, point, id }: { history: History; point: Point; id: string }) {
  const { career } = history.standing;
  if (point.checkIn.id !== id)
    return (
      <Notice tone="attention">
        This corrects the{' '}
        <a href={checkInPath(point.checkIn.id)}>{`check-in of ${history.momentOf(point.checkIn.takenAt)}`}</a>
        , which counts as corrected.
      </Notice>
    );
  if (point.corrections.length === 0) return null;
  return (
    <Notice tone="attention">
      <p className="font-bold">The table shows what was entered first. Corrected since:</p>
      <ul className="mt-1 flex list-disc flex-col gap-1 pl-5">
        {point.corrections.map((correction) => (
          <li key={correction.id}>
            <a href={checkInPath(correction.id)}>{`On ${history.dayOf(correction.recordedAt)}`}</a>:{' '}
            <span>
              {formatList(
                correction.ratings.map(({ skill, level }) => `${nameSkill(career, skill)} ${level}`),
              )}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What deleting takes away: the check-in with its corrections, and the levels that hold only by it. */
function describeDeletion(history: History, { id, point }: { id: string; point: Point }): string {
  const { career } = history.standing;
  const last = history.points.at(-1);
  const now = last?.levels ?? {};
  const left = computeHistory(removeCheckIn(history.checkIns, id)).at(-1);
  const after = left?.levels ?? {};
  const moved = career.skills
    .filter((skill) => now[skill.id] !== after[skill.id])
    .map((skill) => `${skill.name} from ${now[skill.id]} to ${after[skill.id] ?? 'not rated'}`);
  const corrections = point.checkIn.id === id && point.corrections.length > 0 ? ' and its corrections' : '';
  const then = history.readinessOf(last?.holding ?? {});
  const without = history.readinessOf(left?.holding ?? {});
  const effect =
    moved.length === 0 && then === without
      ? 'Your levels of today stay as they are.'
      : `Your levels of today change: ${formatList(moved.length > 0 ? moved : ['some can-dos'])}; readiness ${then === without ? `stays ${then}%` : `goes from ${then}% to ${without}%`}.`;
  return `Its ratings${corrections} disappear from every page and chart. ${effect} You can undo it right after.`;
}
