import type { Career } from '@/lib/domain/career/career';
import type { Post } from '@/lib/domain/career/schema';
import type { Profile } from '@/lib/domain/climb/profile';

/** A stage of a small career as it stands when the one before it is over, by docs/planning.md. Weeks are those of the plan. */
export type Footing = {
  career: Career;
  profile: Profile;
  next: Post;
  /** The post that is held, and those held before it. */
  post: Post | null;
  heldBefore: readonly Post[];
  /** Own steps begin from `open` on, steps at work from `start` on; nobody is ready before `wait`. */
  open: number;
  start: number;
  wait: number;
  /** When can-dos come about without a step of the stage, and when steps were finished before it. */
  trueFrom: ReadonlyMap<string, number>;
  finished: ReadonlyMap<string, number>;
};
