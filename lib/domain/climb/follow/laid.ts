import type { PlanDocument } from '../document';
import type { Followed } from './followed';

/** A step with its weeks, counted from where what is planned begins. */
export type LaidStep = {
  id: string;
  start: number;
  weeks: number;
  hours: readonly number[];
  pool: 'own' | 'work';
};

/** A plan as no more than what lies where: full-time study or none, what its stages lead to, and its steps. */
export type Laid = {
  study: string | null;
  /** What each stage leads to; a stage of full-time study leads to nothing of its own. */
  targets: readonly string[];
  stages: readonly { startWeek: number; weeks: number }[];
  steps: readonly LaidStep[];
};

/** What lies ahead of a plan of stages after so many weeks; hours before them are left out, and steps that are over. */
export function layAhead(
  { stages, steps }: Pick<PlanDocument, 'stages' | 'steps'> | Pick<Followed, 'stages' | 'steps'>,
  { weeksGone, isLeft = () => true }: { weeksGone: number; isLeft?: ((id: string) => boolean) | undefined },
): Laid {
  const ahead = stages.filter(
    ({ startWeek, weeks }, place) => startWeek + weeks > weeksGone || place === stages.length - 1,
  );
  const [first, next] = ahead;
  const isStudy = first !== undefined && first.until === next?.until;
  const study = isStudy
    ? (steps.find(({ id, hoursByWeek }) => first.steps.includes(id) && hoursByWeek.length === 0)?.id ?? null)
    : null;
  return {
    study,
    targets: (study === null ? ahead : ahead.slice(1)).map(({ until }) => until),
    stages: ahead.map(({ startWeek, weeks }) => ({
      startWeek: Math.max(0, startWeek - weeksGone),
      weeks: startWeek + weeks - Math.max(startWeek, weeksGone),
    })),
    steps: steps.flatMap((step): LaidStep[] => {
      const { id, startWeek, weeks, hoursByWeek, pool } = step;
      if (!isLeft(id) || id === study || startWeek + weeks <= weeksGone) return [];
      const gone = Math.max(0, weeksGone - startWeek);
      const hours = hoursByWeek.slice(gone);
      // What pauses takes no place until it goes on.
      const pause =
        gone === 0
          ? 0
          : Math.max(
              0,
              hours.findIndex((count) => count > 0),
            );
      return [
        {
          id,
          start: Math.max(0, startWeek - weeksGone) + pause,
          weeks: weeks - gone - pause,
          hours: hours.slice(pause),
          pool,
        },
      ];
    }),
  };
}
