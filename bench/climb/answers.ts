import { loadCareer } from '@/lib/catalogue';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { leaveOutStep } from '@/lib/domain/plan/choose-step';
import { planWords } from '@/lib/wording/plan-words';
import { chooseSize } from '../size';
import { describeTimes, round, time } from '../timing';
import { findFirstAnswer } from './first-answers';
import { measurePart } from './part';
import { listMeasuredPeople } from './people-measured';

const MANY = chooseSize({ full: 40, quick: 5 });
const FOLLOWED = chooseSize({ full: 60, quick: 5 });

/** Steps of each plan that are left out in turn. */
const LEFT_OUT = 3;

/** What the first answer of all but one in a hundred may take. */
const MOST_MS = 2500;

/** What people wait for: the first answer of the page, plans by the many, and plans without one of their steps. */
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
      plan.steps.slice(0, LEFT_OUT).map(({ id }) => {
        const preferences = leaveOutStep(profile.preferences, id);
        return time(() =>
          solvePlan(career, { ...profile, preferences }, { effort: 'quick', words: planWords }),
        )[1];
      }),
  });
  const without = describeTimes(leftOut.rows.flat());
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
      measure: 'the plan without one of its steps, as it is asked for: milliseconds of processor',
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
