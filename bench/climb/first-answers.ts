import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import type { Profile } from '@/lib/domain/climb/profile';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { planWords } from '@/lib/wording/plan-words';
import { time } from '../timing';

/** What a page first shows somebody, and what it took: milliseconds of processor and by the clock. */
export type FirstAnswer = { plan: PlanDocument; milliseconds: number; wall: number };

const answers = new Map<string, FirstAnswer>();

/** The first answer to a profile, made once for all parts of a measurement. */
export function findFirstAnswer(profile: Profile): FirstAnswer {
  const key = JSON.stringify(profile);
  const known = answers.get(key);
  if (known) return known;
  const began = performance.now();
  const [plan, milliseconds] = time(() =>
    solvePlan(loadCareer(), profile, { effort: 'glance', words: planWords }),
  );
  const answer = { plan, milliseconds, wall: performance.now() - began };
  answers.set(key, answer);
  return answer;
}
