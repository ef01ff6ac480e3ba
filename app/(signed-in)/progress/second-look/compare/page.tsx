import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireUser } from '@/lib/auth/session';
import { loadCareer } from '@/lib/catalogue';
import { listSkillsOf } from '@/lib/domain/proof/evidence';
import { compareLevels, proposeTalks } from '@/lib/domain/second-look/compare';
import { listEvidence } from '@/lib/queries/evidence';
import { listGivenAnswers } from '@/lib/queries/second-look-answers';
import { getSecondLook } from '@/lib/queries/second-looks';
import { formatCount, formatDay, formatList } from '@/lib/wording/format';
import { describeApart } from '@/lib/wording/second-look';
import { AgreeForm } from './agree-form';
import { PairDetails, type ShownPair } from './pair-details';

export const metadata: Metadata = { title: 'Side by side' };

type Search = { look?: string | string[] };

export default async function ComparePage({ searchParams }: { searchParams: Promise<Search> }) {
  const user = await requireUser('/progress/second-look/compare');
  const { look: id } = await searchParams;
  const career = loadCareer();
  const look = typeof id === 'string' ? await getSecondLook(user.id, id.slice(0, 200)) : null;
  if (!look || look.career !== career.id) notFound();
  const [given, evidence] = await Promise.all([
    listGivenAnswers(user.id, career.id, { secondLookId: look.id }),
    listEvidence(user.id, career.id),
  ]);
  const nameOf = (level: number) => `${level} ${career.scale[level]?.name ?? ''}`;
  const shown = given.flatMap(({ skill: skillId, own, second, reason }): ShownPair[] => {
    const skill = career.skillById.get(skillId);
    if (!skill || !second) return [];
    return [
      {
        pair: compareLevels(skill, { own, second }),
        reason,
        evidence: evidence
          .filter((item) => listSkillsOf(career, item).includes(skillId))
          .map((item) => ({
            id: item.id,
            day: formatDay(item.day),
            text: item.text ?? item.url ?? item.title,
          })),
      },
    ];
  });
  const notJudged = given.filter(({ second }) => second === null);
  const talks = proposeTalks(shown.map(({ pair }) => pair));
  const order = new Map(talks.map(({ skill }, place) => [skill.id, place]));
  const sorted = shown.toSorted(
    (one, other) =>
      (order.get(one.pair.skill.id) ?? talks.length) - (order.get(other.pair.skill.id) ?? talks.length),
  );
  return (
    <div className="mx-auto flex max-w-[52rem] flex-col gap-8">
      <header>
        <p>
          <a href="/progress/second-look" className="inline-flex min-h-11 items-center">
            Back to second looks
          </a>
        </p>
        <h1 className="written mt-1">{`Side by side with ${look.name}`}</h1>
        <p className="mt-3 text-soft">
          Each level was given without sight of the other. Neither is the right one: what you can point at
          decides, together.
        </p>
      </header>
      {shown.length === 0 ? <p>There is nothing yet that both of you have rated.</p> : null}
      {talks.length > 0 ? (
        <section className="notice" data-tone="attention" aria-labelledby="talk">
          <h2 id="talk" className="text-xl">
            Worth talking about
          </h2>
          <ol className="mt-1 list-decimal pl-6">
            {talks.map(({ skill, apart, onlyOwn, onlySecond }) => (
              <li key={skill.id}>
                <a href={`#pair-${skill.id}`}>{skill.name}</a>
                <span>
                  {apart === 0
                    ? `: the same level, ${formatCount(onlyOwn.length + onlySecond.length, 'can-do')} apart`
                    : `: ${look.name} gives it ${describeApart(apart)}`}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      {shown.length > 0 ? (
        <>
          <div className="card overflow-x-auto">
            <table className="max-sm:text-[0.85rem] max-sm:[&_td]:px-1 max-sm:[&_th]:px-1">
              <caption className="sr-only">Both levels by skill</caption>
              <thead>
                <tr>
                  <th scope="col">Skill</th>
                  <th scope="col">Your own</th>
                  <th scope="col">Second look</th>
                  <th scope="col">Second look is</th>
                </tr>
              </thead>
              <tbody>
                {sorted.map(({ pair }) => (
                  <tr key={pair.skill.id}>
                    <th scope="row">{pair.skill.name}</th>
                    <td>{nameOf(pair.own.level)}</td>
                    <td>{nameOf(pair.second.level)}</td>
                    <td>{describeApart(pair.apart)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {sorted.map((one) => (
            <PairDetails key={one.pair.skill.id} career={career} name={look.name} shown={one} />
          ))}
        </>
      ) : null}
      {notJudged.length > 0 ? (
        <p>
          {`${look.name} cannot judge ${formatList(notJudged.map(({ skill }) => career.skillById.get(skill)?.name ?? skill))}.`}
        </p>
      ) : null}
      {shown.length > 0 ? (
        <section className="card flex flex-col gap-4" aria-labelledby="agree">
          <h2 id="agree">What you agree on</h2>
          <p className="text-soft">
            {`Once you have talked: it is kept as agreed with ${look.name}, beside your own ratings, which stay as they are.`}
          </p>
          <AgreeForm
            look={look.id}
            requestKey={crypto.randomUUID()}
            levels={career.scale.map(({ level }) => ({ value: String(level), label: nameOf(level) }))}
            skills={sorted.map(({ pair: { skill, onlyOwn, onlySecond } }) => ({
              id: skill.id,
              name: skill.name,
              open: [...onlyOwn, ...onlySecond].map((canDo) => ({
                id: canDo,
                text: career.canDoById.get(canDo)?.text ?? canDo,
              })),
            }))}
          />
        </section>
      ) : null}
    </div>
  );
}
