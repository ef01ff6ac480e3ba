import { expect, test } from 'vitest';
import { leaveOutStep, pinStep, swapStep } from '@/lib/domain/plan/choose-step';

const chosen = { pinned: ['cka', 'homelab'], excluded: ['mba', 'cissp'], hoursPerWeek: 8 };

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
