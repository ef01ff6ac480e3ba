import type { Career } from '@/lib/domain/career/career';

export type Choice = { value: string; label: string; group?: string };

/** The posts that one can say, by family; other work in IT stands last. */
export function listPostChoices(career: Career): Choice[] {
  const families = career.families.toSorted((a, b) => Number(a.id === 'other') - Number(b.id === 'other'));
  return families.flatMap(({ id, name }) =>
    career.posts
      .filter(({ family }) => family === id)
      .map(({ id: value, title: label }) => ({ value, label, group: name })),
  );
}
