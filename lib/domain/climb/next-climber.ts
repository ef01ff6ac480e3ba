import type { Step } from '../career/schema';
import { type Adjustment, type Climber, listTeaching, type Person } from './model/climber';
import { countWeeksIn, findCurrent } from './model/held';
import { NEVER } from './schedule/calendar';
import type { StageSolution } from './stage-solution';

/** Full-time study as the first stage of a way. */
export type StudyStage = { study: Step; weeks: number; pence: number; hours: number };

/** Where a person is after full-time study, without a post. */
export function afterStudy(climber: Climber, { study, weeks }: StudyStage): Climber {
  const trueFrom = new Map(climber.trueFrom);
  for (const id of study.teaches) if (!trueFrom.has(id)) trueFrom.set(id, weeks);
  return {
    ...climber,
    week: weeks,
    open: weeks,
    trueFrom,
    finished: new Map([...climber.finished, [study.id, weeks]]),
    held: climber.held.map((one) => ({ ...one, current: false })),
    hasDegree: study.kind === 'degree',
    pinnedLeft: climber.pinnedLeft.filter((id) => id !== study.id),
  };
}

/** Where a person is when the next post begins: what steps and the post taught, and the weeks held. */
export function afterStage(
  { career }: Person,
  climber: Climber,
  {
    solution,
    until,
    search,
    isIdle,
    heldBack,
  }: {
    solution: Pick<StageSolution, 'model' | 'placements' | 'ready' | 'end'>;
    until: string;
    search: number;
    isIdle: boolean;
    heldBack: readonly string[];
  },
): Climber {
  const week = solution.ready + search;
  const trueFrom = new Map(climber.trueFrom);
  const finished = new Map(climber.finished);
  let { open, hasDegree } = climber;
  const learn = (id: string, from: number): void => {
    trueFrom.set(id, Math.min(from, trueFrom.get(id) ?? NEVER));
  };
  for (const { step, start, weeks } of solution.placements) {
    const found = solution.model.steps[step];
    if (!found) continue;
    finished.set(found.id, start + weeks);
    for (const id of found.source.teaches) learn(id, start + weeks);
    // Steps at work go on beside what is begun in one's own time.
    if (!found.isAtWork) open = Math.max(open, start + weeks);
    hasDegree ||= found.isDegree;
  }
  const current = findCurrent(climber.held);
  const post = current && career.postById.get(current.post);
  if (current && post)
    for (const { canDo, week: after } of listTeaching(post, countWeeksIn(climber.held, post.id)))
      if (climber.week + after <= week) learn(canDo, climber.week + after);
  const held = climber.held.map((one) =>
    one.current ? { ...one, weeks: one.weeks + week - climber.week, current: false } : one,
  );
  return {
    week,
    inPostFrom: climber.inPostFrom ?? (current ? climber.week : week),
    // What is learned while the post has still to teach would make the person ready sooner than was planned.
    open: isIdle || solution.end > solution.model.wait ? solution.ready : open,
    trueFrom,
    finished,
    held: [...held, { post: until, weeks: 0, current: true }],
    hasDegree,
    adjusted: holdBack(climber.adjusted, heldBack, solution.ready),
    pinnedLeft: climber.pinnedLeft.filter((id) => !finished.has(id)),
  };
}

function holdBack(
  adjusted: Climber['adjusted'],
  heldBack: readonly string[],
  ready: number,
): Climber['adjusted'] {
  const later = heldBack.map((id): [string, Adjustment] => {
    const before = adjusted.get(id);
    return [id, { ...before, earliest: Math.max(ready, before?.earliest ?? 0) }];
  });
  return new Map([...adjusted, ...later]);
}
