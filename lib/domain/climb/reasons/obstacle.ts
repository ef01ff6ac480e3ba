import type { Preferences } from '../profile';

/** Some of a person's preferences, changed. */
export type Ease = Partial<Preferences>;

/** Why there is no plan, or what stands in the way, with the smallest change that was found to give one. */
export type Obstacle = {
  nearest: Ease | null;
} & (
  | { what: 'level'; canDos: readonly string[]; skill: string }
  | { what: 'requirement'; label: string; post: string }
  | { what: 'noWay' }
  /** `exams` and `fees`: steps that the plan found pays for. */
  | {
      what: 'budget';
      pence: number;
      lower: number;
      currency: string;
      exams: readonly string[];
      fees: readonly string[];
    }
  | { what: 'deadline'; weeks: number; lower: number }
  | { what: 'hours'; hours: number; lower: number }
  | { what: 'workHours'; hours: number }
  | { what: 'excluded'; steps: readonly string[]; kinds: readonly string[]; isEnough: boolean }
  | { what: 'pinned'; steps: readonly string[] }
  | { what: 'together'; limits: readonly string[]; isProved: boolean }
);
