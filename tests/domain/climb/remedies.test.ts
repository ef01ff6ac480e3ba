import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { Preferences, Profile } from '@/lib/domain/climb/profile';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { planWords } from '@/lib/wording/plan-words';
import { checkClimb } from '@/tests/support/climb/plan-checker';
import { makePerson } from './people';

const career = loadCareer();

const plan = (profile: Profile, preferences: Partial<Preferences> = {}) =>
  solvePlan(
    career,
    { ...profile, preferences: { ...profile.preferences, ...preferences } },
    { effort: 'glance', words: planWords },
  );

/** Plans that a limit keeps from being found, with the change that is offered for it. */
const REFUSED: Readonly<Record<string, { what: string; profile: Profile }>> = {
  'a junior engineer who would be a reliability engineer in eighteen months': {
    what: 'deadline',
    profile: makePerson(
      'site-reliability-engineer',
      [1, 2, 3, 2, 2, 2, 3, 1, 2, 3],
      { posts: [{ post: 'junior-devops-engineer', weeks: 78, current: true }] },
      { deadline: '2028-06-30' },
    ),
  },
  'a security analyst without money for the certificate': {
    what: 'budget',
    profile: makePerson(
      'cyber-security-engineer',
      [1, 1, 2, 3, 1, 2, 3, 1, 3, 2],
      {
        posts: [
          { post: 'junior-security-analyst', weeks: 60 },
          { post: 'security-analyst', weeks: 52, current: true },
        ],
      },
      { hoursPerWeek: 6, budget: { amount: 0, currency: 'GBP' } },
    ),
  },
  'a chef without any money who would be a DevOps engineer some day': {
    what: 'budget',
    profile: makePerson(
      'devops-engineer',
      [1, 0, 0, 0, 0, 1, 2, 1, 2, 2],
      {},
      { hoursPerWeek: 3, budget: { amount: 0, currency: 'GBP' } },
    ),
  },
};

describe('a limit that stands in the way', { timeout: 180_000 }, () => {
  it.each(Object.entries(REFUSED))('is told with a change that gives a plan: %s', (_, { what, profile }) => {
    const refused = plan(profile);
    expect(refused.status).toBe('infeasible');
    const reason = refused.reasons?.find((one) => one.what === what);
    expect(reason?.nearest).toBeTruthy();
    const mended = plan(profile, reason?.nearest ?? {});
    expect(mended.status).not.toBe('infeasible');
    const { preferences } = profile;
    const eased = { ...profile, preferences: { ...preferences, ...reason?.nearest } };
    expect(checkClimb(career, eased, mended)).toEqual([]);
  });
});

it('says what the money is for', { timeout: 180_000 }, () => {
  const { profile } =
    REFUSED['a security analyst without money for the certificate'] ?? expect.fail('nobody');
  const reason = plan(profile).reasons?.find(({ what }) => what === 'budget');
  expect(reason?.ids.map((id) => career.stepById.get(id)?.kind)).toContain('certification');
  expect(reason?.sentence).toMatch(
    /It pays for .*Security\+.* All else in it is free\. Employers often pay for an exam/,
  );
  expect(reason?.sentence).not.toContain('£0.01');
});

describe('who is past the goal', () => {
  const senior = (levels: readonly number[]) =>
    makePerson('devops-engineer', levels, {
      holdings: ['relevant-certification'],
      posts: [
        { post: 'devops-engineer', weeks: 150 },
        { post: 'senior-devops-engineer', weeks: 110, current: true },
      ],
    });

  it('is ready for it, and is told so', () => {
    const profile = senior([3, 4, 4, 3, 4, 3, 4, 3, 3, 4]);
    const document = plan(profile);
    expect(document).toMatchObject({ status: 'optimal', steps: [], totals: { weeks: 0 } });
    expect(checkClimb(career, profile, document)).toEqual([]);
  });

  it('learns what is missing where they are', () => {
    const profile = senior([3, 4, 4, 1, 4, 3, 4, 3, 3, 4]);
    const document = plan(profile);
    expect(document.stages.map(({ post, until }) => [post, until])).toEqual([
      ['senior-devops-engineer', 'devops-engineer'],
    ]);
    expect(document.steps.length).toBeGreaterThan(0);
    expect(checkClimb(career, profile, document)).toEqual([]);
  });
});

it('proves that a deadline is too soon where no way could end by it', { timeout: 180_000 }, () => {
  const profile = makePerson(
    'devops-engineer',
    [2, 1, 3, 1, 1, 2, 3, 1, 2, 2],
    {},
    { deadline: '2027-02-01', hoursPerWeek: 12 },
  );
  const refused = plan(profile);
  expect(refused.proved).toBe(true);
  const told = refused.reasons?.find(({ what }) => what === 'deadline')?.sentence ?? '';
  const least = Number(
    /none can take less than (\d+)/.exec(told)?.[1] ?? /takes (\d+) weeks/.exec(told)?.[1],
  );
  // Two years in posts of IT are asked for, less what is worked while one studies for them.
  expect(least).toBeGreaterThanOrEqual(104);
});

describe('a change that is offered where several choices stand in the way', () => {
  it('names nothing that the person never set', () => {
    const administrator = makePerson(
      'system-engineer',
      [3, 3, 2, 2, 3, 3, 3, 2, 3, 3],
      { posts: [{ post: 'linux-administrator', weeks: 312, current: true }] },
      { hoursPerWeek: 8, budget: { amount: 0, currency: 'GBP' }, excludedKinds: ['certification'] },
    );
    const refused = plan(administrator);
    expect(refused.status).toBe('infeasible');
    const changes = (refused.reasons ?? []).flatMap(({ nearest }) => (nearest ? [nearest] : []));
    expect(changes).not.toEqual([]);
    for (const change of changes) {
      expect(['budget', 'excludedKinds']).toEqual(expect.arrayContaining(Object.keys(change)));
      expect(plan(administrator, change).status).not.toBe('infeasible');
    }
  });
});
