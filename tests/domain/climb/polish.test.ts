import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { polish } from '@/lib/domain/climb/polish';
import type { Profile } from '@/lib/domain/climb/profile';
import { solve } from '@/lib/domain/climb/solve';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import type { WaySolution } from '@/lib/domain/climb/solve-way';
import { planWords } from '@/lib/wording/plan-words';
import { generatePeople } from '@/tests/support/climb/generated-people';
import { checkClimb } from '@/tests/support/climb/plan-checker';
import { BLIND } from '@/tests/support/climb/thirty';

const career = loadCareer();

const profileOf = (id: string): Profile =>
  BLIND.find((one) => one.id === id)?.profile ?? expect.fail(`there is no ${id}`);

const solveFor = (id: string): PlanDocument => {
  const document = solvePlan(career, profileOf(id), { effort: 'glance', words: planWords });
  expect(checkClimb(career, profileOf(id), document)).toEqual([]);
  return document;
};

const listIds = ({ stages }: WaySolution): string[] =>
  stages.flatMap(({ solution: { model, placements } }) =>
    placements.map(({ step }) => model.steps[step]?.id ?? ''),
  );

/** Own hours before the first post of a way. */
const countBefore = ({ stages }: WaySolution): number => {
  const before = stages[0]?.weeks ?? 0;
  return stages
    .flatMap(({ solution: { model, placements } }) =>
      placements.filter(({ step }) => model.steps[step]?.isAtWork === false),
    )
    .flatMap(({ start, hours }) => hours.filter((_, week) => start + week < before))
    .reduce((sum, hours) => sum + hours, 0);
};

describe('polish', { timeout: 120_000 }, () => {
  it('leaves to every way its steps, cost, hours and stages, and makes none longer', () => {
    const people = generatePeople(career, { count: 12, seed: 5 });
    let held = 0;
    let fuller = 0;
    for (const profile of [...people, profileOf('cs-grad-24'), profileOf('nothing-rated-fast')]) {
      const { person, others } = solve(career, profile, { effort: 'glance' });
      for (const way of others) {
        const polished = polish(person, way, null);
        expect(listIds(polished).sort()).toEqual(listIds(way).sort());
        const { pence, hours, burden, steps } = way;
        expect(polished).toMatchObject({ pence, hours, burden, steps });
        expect(polished.weeks).toBeLessThanOrEqual(way.weeks);
        expect(polished.stages.length).toBe(way.stages.length);
        held += 1;
        if (countBefore(polished) > countBefore(way)) fuller += 1;
      }
    }
    expect(held).toBeGreaterThan(10);
    expect(fuller).toBeGreaterThan(0);
  });
});

describe('a plan', { timeout: 120_000 }, () => {
  it.each(['cs-grad-24', 'bootcamp-laidoff', 'devops-4y-platform'])(
    'sets an exam after the practice of what it asks: %s',
    (id) => {
      const { steps } = solveFor(id);
      const early = steps
        .filter(({ kind }) => kind === 'certification')
        .flatMap((exam) => {
          const asked = career.stepById.get(exam.id)?.needs.canDo ?? [];
          return steps.filter(
            ({ id: other, kind, startWeek, weeks }) =>
              kind !== 'certification' &&
              startWeek + weeks > exam.startWeek &&
              career.stepById.get(other)?.teaches.some((canDo) => asked.includes(canDo)),
          );
        });
      expect(early.map((step) => step.id)).toEqual([]);
    },
  );

  it('gives the craft before workplace skills to who has no post yet', () => {
    const { steps, stages } = solveFor('cs-grad-24');
    const before = steps.filter(({ id }) => stages[0]?.steps.includes(id));
    const isSoft = ({ teaches }: PlanDocument['steps'][number]): boolean =>
      teaches.length > 0 &&
      teaches.every(
        (id) => career.skillById.get(career.canDoById.get(id)?.skill ?? '')?.kind === 'workplace',
      );
    const lastOfCraft = Math.max(...before.filter((step) => !isSoft(step)).map(({ startWeek }) => startWeek));
    const soft = before.filter(isSoft);
    expect(soft.filter(({ startWeek }) => startWeek < lastOfCraft).map(({ id }) => id)).toEqual([]);
  });

  it('puts checks into a pipeline before it lays the security of a platform', () => {
    const { steps } = solveFor('army-signals-sgt');
    const startOf = (id: string): number =>
      steps.find((step) => step.id === id)?.startWeek ?? expect.fail(`${id} is not planned`);
    expect(startOf('checks-in-the-team-pipeline')).toBeLessThan(startOf('secure-platform-foundation'));
  });

  it.each(['devops-4y-platform', 'mum-returner-7'])(
    'has the work that an employer asks to see finished in the first two thirds of it: %s',
    (id) => {
      const { steps, totals } = solveFor(id);
      const asked = career.postById.get(profileOf(id).role)?.asksToSee ?? expect.fail('nothing asked');
      const ends = steps
        .filter((step) => asked.of.includes(step.id))
        .map(({ startWeek, weeks }) => startWeek + weeks)
        .sort((one, other) => one - other);
      expect(ends[asked.count - 1]).toBeLessThanOrEqual((2 / 3) * totals.weeks);
    },
  );
});
