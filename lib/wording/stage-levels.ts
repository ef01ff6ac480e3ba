import type { Career } from '@/lib/domain/career/career';
import type { StageLevelRow, StageLevels } from '@/lib/domain/climb/follow/stage-levels';
import { nameEntry } from '@/lib/domain/plan/glance/names';
import { joinWords } from './join-words';

/** How a level is marked that would be lower without what posts show; in a narrow table by a sign. */
const POST_MARKS = { words: ' with the post', sign: '*' } as const;
type PostMark = keyof typeof POST_MARKS;

/** A level after a stage: “3”, or “3 with the post” where it would be lower without what posts show. */
export function describeLevelAfter(
  { level, isByPost }: StageLevelRow['after'][number],
  mark: PostMark = 'words',
): string {
  return isByPost ? `${level}${POST_MARKS[mark]}` : `${level}`;
}

/** The heads of the columns of levels: now, after each stage by what it leads to, and the target. */
export function listLevelHeads(
  career: Career,
  { plan, levels }: { plan: { stages: readonly { until: string }[] }; levels: StageLevels },
): string[] {
  const ends = levels.places.map((place) => nameEntry(career, plan.stages[place]?.until ?? ''));
  return ['Now', ...ends.map((end) => `Ready for ${end}`), 'Target'];
}

/** What has to be known to read the levels: where the role asks for part of a level, and what posts have to do with it. */
export function listLevelNotes(
  career: Career,
  { role, levels: { rows }, mark = 'words' }: { role: string; levels: StageLevels; mark?: PostMark },
): string[] {
  const partly = rows.flatMap(({ skill, partly: parts }) =>
    parts.map(
      ({ level, asked, of }) =>
        `${career.skillById.get(skill)?.name ?? skill} ${level} (${asked === 0 ? 'none' : asked} of ${of})`,
    ),
  );
  const isByPost = rows.some(({ after }) => after.some((one) => one.isByPost));
  return [
    ...(isByPost
      ? [
          `${mark === 'sign' ? POST_MARKS.sign : '“With the post”:'} part of that level is what the posts on the way show, not steps of the plan.`,
        ]
      : []),
    ...(partly.length > 0
      ? [
          `${nameEntry(career, role)} does not ask for everything that these levels are made of: ${joinWords(partly)}. Reached means here all of it that is asked for.`,
        ]
      : []),
  ];
}
