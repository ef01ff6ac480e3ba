import loadHighs from 'highs';
import { loadCareer } from '@/lib/catalogue';
import { listWays } from '@/lib/domain/climb/ways/list-ways';
import type { Solver } from '@/tests/support/climb/integer-program';
import { refuteWay, type WayVerdict } from '@/tests/support/climb/whole-way';
import { findFirstAnswer } from './first-answers';
import { measurePart } from './part';
import { listMeasuredPeople } from './people-measured';

const MOST_MINUTES = 6;
/** A program that takes longer says nothing. */
const SECONDS = 10;
const MOST_EXAMPLES = 10;

type Refuted = { number: number; ways: number; verdicts: WayVerdict[] };

/** Of people of whom it is said to be proved that they have no plan: of how many HiGHS says the same, way by way. */
export async function measureInfeasible(): Promise<object[]> {
  const career = loadCareer();
  const highs = await loadHighs();
  const solve: Solver = (program) => highs.solve(program, { time_limit: SECONDS });
  const { rows, done, all } = measurePart('without a plan, beside HiGHS', listMeasuredPeople(), {
    minutes: MOST_MINUTES,
    measure: (profile, number): Refuted | 'open' | null => {
      const { plan } = findFirstAnswer(profile);
      if (plan.status !== 'infeasible') return null;
      if (!plan.proved) return 'open';
      const ways = listWays(career, profile);
      const verdicts = ways.map((way): WayVerdict => {
        try {
          return refuteWay(career, profile, { way, solve });
        } catch {
          return 'open';
        }
      });
      return { number, ways: ways.length, verdicts };
    },
  });
  const without = rows.flatMap((row) => row ?? []);
  const proved = without.flatMap((row) => (row === 'open' ? [] : [row]));
  const confirmed = proved.filter(({ verdicts }) => verdicts.every((verdict) => verdict !== 'open'));
  const count = (wanted: WayVerdict): number =>
    proved.flatMap(({ verdicts }) => verdicts).filter((verdict) => verdict === wanted).length;
  return [
    {
      measure: 'people of whom it is proved that they have no plan: confirmed by HiGHS, way by way',
      bar: 'all',
      isMet: confirmed.length === proved.length && done === all,
      people: done,
      'left out': all - done,
      'without a plan': without.length,
      'proved by the engine': proved.length,
      'confirmed by HiGHS': confirmed.length,
      'of these without any way': proved.filter(({ ways }) => ways === 0).length,
      'ways that cannot be reached': count('cannot be reached'),
      'that cost too much': count('costs too much'),
      'that take too long': count('takes too long'),
      'open for HiGHS': count('open'),
    },
    ...proved
      .filter((one) => !confirmed.includes(one))
      .slice(0, MOST_EXAMPLES)
      .map(({ number, verdicts }) => ({ what: `person ${number}`, ways: verdicts.join(', ') })),
  ];
}
