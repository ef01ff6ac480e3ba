import { z } from 'zod';
import { cutText } from '../text';
import type { CanDo, Career } from './career';
import { LONGEST_SEARCH } from './longest-search';
import { listPagedPosts } from './post-links';
import type { Post, Role, Skill, Step } from './schema';
import { holdsWords, readWords } from './search-words';
import { findStepText } from './step-filter';

const MOST_WORDS = 10;

/** What an address asks the search for. Anything but one text counts as nothing asked. */
export const searchSchema = z.object({
  q: z
    .string()
    .transform((text) => cutText(text.trim(), LONGEST_SEARCH).trim())
    .catch(''),
});

/** What was found of one kind, the best first. */
export type CareerFound = {
  skills: Skill[];
  roles: Role[];
  posts: Post[];
  steps: Step[];
  canDos: CanDo[];
};

/** The words of a search: only so many of them count. */
const readAsked = (text: string) => readWords(text).slice(0, MOST_WORDS);

/** An entry with the words of its title and all the words that it is found by. */
type Known<Entry> = { entry: Entry; title: readonly string[]; held: string };

/**
 * How well a title answers: 0 for the words as they stand, 1 where it begins with them, 2 where each begins a word of it,
 * 3 where each is somewhere in it, 4 where what else is known of the entry was needed.
 */
function rank(title: readonly string[], words: readonly string[]): number {
  const text = title.join(' ');
  const asked = words.join(' ');
  if (text === asked) return 0;
  if (text.startsWith(asked)) return 1;
  if (words.every((word) => title.some((start) => start.startsWith(word)))) return 2;
  return holdsWords(text, words) ? 3 : 4;
}

function know<Entry>(entry: Entry, title: string, more = ''): Known<Entry> {
  const words = readWords(title);
  return { entry, title: words, held: [...words, ...readWords(more)].join(' ') };
}

function find<Entry>(known: readonly Known<Entry>[], words: readonly string[]): Entry[] {
  if (words.length === 0) return [];
  return known
    .filter(({ held }) => holdsWords(held, words))
    .map(({ entry, title }) => ({ entry, rank: rank(title, words) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ entry }) => entry);
}

/**
 * The entries whose titles hold every word of a text, whatever case or accents, the best first, then in their own order.
 * None where nothing is asked.
 */
export function findByTitle<Entry extends { title: string }>(
  entries: readonly Entry[],
  text: string,
): Entry[] {
  return find(
    entries.map((entry) => know(entry, entry.title)),
    readAsked(text),
  );
}

type Index = { [Kind in keyof CareerFound]: Known<CareerFound[Kind][number]>[] };

const indexes = new WeakMap<Career, Index>();

/** Made once for each career: it is searched at each request. */
function findIndex(career: Career): Index {
  const known = indexes.get(career);
  if (known) return known;
  const nameTopic = ({ skill, topic }: CanDo) =>
    career.skillById.get(skill)?.topics.find(({ id }) => id === topic)?.name ?? '';
  const index: Index = {
    skills: career.skills.map((skill) =>
      know(skill, skill.name, skill.topics.map(({ name }) => name).join(' ')),
    ),
    roles: career.roles.map((role) => know(role, role.title)),
    posts: listPagedPosts(career).map((post) => know(post, post.title)),
    steps: career.steps.map((step) => ({ ...know(step, step.title), held: findStepText(career, step) })),
    canDos: career.canDos.map((canDo) => know(canDo, canDo.text, nameTopic(canDo))),
  };
  indexes.set(career, index);
  return index;
}

/** Everything of a career that a search finds. Steps are found by the same as on their own list. */
export function searchCareer(career: Career, text: string): CareerFound {
  const words = readAsked(text);
  const { skills, roles, posts, steps, canDos } = findIndex(career);
  return {
    skills: find(skills, words),
    roles: find(roles, words),
    posts: find(posts, words),
    steps: find(steps, words),
    canDos: find(canDos, words),
  };
}
