import 'server-only';
import type { UserId } from '@/lib/auth/user-id';
import { loadCareer } from '@/lib/catalogue';
import type { Career } from '@/lib/domain/career/career';
import type { RatingFields } from '@/lib/domain/check-in';
import { NOT_RATED } from '@/lib/domain/check-in-limits';
import { computeDayInZone, computeDaysBetween } from '@/lib/domain/day';
import { loadStanding, type Standing } from '@/lib/plan/standing';
import { listRatingDrafts, type RatingDraft } from '@/lib/queries/rating-drafts';
import { listStepProgress } from '@/lib/queries/step-progress';
import { formatDay } from '@/lib/wording/format';
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
    return { skills: buildSkills(career, { standing: null, drafts: [] }), standing: null, draftsUntil: '' };
  const [standing, drafts, progress] = await Promise.all([
    loadStanding(userId),
    listRatingDrafts(userId, career.id),
    listStepProgress(userId, career.id),
  ]);
  const finished = progress.filter(({ status }) => status === 'done');
  const moved = listMoved(standing, finished);
  const skills = buildSkills(career, { standing, drafts });
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

/** The skills of which something is taught by a step that was finished after they were last rated. */
function listMoved(
  { career, latest }: Standing,
  finished: readonly { step: string; recordedAt: string }[],
): ReadonlySet<string> {
  const moved = new Set<string>();
  for (const { step, recordedAt } of finished)
    for (const id of career.stepById.get(step)?.teaches ?? []) {
      const skill = career.canDoById.get(id)?.skill ?? '';
      const before = latest.get(skill);
      if (!before || before.takenAt < recordedAt) moved.add(skill);
    }
  return moved;
}

function buildSkills(
  career: Career,
  { standing, drafts }: { standing: Standing | null; drafts: readonly RatingDraft[] },
): RatedSkill[] {
  const draftBySkill = new Map(drafts.map(({ skill, entered }) => [skill, entered]));
  return career.skills.map(
    (skill): RatedSkill => ({
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
      entered: toEntered(draftBySkill.get(skill.id), standing?.latest.get(skill.id)),
    }),
  );
}

function findHeaviest(career: Career, canDos: readonly { id: string; text: string }[]): string | null {
  const weigh = (id: string) => career.beforeById.get(id)?.size ?? 0;
  return canDos.toSorted((one, other) => weigh(other.id) - weigh(one.id))[0]?.text ?? null;
}

function toEntered(
  draft: RatingFields | undefined,
  before: { also?: string[]; except?: string[] } | undefined,
): Entered {
  const { also = [], except = [] } = draft ?? before ?? {};
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
  const { career, role } = standing;
  const nameOf = (level: number) => `${level} ${career.scale[level]?.name ?? ''}`;
  const target = `Target for ${role.title}: ${nameOf(role.targets[skill] ?? 0)}.`;
  const before = findBefore(standing, skill);
  return before ? [`Before: ${nameOf(before.level)}, on ${before.day}.`, target] : [target];
}
