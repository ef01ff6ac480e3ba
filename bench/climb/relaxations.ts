import { loadCareer } from '@/lib/catalogue';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { planWords } from '@/lib/wording/plan-words';
import { listMeasuredPeople } from './people-measured';

/** Of people without a plan: who is told what would give one, and whether it does. */
export async function measureRelaxations(): Promise<object[]> {
  const career = loadCareer();
  let [stuck, eased, tried, works] = [0, 0, 0, 0];
  const failed: object[] = [];
  for (const [number, profile] of listMeasuredPeople().entries()) {
    const plan = solvePlan(career, profile, { effort: 'glance', words: planWords });
    if (plan.status !== 'infeasible') continue;
    stuck += 1;
    const eases = new Map(
      (plan.reasons ?? []).flatMap(({ nearest }) => (nearest ? [[JSON.stringify(nearest), nearest]] : [])),
    );
    if (eases.size > 0) eased += 1;
    for (const [text, ease] of eases) {
      const preferences = { ...profile.preferences, ...ease };
      const mended = solvePlan(career, { ...profile, preferences }, { effort: 'glance', words: planWords });
      tried += 1;
      if (mended.status !== 'infeasible') works += 1;
      else failed.push({ what: `person ${number}`, ease: text });
    }
  }
  return [
    {
      measure: 'changes told to who has no plan: they give one',
      bar: 'all',
      isMet: works === tried,
      'people without a plan': stuck,
      'told of a change': eased,
      'changes tried': tried,
      'that give a plan': works,
    },
    ...failed,
  ];
}
