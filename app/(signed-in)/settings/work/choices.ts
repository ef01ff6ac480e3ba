import type { Career } from '@/lib/domain/career/career';
import type { Choice } from '@/lib/wording/post-choices';

/** What the matches of a résumé may be changed to. */
export type ResumeChoices = Readonly<Record<'posts' | 'holdings' | 'certificates', readonly Choice[]>>;

/** The certifications of the catalogue by name; one that is no longer given can still be held. */
export function listCertificateChoices(career: Career): Choice[] {
  return career.steps
    .filter(({ kind }) => kind === 'certification')
    .map(({ id, title }) => ({ value: id, label: title }))
    .sort((one, other) => one.label.localeCompare(other.label, 'en'));
}
