import type { Career } from '@/lib/domain/career/career';
import type { HistoryPoint, LevelChange } from '@/lib/domain/progress';
import { formatCount, formatList } from '@/lib/wording/format';

/** A finished step that asks to be rated, and the skill it was for. */
export type Unrated = { step: string; title: string; skill: { id: string; name: string } };

/** What moved with the last check-in, and what is finished and not rated since. */
export function Changes({
  career,
  latest,
  hasBefore,
  unrated,
}: {
  career: Career;
  latest: HistoryPoint | undefined;
  hasBefore: boolean;
  unrated: readonly Unrated[];
}) {
  const sentences = latest ? describeLatest(career, latest, hasBefore) : [];
  if (sentences.length + unrated.length === 0) return null;
  return (
    <section aria-labelledby="changed">
      <h2 id="changed" className="plan-heading">
        Changed
      </h2>
      <ul className="flex flex-col">
        {unrated.map(({ step, title, skill }) => (
          <li key={step} className="flex flex-wrap items-center gap-x-4">
            <span>{`Finished “${title}”`}</span>
            <a href={`/rate?skill=${skill.id}`} className="inline-flex min-h-6 items-center">
              {`Rate ${skill.name}`}
            </a>
          </li>
        ))}
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

function describeLatest(career: Career, { changes, checkIn }: HistoryPoint, hasBefore: boolean): string[] {
  if (!hasBefore)
    return [`Your first check-in rated ${formatCount(checkIn.ratings.length, 'skill')}: the baseline.`];
  const tell = (some: readonly LevelChange[]) =>
    formatList(
      some.map(({ skill, from, to }) => {
        const name = career.skillById.get(skill)?.name ?? skill;
        return from === null ? `${name} first rated ${to}` : `${name} ${from} to ${to}`;
      }),
    );
  const rose = changes.filter(({ from, to }) => from === null || to > from);
  const fell = changes.filter(({ from, to }) => from !== null && to < from);
  return [
    rose.length > 0 ? `Rose: ${tell(rose)}.` : '',
    fell.length > 0 ? `Fell: ${tell(fell)}.` : '',
    changes.length === 0 ? 'No level moved with your last check-in.' : '',
  ].filter(Boolean);
}
