import type { Currency, Level } from '../catalogue';
import type { Crosswalk, Example, Rates, Salary } from './fact-schemas';
import type {
  CareerFiles,
  Certification,
  Experience,
  Family,
  Holding,
  Post,
  Role,
  Skill,
  Step,
} from './schema';

/** One sentence that a witness could confirm, with the skill, level and topic that it belongs to. */
export type CanDo = {
  id: string;
  skill: string;
  level: Level;
  topic: string;
  text: string;
  /** The can-dos learned first; `Career.beforeById` has all that come before. */
  after: readonly string[];
  /** Whether it can be shown only in paid work. */
  atWork: boolean;
};

/** A step that a person wrote. Hours and weeks are whole; no cost is free; at work it takes the hours of work. */
export type OwnStepFacts = {
  id: string;
  kind: Exclude<Step['kind'], 'degree'>;
  title: string;
  url: string | null;
  hours: number;
  weeks: number;
  cost: { amount: number; currency: Currency } | null;
  teaches: readonly string[];
  atWork: boolean;
  prerequisites: readonly string[];
  retiredAt: string | null;
};

/** A career folder, checked and indexed. `version` is the SHA-256 of its files. */
export type Career = {
  id: string;
  version: string;
  compiled: string;
  scale: CareerFiles['skills']['scale'];
  scaleAlignment: CareerFiles['skills']['scaleAlignment'];
  skills: readonly Skill[];
  /** In the order of skills and levels. */
  canDos: readonly CanDo[];
  roles: readonly Role[];
  roleChanges: CareerFiles['roles']['changes'];
  families: readonly Family[];
  /** What else is looked for beside a post, and by whom. */
  doors: CareerFiles['posts']['doors'];
  posts: readonly Post[];
  steps: readonly Step[];
  /** A person's own steps among `steps`; the catalogue itself has none. */
  ownSteps: readonly OwnStepFacts[];
  holdings: readonly Holding[];
  certification: Certification;
  salaries: readonly Salary[];
  crosswalk: readonly Crosswalk[];
  rates: Rates;
  examples: readonly Example[];
  skillById: ReadonlyMap<string, Skill>;
  canDoById: ReadonlyMap<string, CanDo>;
  roleById: ReadonlyMap<string, Role>;
  familyById: ReadonlyMap<string, Family>;
  postById: ReadonlyMap<string, Post>;
  stepById: ReadonlyMap<string, Step>;
  holdingById: ReadonlyMap<string, Holding>;
  /** All that comes before a can-do, however far back, without itself. */
  beforeById: ReadonlyMap<string, ReadonlySet<string>>;
  /** The can-dos that a role asks for: levels up to its targets, less `notAsked`, and `alsoAsked`. */
  askedByRole: ReadonlyMap<string, ReadonlySet<string>>;
  /** What must hold to be hired: of a role what it asks; of an entry post what it asks and what comes before. */
  askedByPost: ReadonlyMap<string, ReadonlySet<string>>;
  experienceOfRole: Readonly<Record<string, readonly Experience[]>>;
  experienceOfPost: ReadonlyMap<string, readonly Experience[]>;
  notAsked: Readonly<Record<string, readonly string[]>>;
  alsoAsked: Readonly<Record<string, readonly string[]>>;
  /** Why a role asks for more than its levels do; null where it does not. */
  alsoAskedWhy: Readonly<Record<string, string | null>>;
};
