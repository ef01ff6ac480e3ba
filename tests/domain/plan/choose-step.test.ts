import { expect, test } from 'vitest';
import { holdDate, leaveOutStep, liftDate, pinStep, swapStep } from '@/lib/domain/plan/choose-step';

const chosen: {
  pinned: string[];
  excluded: string[];
  hoursPerWeek: number;
  dates?: { step: string; on: string }[];
} = { pinned: ['cka', 'homelab'], excluded: ['mba', 'cissp'], hoursPerWeek: 8 };

test('a step that is pinned comes last of the pinned, and is left out no longer', () => {
  expect(pinStep(chosen, 'mba')).toEqual({
    pinned: ['cka', 'homelab', 'mba'],
    excluded: ['cissp'],
    hoursPerWeek: 8,
  });
  expect(pinStep(chosen, 'cka').pinned).toEqual(['homelab', 'cka']);
});

test('a step that is left out comes last of those, and is pinned no longer', () => {
  expect(leaveOutStep(chosen, 'cka')).toEqual({
    pinned: ['homelab'],
    excluded: ['mba', 'cissp', 'cka'],
    hoursPerWeek: 8,
  });
  expect(leaveOutStep(chosen, 'mba').excluded).toEqual(['cissp', 'mba']);
});

test('a step that is swapped is left out, and the one in its place pinned', () => {
  expect(swapStep(chosen, { out: 'homelab', step: 'cissp' })).toEqual({
    pinned: ['cka', 'cissp'],
    excluded: ['mba', 'homelab'],
    hoursPerWeek: 8,
  });
});

test('a date by hand replaces the one before, goes with the step that is left out, and leaves nothing behind', () => {
  const dated = holdDate(holdDate(chosen, { step: 'cka', on: '2027-01-04' }), {
    step: 'cka',
    on: '2027-02-01',
  });
  expect(dated).toEqual({ ...chosen, dates: [{ step: 'cka', on: '2027-02-01' }] });
  expect(liftDate(dated, 'cka')).toEqual(chosen);
  expect(leaveOutStep(dated, 'cka')).not.toHaveProperty('dates');
  expect(leaveOutStep(dated, 'homelab').dates).toEqual(dated.dates);
});
