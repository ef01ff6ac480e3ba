import type { Metadata } from 'next';
import { requireUserOrPost } from '@/lib/auth/session';
import { NOT_RATED } from '@/lib/domain/check-in-limits';
import { loadRating } from '../load-rating';
import { AllForm } from './all-form';

export const metadata: Metadata = { title: 'Rate your skills on one page' };

export default async function RateAllPage() {
  const user = await requireUserOrPost('/rate/all');
  const { skills, draftsUntil } = await loadRating(user?.id ?? null);
  const unrated = skills.find(({ entered, before }) => entered.level === NOT_RATED && before === null);
  return (
    <>
      {unrated ? (
        <a href={`#${unrated.id}`} className="skip-link">
          {`Skip to ${unrated.name}, the first skill not rated`}
        </a>
      ) : null}
      <h1>Rate your skills</h1>
      <p className="mt-3 text-lg text-soft">
        For each skill, choose the highest level whose sentence is true of you today: something you have done
        and someone could have seen. Leave out what you cannot judge; you can rate some now and the rest
        later.
      </p>
      <p className="mt-2 mb-6 text-soft">
        <a href="/rate" className="inline-flex min-h-11 items-center">
          One skill at a time
        </a>
      </p>
      <p className="hint -mt-3 mb-8 hidden pointer-fine:block">
        By keyboard, on a level: the arrows or 0 to 5 choose, N leads to the next skill and P to the one
        before.
      </p>
      <AllForm
        skills={skills}
        requestKey={crypto.randomUUID()}
        draftsUntil={draftsUntil}
        draftKey={user ? `check-in:${user.id}` : null}
      />
    </>
  );
}
