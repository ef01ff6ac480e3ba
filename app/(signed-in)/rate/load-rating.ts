import 'server-only';
import type { UserId } from '@/lib/auth/user-id';
import { loadCareer } from '@/lib/catalogue';
import type { Career } from '@/lib/domain/career/career';
import type { RatingFields } from '@/lib/domain/check-in';
import { NOT_RATED } from '@/lib/domain/check-in-limits';
import { computeDayInZone, computeDaysBetween } from '@/lib/domain/day';
import { startRating } from '@/lib/domain/rating-start';
import { loadStanding, type Standing } from '@/lib/plan/standing';
import { listTaught, type Taught } from '@/lib/plan/taught';
import { listRatingDrafts, type RatingDraft } from '@/lib/queries/rating-drafts';
import { listStepProgress } from '@/lib/queries/step-progress';
import { formatDay, formatList, formatNumber } from '@/lib/wording/format';
import type { Entered, RatedSkill } from './rated-skill';

/** What the pages of a check-in are drawn from. */
export type Rating = {
  /** In the order in which they are asked: those of steps finished since they were rated come first. */
  skills: RatedSkill[];
  standing: Standing | null;
  /** When the newest draft was kept; empty where there is none. */
  draftsUntil: string;
};

/** Without a person nobody is signed in any more: what they posted is drawn again with nothing of theirs. */
export async function loadRating(userId: UserId | null): Promise<Rating> {
  const career = loadCareer();
  if (!userId)
    return {
      skills: buildSkills(career, { standing: null, drafts: [], taught: [] }),
      standing: null,
      draftsUntil: '',
    };
  const [standing, drafts, progress] = await Promise.all([
    loadStanding(userId),
    listRatingDrafts(userId, career.id),
    listStepProgress(userId, career.id),
  ]);
  const taught = listTaught({ standing, progress });
  const moved = new Set(
    taught.flatMap(({ canDos }) => canDos.map((id) => career.canDoById.get(id)?.skill ?? '')),
  );
  const skills = buildSkills(career, { standing, drafts, taught });
  return {
    skills: [...skills.filter(({ id }) => moved.has(id)), ...skills.filter(({ id }) => !moved.has(id))],
    standing,
    draftsUntil:
      drafts
        .map(({ changedAt }) => changedAt)
        .sort()
        .at(-1) ?? '',
  };
}

function buildSkills(
  career: Career,
  {
    standing,
    drafts,
    taught,
  }: {
    standing: Standing | null;
    drafts: readonly RatingDraft[];
    taught: readonly Taught[];
  },
): RatedSkill[] {
  const draftBySkill = new Map(drafts.map((draft) => [draft.skill, draft]));
  return career.skills.map((skill): RatedSkill => {
    const draft = draftBySkill.get(skill.id);
    const finished = taught.flatMap(({ title, canDos, finishedAt }) => {
      const own = canDos.filter((id) => career.canDoById.get(id)?.skill === skill.id);
      return own.length > 0 ? [{ title, canDos: own, finishedAt }] : [];
    });
    // What was entered after a step was finished was said of what it taught too.
    const news = finished.filter(({ finishedAt }) => !draft || draft.changedAt < finishedAt);
    return {
      id: skill.id,
      name: skill.name,
      kind: skill.kind,
      description: skill.description,
      topics: skill.topics.map(({ id, name, description }) => ({ id, name, description })),
      levels: skill.levels.map(({ level, descriptor, canDo = [] }) => ({
        level,
        name: career.scale[level]?.name ?? '',
        descriptor,
        canDos: canDo.map(({ id, text }) => ({ id, text })),
        heaviest: findHeaviest(career, canDo),
      })),
      compared: standing ? describeStanding(standing, skill.id) : [],
      isComparedFirst: standing?.account.settings.isPreviousShown ?? false,
      before: standing ? findBefore(standing, skill.id) : null,
      isDue: standing ? isDueForAnotherLook(standing, skill.id) : false,
      finished: describeFinished(finished.map(({ title }) => title)),
      learnt: [...new Set(finished.flatMap(({ canDos }) => canDos))],
      entered: toEntered(
        draft?.entered,
        startRating(
          draft?.entered ?? standing?.latest.get(skill.id),
          new Set(news.flatMap(({ canDos }) => canDos)),
        ),
      ),
    };
  });
}

const MOST_NAMED = 3;

/** Which steps were finished since, and what that does to the boxes below each level; null for none. */
function describeFinished(titles: readonly string[]): string | null {
  if (titles.length === 0) return null;
  const named = titles.slice(0, MOST_NAMED).map((title) => `“${title}”`);
  const more = titles.length - named.length;
  const all = more > 0 ? [...named, `${formatNumber(more)} more`] : named;
  return `Finished since: ${formatList(all)}. Under the level that you choose, what ${titles.length === 1 ? 'it teaches' : 'they teach'} is marked; clear what is not true of you yet.`;
}

function findHeaviest(career: Career, canDos: readonly { id: string; text: string }[]): string | null {
  const weigh = (id: string) => career.beforeById.get(id)?.size ?? 0;
  return canDos.toSorted((one, other) => weigh(other.id) - weigh(one.id))[0]?.text ?? null;
}

function toEntered(draft: RatingFields | undefined, start: { also: string[]; except: string[] }): Entered {
  const { also, except } = start;
  return {
    level: draft?.level ?? NOT_RATED,
    evidence: draft?.evidence ?? '',
    sure: draft?.sure ?? '',
    also,
    except,
  };
}

/** Half a year, after which a rating is worth another look. It is never lowered by itself. */
const ANOTHER_LOOK_DAYS = 182;

function findDay({ latest, account }: Standing, skill: string) {
  const before = latest.get(skill);
  return before ? computeDayInZone({ instant: new Date(before.takenAt), timeZone: account.timeZone }) : null;
}

function isDueForAnotherLook(standing: Standing, skill: string): boolean {
  const from = findDay(standing, skill);
  return from !== null && computeDaysBetween({ from, to: standing.today }) >= ANOTHER_LOOK_DAYS;
}

function findBefore(standing: Standing, skill: string): RatedSkill['before'] {
  const [before, day] = [standing.latest.get(skill), findDay(standing, skill)];
  return before && day
    ? {
        level: before.level,
        day: formatDay(day),
        href: `/progress/${encodeURIComponent(before.checkInId)}#correct`,
      }
    : null;
}

/** What the skill was rated before, and what the goal asks, a sentence each. */
function describeStanding(standing: Standing, skill: string): string[] {
  const { career, role, goal } = standing;
  const nameOf = (level: number) => `${level} ${career.scale[level]?.name ?? ''}`;
  // Before a goal is chosen there is nothing to be measured against.
  const target = goal ? [`Target for ${role.title}: ${nameOf(role.targets[skill] ?? 0)}.`] : [];
  const before = findBefore(standing, skill);
  return before ? [`Before: ${nameOf(before.level)}, on ${before.day}.`, ...target] : target;
}
