import type { Way } from '@/lib/domain/climb/document';

/** Ways that take the same weeks and money, told as one. `firsts` are their first posts, null for none. */
export type ToldWay = {
  firsts: (string | null)[];
  weeks: number;
  cost: number;
  /** The fewest and the most hours among them. */
  hours: readonly [least: number, most: number];
  chosen: boolean;
  /** How many ways these are, and how many posts lie between on the shortest of them. */
  count: number;
  posts: number;
};

/** The ways of a plan, those of equal length and price as one, the chosen one first. */
export function tellWays(ways: readonly Way[]): ToldWay[] {
  const keyOf = ({ weeks, cost }: Way) => [weeks, cost].join(' ');
  return [...new Set(ways.map(keyOf))]
    .map((key) => ways.filter((way) => keyOf(way) === key))
    .flatMap((group): ToldWay[] => {
      const [first] = group;
      if (!first) return [];
      const { weeks, cost } = first;
      const hours = group.map((way) => way.hours);
      return [
        {
          firsts: [...new Set(chosenFirst(group).map(({ posts }) => posts[0] ?? null))],
          ...{ weeks, cost, hours: [Math.min(...hours), Math.max(...hours)] },
          chosen: group.some(({ chosen }) => chosen),
          count: group.length,
          posts: Math.min(...group.map(({ posts }) => posts.length)),
        },
      ];
    })
    .sort((one, other) => Number(other.chosen) - Number(one.chosen) || one.weeks - other.weeks);
}

const chosenFirst = (group: readonly Way[]): Way[] =>
  group.toSorted((one, other) => Number(other.chosen) - Number(one.chosen));
