import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { buildStage } from '@/lib/domain/climb/model/build-stage';
import { makeClimber, makePerson as makeClimbingPerson } from '@/lib/domain/climb/model/climber';
import type { Profile } from '@/lib/domain/climb/profile';
import { rateBasics } from '@/lib/domain/climb/search/basics-first';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { planWords } from '@/lib/wording/plan-words';
import { checkClimb } from '@/tests/support/climb/plan-checker';
import { makePerson, PEOPLE } from './people';

const career = loadCareer();

const solve = (profile: Profile): PlanDocument => {
  const document = solvePlan(career, profile, { effort: 'glance', words: planWords });
  expect(checkClimb(career, profile, document)).toEqual([]);
  return document;
};

describe('rateBasics', () => {
  const profile = PEOPLE.graduate ?? expect.fail('there is no such person');
  const person = makeClimbingPerson(career, profile);
  const until = career.postById.get('devops-engineer') ?? expect.fail('there is no such post');
  const model = buildStage(person, makeClimber(person), { until, isGoal: true, taken: 0 });
  const rated = rateBasics(model);
  const rateOf = (id: string): number => rated[model.indexById.get(id) ?? -1] ?? expect.fail(id);

  it('puts what is easier, and what the post leans on, before the rest, and an exam last', () => {
    expect(rateOf('linux-upskill-challenge')).toBeGreaterThan(rateOf('small-web-service'));
    expect(rateOf('small-web-service')).toBeGreaterThan(rateOf('terraform-associate'));
  });
});

describe('a plan', () => {
  it('comes to the year’s largest duties after those of a lead', () => {
    const document = solve(
      makePerson(
        'principal-devops-engineer',
        [3, 4, 4, 4, 4, 4, 4, 3, 3, 4],
        {
          posts: [
            { post: 'senior-devops-engineer', weeks: 200 },
            { post: 'lead-devops-engineer', weeks: 120, current: true },
          ],
        },
        { workHoursPerWeek: 8 },
      ),
    );
    const levelOf = (canDo: string): number => career.canDoById.get(canDo)?.level ?? 0;
    const isOfFive = ({ teaches }: PlanDocument['steps'][number]) => teaches.every((id) => levelOf(id) === 5);
    const isOfFour = ({ teaches }: PlanDocument['steps'][number]) => teaches.every((id) => levelOf(id) <= 4);
    const [four, five] = [document.steps.filter(isOfFour), document.steps.filter(isOfFive)];
    const middle = (steps: PlanDocument['steps']) =>
      steps.reduce((sum, { startWeek }) => sum + startWeek, 0) / steps.length;
    expect(four.length).toBeGreaterThan(1);
    expect(five.length).toBeGreaterThan(1);
    expect(middle(four)).toBeLessThan(middle(five));
  });

  it('takes an exam after the work that it confirms, and draws no step out over a year', () => {
    const document = solve(
      makePerson(
        'devops-engineer',
        [2, 1, 3, 2, 2, 3, 3, 2, 3, 2],
        {
          posts: [
            { post: 'network-engineer', weeks: 300 },
            { post: 'senior-network-engineer', weeks: 116, current: true },
          ],
        },
        { hoursPerWeek: 8, platform: 'aws' },
      ),
    );
    const exam = document.steps.find(({ kind }) => kind === 'certification') ?? expect.fail('no exam');
    const practice = document.steps.filter(({ teaches }) => teaches.includes('code-write-infrastructure'));
    expect(practice.length).toBeGreaterThan(0);
    for (const { startWeek, weeks } of practice)
      expect(startWeek + weeks).toBeLessThanOrEqual(exam.startWeek);
    expect(Math.max(...document.steps.map(({ weeks }) => weeks))).toBeLessThanOrEqual(52);
  });
});
