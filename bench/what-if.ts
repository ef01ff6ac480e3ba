import { loadCareer } from '@/lib/catalogue';
import type { Career } from '@/lib/domain/career/career';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { solveContinuation } from '@/lib/domain/climb/follow/continuation';
import type { Profile } from '@/lib/domain/climb/profile';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { addDays } from '@/lib/domain/day';
import { UNTOUCHED } from '@/lib/domain/step-progress';
import { planWords } from '@/lib/wording/plan-words';
import { generatePeople } from '@/tests/support/climb/generated-people';
import { chooseSize } from './size';
import { describeTimes, time } from './timing';

const PEOPLE = chooseSize({ full: 40, quick: 2 });
/** Nine in ten answers come sooner than this. */
const BAR_MS = 2500;
const SEED = 1;
/** Weeks into the plan of someone who asks half-way. */
const WEEKS_GONE = 12;
const OPTIONS = { effort: 'quick', words: planWords } as const;

const CHANGES: readonly { what: string; apply: (profile: Profile, career: Career) => Profile }[] = [
  { what: 'hours', apply: prefer(({ hoursPerWeek }) => ({ hoursPerWeek: Math.min(80, hoursPerWeek + 5) })) },
  { what: 'budget', apply: prefer(() => ({ budget: { amount: 1000, currency: 'GBP' } })) },
  { what: 'deadline', apply: prefer(({ start }) => ({ deadline: addDays(start, 3 * 365) })) },
  { what: 'kinds left out', apply: prefer(() => ({ excludedKinds: ['degree'] })) },
  {
    what: 'holdings',
    apply: (profile, { holdings }) => ({
      ...profile,
      holdings: [...new Set([...profile.holdings, ...holdings.slice(0, 1).map(({ id }) => id)])],
    }),
  },
];

function prefer(change: (preferences: Profile['preferences']) => Partial<Profile['preferences']>) {
  return (profile: Profile): Profile => ({
    ...profile,
    preferences: { ...profile.preferences, ...change(profile.preferences) },
  });
}

/** What each change of settings would do to a plan: how long the answer takes that a page shows before it is taken. */
export async function measureWhatIf(): Promise<object[]> {
  const career = loadCareer();
  const followed = generatePeople(career, { count: PEOPLE, seed: SEED }).flatMap((profile) => {
    const plan = solvePlan(career, profile, { ...OPTIONS, effort: 'glance' });
    return plan.status === 'infeasible' ? [] : [{ profile, plan }];
  });
  const rows = CHANGES.map(({ what, apply }) => ({
    what,
    times: followed.map(({ profile }) => time(() => solvePlan(career, apply(profile, career), OPTIONS))[1]),
  }));
  const halfWay = CHANGES.slice(0, 1).flatMap(({ apply }) =>
    followed.map(({ profile, plan }) => time(() => goOn(career, plan, apply(profile, career)))[1]),
  );
  const all = rows.flatMap(({ times }) => times);
  const described = describeTimes(all);
  return [
    {
      measure: 'what if, milliseconds of processor for the plan with other settings',
      bar: `p90 ${BAR_MS}`,
      isMet: described.p90 < BAR_MS,
      answers: all.length,
      ...described,
    },
    ...[...rows, { what: `hours, ${WEEKS_GONE} weeks into the plan`, times: halfWay }].map(
      ({ what, times }) => ({ what, answers: times.length, ...describeTimes(times) }),
    ),
  ];
}

/** The plan for changed settings of someone who has followed theirs to the letter so far. */
function goOn(career: Career, kept: PlanDocument, profile: Profile): PlanDocument | null {
  const records = kept.steps
    .filter(({ startWeek }) => startWeek < WEEKS_GONE)
    .map((step) => ({
      ...UNTOUCHED,
      step: step.id,
      status: step.startWeek + step.weeks <= WEEKS_GONE ? ('done' as const) : ('in-progress' as const),
    }));
  const today = addDays(kept.profile.preferences.start, WEEKS_GONE * 7);
  return solveContinuation(career, { kept, profile, records, today }, OPTIONS);
}
