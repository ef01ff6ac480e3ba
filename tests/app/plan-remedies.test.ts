import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { Reason } from '@/lib/domain/climb/document';
import { describeDeadline, describeRemedy, describeWay } from '@/lib/wording/plan-change';
import { readStagedPlan } from '@/tests/support/sample-plan';

const career = loadCareer();
const make = (what: Reason['what'], ids: string[], nearest: Reason['nearest']): Reason => ({
  what,
  ids,
  sentence: 'There is no plan.',
  nearest,
});

describe('describeRemedy', () => {
  it.each<[string, Reason, string | null]>([
    ['a day', make('deadline', [], { deadline: '2027-12-31' }), 'Move the deadline to 31 Dec 2027'],
    ['hours', make('hours', [], { hoursPerWeek: 12 }), 'Study 12 hours a week'],
    ['money', make('budget', [], { budget: { amount: 78, currency: 'GBP' } }), 'Set the budget to £78'],
    [
      'what was left out',
      make('excluded', ['cka', 'practice'], { excluded: [], excludedKinds: [] }),
      `Allow ${career.stepById.get('cka')?.title} and the kind Practice`,
    ],
    [
      'what was asked for',
      make('pinned', ['cka'], { pinned: [] }),
      `Let go of ${career.stepById.get('cka')?.title}`,
    ],
    ['nothing where nothing helps', make('deadline', [], null), null],
    ['nothing beside a reason that another one mends', make('level', ['coding'], { excluded: [] }), null],
  ])('names %s', (_, reason, words) => {
    expect(describeRemedy(career, reason)).toBe(words);
  });
});

describe('describeWay', () => {
  it('names the posts by which a plan leads, and the one that is left for them', () => {
    const { stages } = readStagedPlan('changer');
    expect(describeWay(career, { stages })).toMatch(
      /^That plan leads by a post as IT support or help-desk technician/,
    );
    const [first = expect.fail('no stage'), ...later] = stages;
    const inWork = [{ ...first, post: 'linux-administrator' }, ...later];
    expect(describeWay(career, { stages: inWork })).toMatch(
      new RegExp(`, so you leave your post as ${career.postById.get('linux-administrator')?.title}\\.$`),
    );
    expect(describeWay(career, { stages: stages.slice(0, 1) })).toBe('');
  });
});

describe('describeDeadline', () => {
  it('says by how much a deadline is missed, of the plan that was found to end first', () => {
    const { totals } = readStagedPlan('reliability');
    expect(describeDeadline({ totals }, '2028-08-06')).toBe(
      'The earliest end found is 8 Oct 2028, in 92 weeks (estimate). Your deadline, 6 Aug 2028, is 9 weeks before it.',
    );
    expect(describeDeadline({ totals }, '2028-10-08')).toBeNull();
    expect(describeDeadline({ totals }, null)).toBeNull();
  });
});
