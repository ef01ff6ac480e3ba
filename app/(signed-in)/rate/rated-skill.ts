/**
 * A skill as its form shows it. `compared` says in words what it was rated before and what the goal asks; it is hidden
 * until a level is chosen, unless `isComparedFirst`.
 */
export type RatedSkill = {
  id: string;
  name: string;
  kind: 'technical' | 'workplace';
  description: string;
  topics: { id: string; name: string; description: string }[];
  levels: RatedLevel[];
  compared: string[];
  isComparedFirst: boolean;
  /** The level it was rated before, the day in words, and the address of that check-in. */
  before: { level: number; day: string; href: string } | null;
  /** Whether it has not been looked at for half a year. */
  isDue: boolean;
  /** Says which steps finished since teach some of it; null for none. */
  finished: string | null;
  entered: Entered;
  /** Its can-dos that steps finished since it was rated taught: ticked until they are cleared. */
  learnt: string[];
};

export type RatedLevel = {
  level: number;
  name: string;
  descriptor: string;
  canDos: { id: string; text: string }[];
  /** The can-do of the level that rests on most others: what evidence is asked for. */
  heaviest: string | null;
};

/** What the fields of a skill start with: its draft, or nothing with the can-dos that stood out before. */
export type Entered = { level: string; evidence: string; sure: string; also: string[]; except: string[] };
