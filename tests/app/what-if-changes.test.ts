import { expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { preferencesSchema } from '@/lib/domain/climb/profile';
import { listChanges } from '@/lib/wording/what-if-changes';

const career = loadCareer();
const preferences = preferencesSchema.parse({ start: '2026-12-07', excluded: ['cka'], pinned: ['cs50x'] });
const present = { preferences, holdings: ['bachelors-other'] };
const titleOf = (id: string) => career.stepById.get(id)?.title;

it.each([
  ['hours', { hoursPerWeek: 15 }, ['15 hours a week']],
  ['steps at once', { maxParallel: 1 }, ['1 step at once']],
  ['a budget', { budget: { amount: 2000, currency: 'GBP' as const } }, ['a budget of £2,000']],
  ['a deadline', { deadline: '2028-01-31' }, ['a deadline on 31 Jan 2028']],
  ['a start', { start: '2027-01-04' }, ['a start on 4 Jan 2027']],
  ['an objective', { optimiseFor: 'cheapest' as const }, ['optimising for the cheapest plan']],
  [
    'a swap',
    { pinned: ['cs50x', 'lfcs'], excluded: ['cka', 'rhcsa'] },
    [`pinning ${titleOf('lfcs')}`, `leaving out ${titleOf('rhcsa') ?? 'rhcsa'}`],
  ],
  [
    'what is taken back',
    { pinned: [], excluded: [] },
    [`no longer pinning ${titleOf('cs50x') ?? 'cs50x'}`, `allowing ${titleOf('cka')}`],
  ],
  ['hours at work', { workHoursPerWeek: 0 }, ['0 hours a week at work']],
  ['the worth of an hour', { hourWorth: 12.5 }, ['an hour worth 12.5']],
  ['a platform', { platform: 'aws' as const }, ['another platform']],
  ['weeks off', { weeksOff: [{ from: '2027-08-02', to: '2027-08-15' }] }, ['other weeks off']],
  ['kinds', { excludedKinds: ['degree' as const] }, ['leaving out the kind Degree']],
  ['nothing', {}, []],
])('names %s', (_, change, words) => {
  expect(listChanges(career, present, { ...present, preferences: { ...preferences, ...change } })).toEqual(
    words,
  );
});

it('names holdings had and not had', () => {
  const [held, other] = ['bachelors-other', 'related-experience'].map(
    (id) => `“${career.holdingById.get(id)?.label}”`,
  );
  expect(listChanges(career, present, { preferences, holdings: ['related-experience'] })).toEqual([
    `having ${other}`,
    `not having ${held}`,
  ]);
});
