import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { planDocumentSchema } from '@/lib/domain/climb/document';
import { type Followed, toFollowed } from '@/lib/domain/climb/follow/followed';
import { describeNoPlan } from '@/lib/plan/proof';
import { describeLength } from '@/lib/wording/plan-codes';
import { describeKnown, describeLeftOpen, describeStages } from '@/lib/wording/plan-proof';

const read = (name: string): Followed =>
  toFollowed(planDocumentSchema.parse(JSON.parse(readFileSync(`tests/support/plans/${name}.json`, 'utf8'))));
const administrator = read('administrator');
const changer = read('changer');
const prove = (plan: Followed, isProved: boolean): Followed => ({
  ...plan,
  stages: plan.stages.map((stage) => ({ ...stage, isProved })),
});
const know = (plan: Followed, optimiseFor: Parameters<typeof describeKnown>[1]['optimiseFor'] = 'balanced') =>
  describeKnown(plan, { optimiseFor, isContinued: false });

describe('what is known of a plan', () => {
  it('is called checked only where it was proved', () => {
    expect(know({ ...administrator, status: 'optimal' })).toBe(
      'We checked: nothing within 10% of the fastest takes less of your money and time.',
    );
    expect(know(prove(administrator, false))).toMatch(/found nothing better; that is not a proof/);
    expect(know({ ...administrator, status: 'optimal' }, 'fastest')).toBe('We checked: nothing is faster.');
    expect(know({ ...administrator, status: 'optimal' }, 'lightest')).toMatch(/fewer of your hours/);
  });

  it('is told stage by stage where a plan has several', () => {
    expect(know(prove(changer, true))).toMatch(/^We checked each of its 4 stages/);
    const [first, ...rest] = changer.stages;
    const some = { ...changer, stages: first ? [{ ...first, isProved: false }, ...rest] : [] };
    expect(know(some)).toMatch(/^We checked 3 of its 4 stages.*not a proof\.$/);
    expect(know(prove(changer, false))).toBe(
      'We looked for long and found nothing better; that is not a proof.',
    );
  });

  it('is of the rest where a plan goes on from another, and nothing of one of the first edition', () => {
    const on = describeKnown(
      { ...administrator, status: 'optimal' },
      { optimiseFor: 'balanced', isContinued: true },
    );
    expect(on).toMatch(/for what was left when it was made/);
    expect(know({ ...administrator, version: 1 })).toMatch(/earlier edition/);
    expect(know({ ...administrator, steps: [] })).toMatch(/nothing left to learn/);
  });

  it('keeps apart that there is no plan and that none was found', () => {
    expect(describeNoPlan({ proved: true })).toBe('there is no plan');
    expect(describeNoPlan({ proved: false })).toMatch(/not proved/);
    expect(describeNoPlan({})).toMatch(/not proved/);
  });
});

describe('what is known of each stage', () => {
  const career = loadCareer();

  it('is told for every stage of several: its weeks, what sets them, and whether it was checked', () => {
    const told = describeStages(career, prove(changer, true));
    expect(told).toHaveLength(changer.stages.length);
    for (const [place, sentence] of told.entries()) {
      expect(sentence).toContain(`${changer.stages[place]?.weeks} weeks`);
      expect(sentence).toMatch(/(length|looking for the post).*\. Checked: nothing better\.$/);
    }
    expect(describeStages(career, prove(changer, false))[0]).toMatch(/that is not a proof\.$/);
  });

  it('adds nothing where there is one', () => {
    expect(administrator.stages).toHaveLength(1);
    expect(describeStages(career, administrator)).toEqual([]);
  });

  it('says of years in a post whose they are, and that hours do not shorten them', () => {
    const reason = {
      ...{ stage: 1, weeks: 60, searchWeeks: 8, post: 'entry-role-it-support', until: 'devops-engineer' },
      ...{ code: 'experience' as const, step: null, isMoreHoursUseful: false },
    };
    expect(describeLength(career, reason)).toBe(
      'Your 52 weeks as IT support or help-desk technician set the length: DevOps engineer asks for experience in post; more hours a week change nothing.',
    );
    expect(describeLength(career, { ...reason, code: 'tenure' })).toMatch(
      /years in post, not hours of study/,
    );
  });
});

it('says in which skills a gap was left', () => {
  expect(describeLeftOpen(loadCareer(), ['adapt-become-productive', 'adapt-drop-an-old-habit'])).toBe(
    'This plan leaves a gap in Adaptability (2 things to be able to do), as you chose.',
  );
});
