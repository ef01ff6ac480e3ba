import { loadCareer } from '@/lib/catalogue';
import { findAnyWith } from '@/lib/domain/climb/counterfactuals';
import type { Preferences, Profile } from '@/lib/domain/climb/profile';
import { addDays } from '@/lib/domain/day';
import { findFirstAnswer } from './first-answers';
import { measurePart } from './part';
import { listMeasuredPeople } from './people-measured';

type Ease = Partial<Preferences>;
/** A change, whether it gives a plan, and whether a smaller one was found that gives one too. */
type Change = { number: number; text: string; isGiving: boolean; hasSmaller: boolean };
type Told = { isStuck: boolean; changes: readonly Change[] };

/** Of people without a plan: who is told what would give one, and whether it does. */
export async function measureRelaxations(): Promise<object[]> {
  const { rows, done, all } = measurePart('changes told', listMeasuredPeople(), {
    minutes: 6,
    measure: tryChanges,
  });
  const stuck = rows.filter(({ isStuck }) => isStuck);
  const changes = rows.flatMap((row) => row.changes);
  const works = changes.filter(({ isGiving }) => isGiving).length;
  return [
    {
      measure: 'changes told to who has no plan: they give one',
      bar: 'all',
      isMet: works === changes.length && done === all,
      people: done,
      'left out': all - done,
      'people without a plan': stuck.length,
      'told of a change': stuck.filter((row) => row.changes.length > 0).length,
      'changes tried': changes.length,
      'that give a plan': works,
      // Of these the person reads an interval, from what is proved to be too little up to what was found to do.
      'of which a smaller one does too': changes.filter(({ hasSmaller }) => hasSmaller).length,
    },
    ...changes
      .filter(({ isGiving }) => !isGiving)
      .map(({ number, text }) => ({ what: `person ${number}`, ease: text })),
  ];
}

function tryChanges(profile: Profile, number: number): Told {
  const { plan } = findFirstAnswer(profile);
  if (plan.status !== 'infeasible') return { isStuck: false, changes: [] };
  const eases = new Map(
    (plan.reasons ?? []).flatMap(({ nearest }) => (nearest ? [[JSON.stringify(nearest), nearest]] : [])),
  );
  const changes = [...eases].map(([text, ease]): Change => {
    const preferences = { ...profile.preferences, ...ease };
    const isGiving = findFirstAnswer({ ...profile, preferences }).plan.status !== 'infeasible';
    const smaller = lessen(ease);
    const hasSmaller =
      smaller !== null && findAnyWith(loadCareer(), profile, { preferences: smaller }).found !== null;
    return { number, text, isGiving, hasSmaller };
  });
  return { isStuck: true, changes };
}

/** A little less of what a change allows; null where it has no size. */
function lessen({ budget, deadline, hoursPerWeek, ...others }: Ease): Ease | null {
  if (Object.keys(others).length > 0) return null;
  if (budget) return { budget: { ...budget, amount: Math.max(0, budget.amount - 0.01) } };
  if (deadline) return { deadline: addDays(deadline, -7) };
  return hoursPerWeek ? { hoursPerWeek: hoursPerWeek - 1 } : null;
}
