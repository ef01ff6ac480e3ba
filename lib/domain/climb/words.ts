import type { Career } from '../career/career';
import type { Region } from '../catalogue';
import type { Day } from '../day';
import type { Profile } from './profile';
import type { Obstacle } from './reasons/obstacle';
import type { Why } from './reasons/why';

/** What a plan takes for granted, as codes. */
export type Assumption =
  | { code: 'unrated'; skills: readonly string[] }
  | { code: 'converted'; currency: string }
  | { code: 'estimated'; steps: readonly string[] }
  | { code: 'atWork'; steps: readonly string[]; hours: number }
  /** Own hours a week that are counted once a post has begun, where there are more before it. */
  | { code: 'beside'; hours: number }
  /** No week off is entered; so many weeks later the plan would end with four a year (an estimate). */
  | { code: 'holidays'; later: number }
  /** Own hours a week before the first post, and how many of them are planned on average: the rest is for looking. */
  | { code: 'looking'; hours: number; planned: number }
  | { code: 'freeFrom'; day: Day; region: Region }
  | { code: 'ahead' }
  | { code: 'again' }
  | { code: 'letStand'; canDos: readonly string[] }
  | { code: 'outlook'; posts: readonly string[] }
  /** Nothing to do in one's own time from the first day to the last; `post` teaches by then what comes next. From the start: nothing of what is planned. */
  | { code: 'free'; from: Day; to: Day; post: string | null; region: Region; isFromStart: boolean };

/** Makes sentences of what the planner says in codes; it stands outside the domain. */
export type PlanWords = {
  why: (career: Career, why: readonly Why[]) => string[];
  assumption: (career: Career, assumption: Assumption) => string;
  obstacle: (career: Career, profile: Profile, obstacle: Obstacle) => string;
};
