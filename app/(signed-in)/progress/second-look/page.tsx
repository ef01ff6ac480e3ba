import type { Metadata } from 'next';
import { Notice } from '@/components/notice';
import { requireUser } from '@/lib/auth/session';
import { computeStanding } from '@/lib/domain/climb/standing';
import { addDays, computeDayInZone } from '@/lib/domain/day';
import { LONGEST_DAYS } from '@/lib/domain/second-look/ask';
import { proposeSkills } from '@/lib/domain/second-look/propose';
import { readOrigin } from '@/lib/http/origin';
import { loadStanding, type Standing } from '@/lib/plan/standing';
import { listAgreedRatings } from '@/lib/queries/agreed-ratings';
import { listGivenAnswers, listWaitingSkills } from '@/lib/queries/second-look-answers';
import { listSecondLooks } from '@/lib/queries/second-looks';
import { isMailOn } from '@/lib/reminders/mail';
import { formatDay } from '@/lib/wording/format';
import { AgreedTable } from './agreed-table';
import { AgreementFigures } from './agreement';
import { AskForm } from './ask-form';
import { LevelKindForm } from './level-kind-form';
import { LookList, type ShownLook } from './look-list';

export const metadata: Metadata = { title: 'Second looks' };

const DAYS_AT_FIRST = 14;

type Search = { agreed?: string | string[] };

export default async function SecondLookPage({ searchParams }: { searchParams: Promise<Search> }) {
  const user = await requireUser('/progress/second-look');
  const [search, standing, origin] = await Promise.all([searchParams, loadStanding(user.id), readOrigin()]);
  const { career, account, today } = standing;
  const [looks, given, waiting, agreed] = await Promise.all([
    listSecondLooks(user.id, career.id),
    listGivenAnswers(user.id, career.id),
    listWaitingSkills(user.id, career.id),
    listAgreedRatings(user.id, career.id),
  ]);
  const nameOf = (id: string) => career.skillById.get(id)?.name ?? id;
  const now = new Date().toISOString();
  const shown = looks.map((look): ShownLook => {
    const of = <T extends { secondLookId: string; skill: string }>(rows: readonly T[]) =>
      rows.filter(({ secondLookId }) => secondLookId === look.id).map(({ skill }) => skill);
    const [both, answered] = [of(given), of(waiting)];
    return {
      look,
      isOpen: look.isLinked && look.closedAt === null && look.endsAt > now,
      given: both.map(nameOf),
      waiting: answered.map((id) => ({ id, name: nameOf(id) })),
      open: look.skills.filter((id) => !both.includes(id) && !answered.includes(id)).map(nameOf),
    };
  });
  const pairs = given.flatMap(({ own, second: other }) =>
    other ? [{ own: own.level, second: other.level }] : [],
  );
  return (
    <div className="mx-auto flex max-w-[52rem] flex-col gap-8">
      <header>
        <p>
          <a href="/progress" className="inline-flex min-h-11 items-center">
            Back to your progress
          </a>
        </p>
        <h1 className="mt-1">Second looks</h1>
        <p className="mt-3 max-w-[68ch] text-lg text-soft">
          How we rate ourselves and what we can do go together only loosely. Somebody who has seen you work
          can look too. Neither of you sees the other’s levels before both have rated a skill; then you can
          talk about where you differ.
        </p>
      </header>
      {search.agreed ? <Notice>What you agreed on is kept, beside your own ratings.</Notice> : null}
      <section className="card flex flex-col gap-4" aria-labelledby="ask">
        <h2 id="ask">Ask somebody</h2>
        <AskForm
          origin={origin}
          skills={listChoices(standing)}
          days={{ today, until: addDays(today, DAYS_AT_FIRST), lastDay: addDays(today, LONGEST_DAYS) }}
          isMailOn={isMailOn && account.emailVerifiedAt !== null}
        />
      </section>
      {shown.length > 0 ? (
        <section className="flex flex-col gap-4" aria-labelledby="asked">
          <h2 id="asked">Whom you asked</h2>
          <LookList looks={shown} />
        </section>
      ) : null}
      {pairs.length > 0 ? (
        <section className="flex flex-col gap-2" aria-labelledby="how-well">
          <h2 id="how-well">Own ratings and second looks</h2>
          <AgreementFigures pairs={pairs} />
        </section>
      ) : null}
      {agreed.length > 0 ? (
        <section className="flex flex-col gap-4" aria-labelledby="agreed">
          <h2 id="agreed">Agreed</h2>
          <AgreedTable
            career={career}
            agreed={agreed}
            dayOf={(instant) =>
              formatDay(computeDayInZone({ instant: new Date(instant), timeZone: account.timeZone }))
            }
          />
          <LevelKindForm kind={account.settings.isAgreedUsed ? 'agreed' : 'own'} />
        </section>
      ) : null}
    </div>
  );
}

/** Every skill, those that are proposed ticked. */
function listChoices({ career, role, rated }: Standing) {
  const { rows } = computeStanding(career, { role, ratings: rated });
  const proposed = proposeSkills(rows.map(({ skill, ...row }) => ({ ...row, skill: skill.id })));
  return career.skills.map(({ id, name, kind }) => ({
    id,
    name,
    hint: kind === 'technical' ? 'Technical' : 'At work',
    isProposed: proposed.includes(id),
  }));
}
