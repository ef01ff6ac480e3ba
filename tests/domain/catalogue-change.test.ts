import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { Career } from '@/lib/domain/career/career';
import type { Step } from '@/lib/domain/career/schema';
import { describeCatalogueChanges } from '@/lib/domain/catalogue-change';
import { planDocumentSchema } from '@/lib/domain/climb/document';
import { toFollowed } from '@/lib/domain/climb/follow/followed';

const career = loadCareer();
const document = planDocumentSchema.parse(
  JSON.parse(readFileSync('tests/support/plans/changer.json', 'utf8')),
);
const planned = toFollowed(document).steps.find(({ id }) => id === 'terraform-associate');
const source = career.stepById.get('terraform-associate');

/** The sentences on the step where the catalogue has another entry of it, or none. */
function describeWith(change: Partial<Step> | null): string[] {
  if (!planned || !source) throw new Error('The plan has lost its certificate.');
  const stepById = new Map(career.stepById);
  if (change === null) stepById.delete(source.id);
  else {
    const planning = { ...source.planning, hours: planned.hours };
    const cost = { amount: planned.cost.amount, currency: planned.cost.currency, per: 'total' as const };
    stepById.set(source.id, { ...source, planning, cost, ...change });
  }
  const changed: Career = { ...career, stepById };
  return describeCatalogueChanges({ career: changed, step: planned, locale: 'en-GB' });
}

it('says nothing where nothing changed', () => {
  expect(describeWith({})).toEqual([]);
});

it.each([
  ['was taken out', null, /no longer lists/],
  ['was retired', { status: 'retired' as const, statusNote: 'Gone.' }, /retired this step; it stays.*Gone\./],
  [
    'costs more',
    { cost: { amount: 999, currency: 'GBP' as const, per: 'total' as const } },
    /£999.*your plan counts/,
  ],
])('says of a step that it %s', (_what, change, sentence) => {
  expect(describeWith(change).join(' ')).toMatch(sentence);
});

it('says of a step that it takes longer', () => {
  const hours = (planned?.hours ?? 0) + 15;
  expect(describeWith({ planning: { ...(source as Step).planning, hours } }).join(' ')).toMatch(
    new RegExp(`${hours} hours; your plan counts ${planned?.hours}`),
  );
});
