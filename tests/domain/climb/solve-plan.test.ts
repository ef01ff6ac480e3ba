import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { planDocumentSchema } from '@/lib/domain/climb/document';
import type { Profile } from '@/lib/domain/climb/profile';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { OBJECTIVES } from '@/lib/domain/lists';
import { planWords } from '@/lib/wording/plan-words';
import { makePerson, PEOPLE } from './people';

const career = loadCareer();
const plan = (profile: Profile, preferences: object = {}) =>
  planDocumentSchema.parse(
    solvePlan(
      career,
      { ...profile, preferences: { ...profile.preferences, ...preferences } },
      { effort: 'glance', words: planWords },
    ),
  );
const person = (name: string): Profile => PEOPLE[name] ?? expect.fail(`no person ${name}`);

describe('a plan of stages', () => {
  it.each(Object.keys(PEOPLE))(
    'for the %s ends ready for the goal, in stages that follow one another',
    (name) => {
      const document = plan(person(name));
      expect(document.status).not.toBe('infeasible');
      let week = 0;
      for (const stage of document.stages) {
        expect(stage.startWeek).toBe(week);
        week += stage.weeks;
      }
      expect(document.totals.weeks).toBe(week);
      expect(document.stages.at(-1)?.until).toBe(document.role);
      expect(document.stages.flatMap(({ steps }) => steps).sort()).toEqual(
        document.steps.map(({ id }) => id).sort(),
      );
      expect(document.ways.filter(({ chosen }) => chosen)).toHaveLength(1);
      for (const step of document.steps) expect(step.why.length).toBeGreaterThan(0);
    },
  );

  it('gives the same document for the same profile', () => {
    expect(plan(person('helpDesk'))).toEqual(plan(person('helpDesk')));
  });

  it('is no worse by its own objective than under another', () => {
    const { scrumMaster } = PEOPLE;
    if (!scrumMaster) throw new RangeError('there is no scrum master');
    const plans = OBJECTIVES.map((optimiseFor) => plan(scrumMaster, { optimiseFor }));
    const [, fastest, cheapest, fewest, lightest] = plans;
    for (const other of plans) {
      expect(fastest?.totals.weeks).toBeLessThanOrEqual(other.totals.weeks);
      expect(cheapest?.totals.cost.amount).toBeLessThanOrEqual(other.totals.cost.amount);
      expect(fewest?.totals.steps).toBeLessThanOrEqual(other.totals.steps);
      expect(lightest?.totals.hours).toBeLessThanOrEqual(other.totals.hours);
    }
  });

  it('has no steps for who is ready already', () => {
    const { targets } = career.roleById.get('data-analyst') ?? expect.fail('no such role');
    const ready = makePerson('data-analyst', [], {
      levels: targets,
      holdings: ['relevant-certification'],
      posts: [{ post: 'data-analyst', weeks: 300, current: true }],
    });
    expect(plan(ready)).toMatchObject({ status: 'optimal', steps: [], totals: { weeks: 0, finish: null } });
  });

  it('takes hours at work from their own pool, and none in weeks off', () => {
    const weeksOff = [{ from: '2027-01-04', to: '2027-01-31' }];
    const document = plan(person('linuxAdministrator'), { weeksOff, workHoursPerWeek: 3 });
    const atWork = document.steps.filter(({ pool }) => pool === 'work');
    expect(atWork.length).toBeGreaterThan(0);
    for (let week = 0; week < document.totals.weeks; week += 1) {
      const hoursOf = (pool: string) =>
        document.steps
          .filter((step) => step.pool === pool)
          .reduce((sum, step) => sum + (step.hoursByWeek[week - step.startWeek] ?? 0), 0);
      const isOff = week >= 4 && week < 8;
      expect(hoursOf('work')).toBeLessThanOrEqual(isOff ? 0 : 3);
      expect(hoursOf('own')).toBeLessThanOrEqual(isOff ? 0 : 10);
    }
  });

  it('says an outlook where the goal is more than three posts away', () => {
    const document = plan(makePerson('principal-devops-engineer', [], {}, { hoursPerWeek: 15 }));
    expect(document.outlook?.at(-1)?.until).toBe('principal-devops-engineer');
    expect(document.stages).toHaveLength(3);
  });

  it('offers changes that each give a plan where there is none', () => {
    const late = plan(person('juniorEngineer'), { deadline: '2027-06-01' });
    expect(late.status).toBe('infeasible');
    expect(late.reasons?.map(({ what }) => what)).toContain('deadline');
    const changes = (late.reasons ?? []).flatMap(({ nearest }) => (nearest ? [nearest] : []));
    expect(changes).not.toEqual([]);
    for (const nearest of changes)
      expect(plan(person('juniorEngineer'), { deadline: '2027-06-01', ...nearest }).status).not.toBe(
        'infeasible',
      );
    const idle = plan(person('scrumMaster'), { workHoursPerWeek: 0 });
    expect(idle.reasons).toContainEqual(
      expect.objectContaining({ what: 'hours', nearest: { workHoursPerWeek: 4 } }),
    );
  });

  it('keeps what a person asks for and leaves out what they do not want', () => {
    const pinned = plan(person('juniorEngineer'), { pinned: ['learning-log'] });
    expect(pinned.steps.map(({ id }) => id)).toContain('learning-log');
    const [first] = pinned.steps;
    const without = plan(person('juniorEngineer'), { excluded: [first?.id ?? ''] });
    expect(without.steps.map(({ id }) => id)).not.toContain(first?.id);
  });
});
