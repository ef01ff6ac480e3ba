import { expect, it } from 'vitest';
import { describeCatalogueChanges } from '@/lib/domain/catalogue-change';
import { profileSchema } from '@/lib/domain/planner/profile';
import { solvePlan } from '@/lib/domain/planner/solve';
import { makeCareer, type StepDraft } from '@/tests/support/make-career';

const build = (draft: Partial<StepDraft>) =>
  makeCareer({
    skills: ['coding'],
    roles: { engineer: { coding: 1 } },
    steps: [
      {
        id: 'book',
        raises: [['coding', 0, 1]],
        hours: 10,
        cost: { amount: 20, currency: 'GBP', per: 'total' },
        ...draft,
      },
    ],
  });
const before = build({});
const profile = profileSchema.parse({
  career: before.id,
  role: 'engineer',
  preferences: { start: '2026-12-07' },
});
const [step] = solvePlan(before, profile).steps;
const describeIn = (draft: Partial<StepDraft>) =>
  step && describeCatalogueChanges({ career: build(draft), step, preferences: profile.preferences });

it('says nothing where nothing changed', () => {
  expect(describeIn({})).toEqual([]);
});

it.each([
  ['was renamed away', { id: 'other' }, /no longer lists/],
  ['was retired', { status: 'retired' as const }, /retired this step; it stays/],
  [
    'costs more',
    { cost: { amount: 30, currency: 'GBP' as const, per: 'total' as const } },
    /£30.*your plan counts £20/,
  ],
  ['takes longer', { hours: 15 }, /15 hours; your plan counts 10/],
])('says of a step that it %s', (_what, draft, sentence) => {
  expect(describeIn(draft)?.join(' ')).toMatch(sentence);
});
