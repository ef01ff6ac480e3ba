import { loadCareer } from '@/lib/catalogue';
import { listWithout } from '@/lib/domain/climb/follow/without';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { planWords } from '@/lib/wording/plan-words';
import { chooseSize } from '../size';
import { describeTimes, round, time } from '../timing';
import { findFirstAnswer } from './first-answers';
import { measurePart } from './part';
import { listMeasuredPeople } from './people-measured';

const MANY = chooseSize({ full: 40, quick: 5 });
const FOLLOWED = chooseSize({ full: 60, quick: 5 });

/** What the first answer of all but one in a hundred may take. */
const MOST_MS = 2500;

/** What people wait for: the first answer of the page, plans by the many, and what leaving each step out would cost. */
export async function measureAnswers(): Promise<object[]> {
  const career = loadCareer();
  const people = listMeasuredPeople();
  const { rows: first } = measurePart('first answers', people, {
    minutes: 6,
    measure: (profile, number) => ({ number, profile, ...findFirstAnswer(profile) }),
  });
  const times = describeTimes(first.map(({ milliseconds }) => milliseconds));
  const wall = describeTimes(first.map((each) => each.wall));
  const many = people.slice(0, MANY);
  const [, manyMilliseconds] = time(() => {
    for (const profile of many) solvePlan(career, profile, { effort: 'quick', words: planWords });
  });
  // Two workers on two cores, as the command has them.
  const aSecond = round((2 * 1000 * many.length) / manyMilliseconds);
  const planned = first
    .filter(({ plan }) => plan.status !== 'infeasible' && plan.steps.length > 0)
    .slice(0, FOLLOWED);
  const leftOut = measurePart('leaving out steps', planned, {
    minutes: 4,
    measure: ({ profile, plan }) =>
      time(() => listWithout(career, { profile, document: plan, followed: null }))[1],
  });
  const without = describeTimes(leftOut.rows);
  return [
    {
      measure: "the page's first answer, all ways compared: milliseconds of processor",
      bar: 'p50 400, p99 2500',
      isMet: times.p50 <= 400 && times.p99 <= MOST_MS && first.length === people.length,
      people: first.length,
      'left out': people.length - first.length,
      'without a plan': first.filter(({ plan }) => plan.status === 'infeasible').length,
      ...times,
      'p50 by the clock': wall.p50,
      'p99 by the clock': wall.p99,
    },
    {
      measure: 'plans for many at once, a second of two processors',
      bar: '5',
      isMet: aSecond >= 5,
      profiles: many.length,
      'a second': aSecond,
    },
    {
      measure: 'what leaving out each step of a plan would cost, all steps: milliseconds of processor',
      bar: 'p99 2000',
      isMet: without.p99 <= 2000,
      plans: leftOut.done,
      ...without,
    },
    ...first
      .filter(({ milliseconds }) => milliseconds > MOST_MS)
      .map(({ number, milliseconds }) => ({
        what: `person ${number}: the first answer`,
        milliseconds: Math.round(milliseconds),
      })),
  ];
}
