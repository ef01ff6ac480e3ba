import { expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { computeStepPrice } from '@/lib/domain/climb/model/price';
import { describeStepShort } from '@/lib/wording/step-short';

const career = loadCareer();

it.each([
  ['cka', /^Certification, about \d+ hours, (?:about )?(?:£|US\$)\d/],
  ['missing-semester', /^Course, about \d+ hours, free$/],
  ['duty-desk-by-day', /at work, .*free$/],
])('says what %s is and takes', (id, expected) => {
  const step = career.stepById.get(id) ?? expect.fail('no such step');
  const price = computeStepPrice({ step, currency: 'GBP', rates: career.rates });
  expect(describeStepShort(step, price)).toMatch(expected);
});
