import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PageTitle, TITLE_OF_ITS_OWN } from '@/app/page-title';
import { getUser, redirectToSignIn, requireUserOrPost } from '@/lib/auth/session';
import { NOT_RATED, REVIEW } from '@/lib/domain/check-in-limits';
import { loadRating } from './load-rating';
import { skillPath } from './paths';
import { SavedBefore } from './saved-before';
import { SkillForm } from './skill-form';

type Props = { searchParams: Promise<{ skill?: string | string[]; from?: string | string[] }> };

export const metadata: Metadata = TITLE_OF_ITS_OWN;

/** One skill at a time: the first of them where the address names none. */
export default async function RatePage({ searchParams }: Props) {
  // Who comes by *Find my rung* and has no session is new here.
  if ((await searchParams).from === 'guide' && !(await getUser())) redirect('/sign-up');
  const user = await requireUserOrPost('/rate');
  const [{ skill: asked }, { skills, standing }] = await Promise.all([
    searchParams,
    loadRating(user?.id ?? null),
  ]);
  const place = skills.findIndex(({ id }) => id === asked);
  const skill = skills[place];
  if (!skill) {
    if (!user) redirectToSignIn('/rate');
    redirect(skillPath(skills[0]?.id ?? ''));
  }
  const unrated = skills.find(({ entered, before }) => entered.level === NOT_RATED && before === null);
  const rated = skills.filter(({ entered }) => entered.level !== NOT_RATED).length;
  return (
    <SkillForm
      key={skill.id}
      skill={skill}
      place={place}
      rail={skills.map(({ id, name, entered, before }) => ({
        id,
        name,
        ratedOn: before?.day ?? null,
        level: entered.level === NOT_RATED ? null : entered.level,
      }))}
      back={skills[place - 1]?.id ?? null}
      next={skills[place + 1]?.id ?? REVIEW}
      draftKey={user ? `check-in:${user.id}:${skill.id}` : null}
    >
      <PageTitle>{`Rate your skills: ${skill.name}`}</PageTitle>
      {unrated && unrated.id !== skill.id ? (
        <a href={skillPath(unrated.id)} className="skip-link">
          {`Skip to ${unrated.name}, the first skill not rated`}
        </a>
      ) : null}
      {standing && place === 0 && rated === 0 ? <SavedBefore standing={standing} /> : null}
    </SkillForm>
  );
}
