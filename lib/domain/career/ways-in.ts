import type { CanDo, Career } from './career';
import type { Post, Step } from './schema';

/** How one can-do is come by: all active steps that teach it, those open to everybody, and the posts that show it. */
export type WaysIn = {
  canDo: CanDo;
  steps: readonly Step[];
  /** Open to everybody: see `isOpenToAll`. */
  open: readonly Step[];
  /** Those of `open` that need no post. */
  outsideWork: readonly Step[];
  posts: readonly Post[];
};

/** The price of a step in its own currency, confirmed or planned with; null where nothing is known. */
export function findPrice(step: Step): number | null {
  return (step.cost ?? step.planning.cost)?.amount ?? null;
}

/** Whether a step is free of region, platform, cost, holding and full time, so that nobody is shut out. */
export function isOpenToAll(step: Step): boolean {
  return (
    step.status === 'active' &&
    step.region === 'any' &&
    step.platform === null &&
    step.needs.holding === null &&
    !step.fullTime &&
    findPrice(step) === 0
  );
}

/** The ways in to every can-do, in the order of the career's can-dos. */
export function listWaysIn(career: Career): WaysIn[] {
  const active = career.steps.filter(({ status }) => status === 'active');
  return career.canDos.map((canDo) => {
    const steps = active.filter(({ teaches }) => teaches.includes(canDo.id));
    const open = steps.filter(isOpenToAll);
    return {
      canDo,
      steps,
      open,
      outsideWork: open.filter(({ atWork }) => !atWork),
      posts: career.posts.filter(({ teaches }) => teaches.includes(canDo.id)),
    };
  });
}
