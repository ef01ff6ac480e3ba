import type { Career } from '@/lib/domain/career/career';
import type { Followed } from '@/lib/domain/climb/follow/followed';
import type { Standing } from '@/lib/plan/standing';
import { findFinishedAt, listUnratedSince } from '@/lib/plan/unrated';
import type { StepProgress } from '@/lib/queries/step-progress';

/** What a finished step taught and the person has not spoken of since. */
export type Taught = {
  step: string;
  title: string;
  /** Can-dos, of skills that were not rated since. */
  canDos: string[];
  /** Levels of such skills, where a plan knows only those. */
  raises: Followed['steps'][number]['raises'];
  finishedAt: string;
};

type Input = {
  standing: Pick<Standing, 'career' | 'latest' | 'account'>;
  progress: readonly StepProgress[];
  /** The plan that they follow, which may hold steps that the catalogue no longer has. */
  followed?: Followed | null;
};

/** What finished steps taught, taken as true until the skill is rated after they were finished. */
export function listTaught({ standing, progress, followed = null }: Input): Taught[] {
  const { career } = standing;
  return progress.flatMap((event): Taught[] => {
    const finishedAt = findFinishedAt(event);
    if (finishedAt === null) return [];
    const planned = followed?.steps.find(({ id }) => id === event.step);
    const known = career.stepById.get(event.step);
    const taught = (known?.teaches ?? planned?.teaches ?? []).filter((id) => career.canDoById.has(id));
    const raises = taught.length > 0 ? [] : (planned?.raises ?? []);
    const raised = [...taught.map((id) => skillOf(career, id)), ...raises.map(({ skill }) => skill)];
    const unrated = new Set(listUnratedSince({ standing, progress: event, raised }));
    const canDos = taught.filter((id) => unrated.has(skillOf(career, id)));
    const left = raises.filter(({ skill }) => unrated.has(skill));
    if (canDos.length + left.length === 0) return [];
    return [
      {
        step: event.step,
        title: known?.title ?? planned?.title ?? event.step,
        canDos,
        raises: left,
        finishedAt,
      },
    ];
  });
}

const skillOf = (career: Career, id: string): string => career.canDoById.get(id)?.skill ?? '';
