import type { Career } from '@/lib/domain/career/career';
import type { HistoryPoint, LevelChange } from '@/lib/domain/progress';
import type { SecondLookNews } from '@/lib/domain/second-look/news';
import { formatCount, formatList } from '@/lib/wording/format';
import { describeNews, describeWaiting } from '@/lib/wording/second-look';

/** A finished step that asks to be rated, and the skill it was for. */
export type Unrated = { step: string; title: string; skill: { id: string; name: string } };

/** What somebody who was asked said: both may see it, or it waits for the person's own rating. */
export type Answers = { news: readonly SecondLookNews[]; waiting: readonly string[] };

/** What moved with the last check-in, what is finished and not rated since, and which second looks came. */
export function Changes({
  career,
  latest,
  hasBefore,
  unrated,
  answers: { news, waiting },
}: {
  career: Career;
  latest: HistoryPoint | undefined;
  hasBefore: boolean;
  unrated: readonly Unrated[];
  answers: Answers;
}) {
  const sentences = latest ? describeLatest(career, latest, hasBefore) : [];
  if (sentences.length + unrated.length + news.length + waiting.length === 0) return null;
  const [firstWaiting] = waiting;
  // One at a time: the next stands here once this one is rated.
  const [firstUnrated] = unrated;
  const nameOf = (id: string) => career.skillById.get(id)?.name ?? id;
  return (
    <section aria-labelledby="changed">
      <h2 id="changed" className="plan-heading">
        Changed
      </h2>
      <ul className="flex flex-col">
        {firstUnrated ? (
          <li className="flex flex-wrap items-center gap-x-4">
            <span>
              {unrated.length > 1
                ? `Finished “${firstUnrated.title}” and ${unrated.length - 1} more`
                : `Finished “${firstUnrated.title}”`}
            </span>
            <a href={`/rate?skill=${firstUnrated.skill.id}`} className="inline-flex min-h-6 items-center">
              {`Rate ${firstUnrated.skill.name}`}
            </a>
          </li>
        ) : null}
        {news.map((line) => (
          <li key={line.look} className="flex flex-wrap items-center gap-x-4">
            <span className="[overflow-wrap:anywhere]">{describeNews(line, nameOf)}</span>
            <a
              href={`/progress/second-look/compare?look=${line.look}`}
              className="inline-flex min-h-6 items-center"
            >
              Side by side
            </a>
          </li>
        ))}
        {firstWaiting ? (
          <li className="flex flex-wrap items-center gap-x-4">
            <span>{describeWaiting(waiting.map(nameOf))}</span>
            <a href={`/rate?skill=${firstWaiting}`} className="inline-flex min-h-6 items-center">
              {`Rate ${nameOf(firstWaiting)}`}
            </a>
          </li>
        ) : null}
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

/** Skills of which a level moved that are named; the rest are counted, and stand on the progress page. */
const MOST_NAMED = 3;

function describeLatest(career: Career, { changes, checkIn }: HistoryPoint, hasBefore: boolean): string[] {
  if (!hasBefore)
    return [`Your first check-in rated ${formatCount(checkIn.ratings.length, 'skill')}: the baseline.`];
  const tell = (some: readonly LevelChange[]) =>
    formatList([
      ...some.slice(0, MOST_NAMED).map(({ skill, from, to }) => {
        const name = career.skillById.get(skill)?.name ?? skill;
        return from === null ? `${name} first rated ${to}` : `${name} ${from} to ${to}`;
      }),
      ...(some.length > MOST_NAMED ? [`${some.length - MOST_NAMED} more`] : []),
    ]);
  const rose = changes.filter(({ from, to }) => from === null || to > from);
  const fell = changes.filter(({ from, to }) => from !== null && to < from);
  return [
    rose.length > 0 ? `Rose: ${tell(rose)}.` : '',
    fell.length > 0 ? `Fell: ${tell(fell)}.` : '',
    changes.length === 0 ? 'No level moved with your last check-in.' : '',
  ].filter(Boolean);
}
