import type { Way } from '@/lib/domain/climb/document';

/** Ways that take the same weeks, money and hours, told as one. `firsts` are their first posts, null for none. */
export type ToldWay = {
  firsts: (string | null)[];
  weeks: number;
  cost: number;
  hours: number;
  chosen: boolean;
  /** How many ways these are, and how many posts lie between on the shortest of them. */
  count: number;
  posts: number;
};

/** The ways of a plan, those of equal weeks, money and hours as one, the chosen one first. */
export function tellWays(ways: readonly Way[]): ToldWay[] {
  const keyOf = ({ weeks, cost, hours }: Way) => [weeks, cost, hours].join(' ');
  return [...new Set(ways.map(keyOf))]
    .map((key) => ways.filter((way) => keyOf(way) === key))
    .flatMap((group): ToldWay[] => {
      const [first] = group;
      if (!first) return [];
      const { weeks, cost, hours } = first;
      return [
        {
          firsts: [...new Set(group.map(({ posts }) => posts[0] ?? null))],
          ...{ weeks, cost, hours },
          chosen: group.some(({ chosen }) => chosen),
          count: group.length,
          posts: Math.min(...group.map(({ posts }) => posts.length)),
        },
      ];
    })
    .sort((one, other) => Number(other.chosen) - Number(one.chosen) || one.weeks - other.weeks);
}
