import type { Metadata } from 'next';
import { PageTitle, TITLE_OF_ITS_OWN } from '@/app/page-title';
import { requireUserOrPost } from '@/lib/auth/session';
import { NOT_RATED } from '@/lib/domain/check-in-limits';
import { SignedOutPost } from '../../signed-out-post';
import { loadRating } from '../load-rating';
import type { RatedSkill } from '../rated-skill';
import { SavedBefore } from '../saved-before';
import { type ReviewedSkill, ReviewForm } from './review-form';

export const metadata: Metadata = TITLE_OF_ITS_OWN;

const TITLE = 'Save your check-in';

/** The check-in as a whole, before it is saved. */
export default async function ReviewPage() {
  const user = await requireUserOrPost('/rate/review');
  if (!user)
    return (
      <>
        <PageTitle>{TITLE}</PageTitle>
        <SignedOutPost />
      </>
    );
  const { skills, standing, draftsUntil } = await loadRating(user.id);
  return (
    <ReviewForm
      skills={skills.map(toReviewed)}
      requestKey={crypto.randomUUID()}
      draftsUntil={draftsUntil}
      draftKey={`check-in:${user.id}:review`}
    >
      <PageTitle>{TITLE}</PageTitle>
      {standing && draftsUntil === '' && standing.latest.size > 0 ? (
        <SavedBefore standing={standing} isReview />
      ) : null}
    </ReviewForm>
  );
}

function toReviewed({ id, name, before, entered, levels }: RatedSkill): ReviewedSkill {
  const isRated = entered.level !== NOT_RATED;
  const scale = levels.find(({ level }) => String(level) === entered.level)?.name;
  return {
    id,
    name,
    entered: isRated ? entered : null,
    level: isRated ? `${entered.level} ${scale}` : before ? `No change since ${before.day}` : 'Not rated',
    canDos: isRated ? describeCanDos(entered) : null,
    change: isRated && before ? describeChange(Number(entered.level) - before.level) : '–',
  };
}

/** What stands out from the level, in short. */
function describeCanDos({ also, except }: RatedSkill['entered']): string | null {
  const parts = [
    ...(except.length > 0 ? [`${except.length} of it not yet`] : []),
    ...(also.length > 0 ? [`${also.length} above it already`] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : null;
}

function describeChange(difference: number): string {
  if (difference === 0) return 'As before';
  return difference > 0 ? `+${difference}` : `−${-difference}`;
}
