import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { planWords } from '@/lib/wording/plan-words';
import { buildAdministrator } from '@/tests/support/climb/solved';

const career = loadCareer();
const plan = (posts: { post: string; weeks: number; current: boolean }[]) =>
  solvePlan(
    career,
    buildAdministrator({
      role: 'system-engineer',
      levels: Object.fromEntries(career.skills.map(({ id }) => [id, 3])),
      posts,
    }),
    { effort: 'quick', words: planWords },
  );
const administrator = { post: 'linux-administrator', weeks: 260, current: true };

describe('who has started in the post of the goal', () => {
  const before = plan([administrator]);
  const after = plan([
    { ...administrator, current: false },
    { post: 'system-engineer', weeks: 0, current: true },
  ]);

  it('is asked no more for what only opened it: certificate, experience, work to show', () => {
    expect(before.requirements.map(({ id }) => id)).toContain('certification');
    expect(before.steps.map(({ kind }) => kind)).toContain('certification');
    expect(after.requirements).toEqual([]);
    expect(after.steps.map(({ kind }) => kind)).not.toContain('certification');
  });

  it('has one stage, in that post, for what is left to learn in it', () => {
    expect(after.stages).toMatchObject([{ post: 'system-engineer', until: 'system-engineer' }]);
    expect(after.steps.length).toBeGreaterThan(0);
  });

  it('has no wait: the plan ends with its last step', () => {
    const last = Math.max(0, ...after.steps.map(({ startWeek, weeks }) => startWeek + weeks));
    expect(after.totals.weeks).toBe(last);
  });
});
