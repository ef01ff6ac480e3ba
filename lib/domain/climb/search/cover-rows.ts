import type { Item, StageModel } from '../model/stage-model';
import { NEVER } from '../schedule/calendar';
import { computeClosure } from './closure';
import { fullSet } from './sets';

/** When all of the core is chosen, so is one of the set; a clause has no core. */
export type Row = { core: readonly number[]; set: readonly number[] };

/** Of these items, so many have each of their clauses met. */
export type Choice = { count: number; items: readonly (readonly (readonly number[])[])[] };

/** A limited resource: what each step uses, and how much there is. */
export type Resource = { use: readonly number[]; capacity: number };

/** What every selection that reaches the goal of a stage keeps, as far as it can be said of single steps. */
export type CoverRows = { rows: readonly Row[]; choices: readonly Choice[]; isUseless: Uint8Array };

/** The rows of a stage: each fact that is asked for or needed comes from one of the steps that bring it. */
export function listCoverRows(model: StageModel): CoverRows {
  const closure = computeClosure(model, fullSet(model));
  const isUseless = Uint8Array.from(model.steps, ({ index }) => (closure.start(index) >= NEVER ? 1 : 0));
  const achievers: number[][] = model.facts.map(() => []);
  for (const { index, tos } of model.steps)
    if (isUseless[index] === 0) for (const fact of tos) achievers[fact]?.push(index);
  const isGiven = (fact: number): boolean => (model.given[fact] ?? NEVER) < NEVER;
  const clausesOf = (facts: readonly number[], instead: readonly number[] = []): (readonly number[])[] =>
    facts
      .filter((fact) => !isGiven(fact))
      .map((fact) =>
        [...new Set([...(achievers[fact] ?? []), ...instead])].sort((one, other) => one - other),
      );
  const rows: Row[] = clausesOf(model.goalFacts).map((set) => ({ core: [], set }));
  const choices: Choice[] = [];
  for (const { count, items } of model.parts) {
    const lists = items.map((item) => listItemClauses(item, clausesOf));
    if (count === items.length) for (const set of lists.flat()) rows.push({ core: [], set });
    else choices.push({ count, items: lists });
  }
  for (const { index, froms, needs } of model.steps) {
    if (isUseless[index] === 1) continue;
    for (const set of clausesOf(froms)) rows.push({ core: [index], set: set.filter((one) => one !== index) });
    for (const { steps, facts, week } of needs) {
      if (week < NEVER) continue;
      const sets = facts ? clausesOf(facts, steps) : [steps];
      for (const set of sets) rows.push({ core: [index], set: set.filter((one) => one !== index) });
    }
  }
  return { rows: dropImplied(rows), choices, isUseless };
}

/** Clauses that are met whenever an item is. */
function listItemClauses(
  { facts, steps }: Item,
  clausesOf: (facts: readonly number[], instead?: readonly number[]) => (readonly number[])[],
): (readonly number[])[] {
  if (facts === null) return (steps ?? []).map((index) => [index]);
  return clausesOf(facts, steps?.length === 1 ? steps : []);
}

/**
 * The rows without those that hold wherever another one does. They would say nothing more, and each costs time at
 * every node.
 */
export function dropImplied(rows: readonly Row[]): Row[] {
  const marked = rows.map((row) => ({ row, mark: markOf(row.core) | markOf(row.set) }));
  const implies = (one: (typeof marked)[number], other: (typeof marked)[number]): boolean =>
    (one.mark & ~other.mark) === 0 &&
    isPart(one.row.core, other.row.core) &&
    isPart(one.row.set, other.row.set);
  const kept: (typeof marked)[number][] = [];
  const byLength = marked
    .map((each, place) => ({ ...each, place, length: each.row.core.length + each.row.set.length }))
    .sort((one, other) => one.length - other.length || one.place - other.place);
  for (const each of byLength) if (!kept.some((one) => implies(one, each))) kept.push(each);
  const left = new Set(kept.map(({ row }) => row));
  return rows.filter((row) => left.has(row));
}

/** A mark that is within another one's wherever its list is within the other's. */
function markOf(indices: readonly number[]): number {
  let mark = 0;
  for (const index of indices) mark |= 1 << (index & 31);
  return mark;
}

function isPart(indices: readonly number[], of: readonly number[]): boolean {
  if (indices.length > of.length) return false;
  for (const index of indices) if (!of.includes(index)) return false;
  return true;
}
