import type { Career } from '../career/career';
import type { Role } from '../career/schema';
import type { Level } from '../catalogue';
import { computeStanding, listTrue, type Ratings } from '../climb/standing';
import type { Day } from '../day';
import { listHeld } from '../second-look/compare';
import { listSkillsOf, listSupported, type Supporting } from './evidence';
import type { Confirming, ProofState } from './states';

/** An item of evidence as a record names it. */
export type RecordedItem = { title: string; day: Day; url: string | null };

/** A can-do with what shows it and who, as the person calls them, confirmed it. */
export type RecordedCanDo = {
  id: string;
  text: string;
  state: ProofState;
  evidence: RecordedItem[];
  confirmedBy: string[];
};

export type RecordedSkill = {
  id: string;
  name: string;
  level: Level;
  levelName: string;
  /** Whose level that is; a record never mixes them unsaid. */
  kind: 'own' | 'agreed';
  /** With whom it was agreed, as the person calls them. Null for an own rating, and where that is not told. */
  agreedWith: string | null;
  target: Level;
  /** What has become true in the period. */
  gained: RecordedCanDo[];
  /** What was shown for it in the period, the newest first, whether or not it became true then. */
  evidence: RecordedItem[];
  /** Can-dos that are true in all, by how far they are proved. */
  counts: Record<ProofState, number>;
  /** Who confirmed any of them. */
  confirmedBy: string[];
};

/** A person's skills for a role over a period, with what proves them. */
export type SkillsRecord = {
  format: 'rung-skills-record';
  version: 1;
  person: string;
  role: { id: string; title: string };
  from: Day;
  to: Day;
  madeOn: Day;
  readiness: number;
  skills: RecordedSkill[];
  /** The next steps of the plan. */
  next: { title: string; url: string | null }[];
};

type Input = {
  career: Career;
  role: Role;
  person: string;
  period: { from: Day; to: Day; madeOn: Day };
  /** The ratings that held when the period began, and those at its end. */
  before: Ratings;
  after: Ratings;
  /** The skills whose level was agreed, with whom. */
  agreed: ReadonlyMap<string, string>;
  items: readonly (Supporting & RecordedItem)[];
  given: readonly (Confirming & { name: string })[];
  next: SkillsRecord['next'];
};

/** Items that one can-do names; a record is to be read in a meeting. */
const MOST_ITEMS = 2;
const MOST_ITEMS_OF_SKILL = 3;

export function buildSkillsRecord(input: Input): SkillsRecord {
  const { career, role, person, period, after, agreed, next } = input;
  const standing = computeStanding(career, { role, ratings: after });
  const recordOf = makeRecorder(input);
  const [heldBefore, heldAfter] = [listTrue(career, input.before), listTrue(career, after)];
  return {
    format: 'rung-skills-record',
    version: 1,
    person,
    role: { id: role.id, title: role.title },
    ...period,
    readiness: standing.readiness,
    skills: standing.rows
      .filter(({ isRated }) => isRated)
      .map(({ skill, level, target }): RecordedSkill => {
        const held = career.canDos.filter((canDo) => canDo.skill === skill.id && heldAfter.has(canDo.id));
        const counts = { claimed: 0, shown: 0, confirmed: 0 };
        const recorded = held.map(({ id }) => recordOf(id));
        for (const { state } of recorded) counts[state] += 1;
        return {
          id: skill.id,
          name: skill.name,
          level,
          levelName: career.scale[level]?.name ?? '',
          kind: agreed.has(skill.id) ? 'agreed' : 'own',
          agreedWith: agreed.get(skill.id) ?? null,
          target,
          gained: held.filter(({ id }) => !heldBefore.has(id)).map(({ id }) => recordOf(id)),
          evidence: listShownIn(input, skill.id),
          counts,
          confirmedBy: [...new Set(recorded.flatMap(({ confirmedBy }) => confirmedBy))],
        };
      }),
    next,
  };
}

function listShownIn({ career, items, period }: Input, skill: string): RecordedItem[] {
  return items
    .filter(({ day }) => day >= period.from && day <= period.to)
    .filter((item) => listSkillsOf(career, item).includes(skill))
    .toSorted((one, other) => (one.day < other.day ? 1 : -1))
    .slice(0, MOST_ITEMS_OF_SKILL)
    .map(({ title, day, url }) => ({ title, day, url }));
}

function makeRecorder({ career, items, given, period }: Input): (id: string) => RecordedCanDo {
  const itemsOf = new Map<string, RecordedItem[]>();
  for (const { title, day, url, ...supporting } of items) {
    if (day > period.to) continue;
    for (const id of listSupported(career, supporting))
      itemsOf.set(id, [...(itemsOf.get(id) ?? []), { title, day, url }]);
  }
  const namesOf = new Map<string, Set<string>>();
  for (const { skill: id, second, name } of given) {
    const skill = career.skillById.get(id);
    for (const canDo of skill && second ? listHeld(skill, second) : [])
      namesOf.set(canDo, (namesOf.get(canDo) ?? new Set()).add(name));
  }
  return (id) => {
    const evidence = itemsOf.get(id) ?? [];
    const confirmedBy = [...(namesOf.get(id) ?? [])];
    const state = confirmedBy.length > 0 ? 'confirmed' : evidence.length > 0 ? 'shown' : 'claimed';
    const text = career.canDoById.get(id)?.text ?? id;
    return { id, text, state, evidence: evidence.slice(0, MOST_ITEMS), confirmedBy };
  };
}
