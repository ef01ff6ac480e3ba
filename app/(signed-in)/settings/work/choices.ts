import type { Career } from '@/lib/domain/career/career';

export type Choice = { value: string; label: string; group?: string };

/** What the matches of a résumé may be changed to. */
export type ResumeChoices = Readonly<Record<'posts' | 'holdings' | 'certificates', readonly Choice[]>>;

/** The posts that one can say, by family; other work in IT stands last. */
export function listPostChoices(career: Career): Choice[] {
  const families = career.families.toSorted((a, b) => Number(a.id === 'other') - Number(b.id === 'other'));
  return families.flatMap(({ id, name }) =>
    career.posts
      .filter(({ family }) => family === id)
      .map(({ id: value, title: label }) => ({ value, label, group: name })),
  );
}

/** The certifications of the catalogue by name; one that is no longer given can still be held. */
export function listCertificateChoices(career: Career): Choice[] {
  return career.steps
    .filter(({ kind }) => kind === 'certification')
    .map(({ id, title }) => ({ value: id, label: title }))
    .sort((one, other) => one.label.localeCompare(other.label, 'en'));
}
