/**
 * A skill as the form shows it. `compared` says in words what it was rated before and what the goal asks; it is hidden
 * until a level is chosen, unless `isComparedFirst`.
 */
export type RatedSkill = {
  id: string;
  name: string;
  kind: 'technical' | 'workplace';
  description: string;
  topics: { id: string; name: string; description: string }[];
  levels: { level: number; name: string; descriptor: string }[];
  compared: string[];
  isComparedFirst: boolean;
  /** The level it was rated before, and the address of that check-in. */
  before: { level: number; href: string } | null;
  /** Whether it has not been looked at for half a year. */
  isDue: boolean;
};
