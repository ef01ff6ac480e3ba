import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { Profile } from '@/lib/domain/climb/profile';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { planWords } from '@/lib/wording/plan-words';
import { THIRTY } from '@/tests/support/climb/thirty';
import { makePerson } from './people';

const career = loadCareer();
const plan = (profile: Profile) => solvePlan(career, profile, { effort: 'quick', words: planWords });
const read = (id: string): Profile => {
  const person = THIRTY.find((one) => one.id === id);
  if (!person) throw new RangeError(`there is nobody called ${id}`);
  return person.profile;
};

describe('ways and stages that a mentor would sign', () => {
  it('lead back to the rank that somebody out of work had, not below it', () => {
    const laidOff = makePerson(
      'devops-engineer',
      [2, 3, 1, 1, 2, 2, 3, 1, 1, 3],
      {
        posts: [
          { post: 'entry-role-junior-developer', weeks: 60 },
          { post: 'software-developer', weeks: 104 },
        ],
      },
      { hoursPerWeek: 25 },
    );
    expect(plan(laidOff).stages[0]?.until).toBe('software-developer');
  });

  it('leave nobody without a post for more than a year where there is another way', () => {
    const back = makePerson(
      'platform-engineer',
      [2, 1, 3, 1, 1, 2, 3, 2, 2, 1],
      { posts: [{ post: 'system-administrator', weeks: 260 }], holdings: ['career-break'] },
      { hoursPerWeek: 6 },
    );
    expect(plan(back).stages[0]?.weeks).toBeLessThanOrEqual(52);
  });

  it('send nobody a rank down where two years lead there without it', () => {
    const { ways, stages } = plan(read('qa-to-build'));
    expect(ways.map(({ posts }) => posts[0])).toContain('junior-devops-engineer');
    expect(stages[0]?.until).toBe('build-engineer');
  });

  it('are not told where they take more than twice the weeks', () => {
    const { ways, totals } = plan(read('us-self-taught'));
    expect(ways.length).toBeGreaterThan(1);
    for (const { weeks } of ways) expect(weeks).toBeLessThanOrEqual(2 * totals.weeks);
  });

  it('ask for a certificate with the goal, not with the role before it', () => {
    // A way through a role that asks for one to a role that does not: here that one is asked too.
    const { certification } = career;
    const askedBy = [...certification.askedBy, 'site-reliability-engineer'];
    const asking = { ...career, certification: { ...certification, askedBy } };
    const profile: Profile = { ...read('junior-devops'), role: 'site-reliability-engineer' };
    const [withExam, without] = [asking, career].map((each) =>
      solvePlan(each, profile, { effort: 'quick', words: planWords }),
    );
    const asked = withExam?.requirements.find(({ id }) => id === 'certification')?.by ?? [];
    expect(withExam?.steps.filter(({ id }) => asked.includes(id))).toHaveLength(1);
    // Free hours may take it early; the role before waits no week for it.
    expect(withExam?.stages[0]?.until).toBe('devops-engineer');
    expect(withExam?.stages[0]?.weeks).toBe(without?.stages[0]?.weeks);
  });

  it('fill the weeks without a post with what stages further on can begin', () => {
    const outOfWork = makePerson(
      'cyber-security-engineer',
      [1, 1, 1, 2, 1, 2, 2, 1, 1, 2],
      {
        holdings: ['bachelors-related', 'out-of-work'],
        posts: [{ post: 'junior-security-analyst', weeks: 48, current: false }],
      },
      { hoursPerWeek: 25 },
    );
    const { steps, stages } = plan(outOfWork);
    const [search] = stages;
    const hours = steps
      .flatMap(({ startWeek, hoursByWeek }) =>
        hoursByWeek.map((count, week) => ({ count, week: startWeek + week })),
      )
      .filter(({ week }) => week < (search?.weeks ?? 0))
      .reduce((sum, { count }) => sum + count, 0);
    expect(stages.length).toBeGreaterThan(2);
    expect(hours).toBeGreaterThan((25 * (search?.weeks ?? 0)) / 2);
  });

  it('fill the year in a first post with what the next stage can begin', () => {
    const profile = read('primary-teacher');
    const { steps, stages } = plan(profile);
    const year = stages[1];
    if (!year) throw new RangeError('there is no second stage');
    const hours = steps
      .filter(({ pool }) => pool === 'own')
      .flatMap(({ startWeek, hoursByWeek }) =>
        hoursByWeek.map((count, week) => ({ count, week: startWeek + week })),
      )
      .filter(({ week }) => week >= year.startWeek && week < year.startWeek + year.weeks)
      .reduce((sum, { count }) => sum + count, 0);
    expect(hours).toBeGreaterThan((profile.preferences.hoursPerWeek * year.weeks) / 2);
  });
});
