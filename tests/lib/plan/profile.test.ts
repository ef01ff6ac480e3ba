import { describe, expect, it } from 'vitest';
import type { Level } from '@/lib/domain/catalogue';
import type { PlanDocument } from '@/lib/domain/planner/document';
import type { PlanState } from '@/lib/plan/plan-state';
import { buildProfile, countFinished } from '@/lib/plan/profile';
import { buildSamplePlan } from '@/tests/support/sample-plan';
import { buildStanding, profile, recordStep, TODAY } from '@/tests/support/standing';

const sample = buildSamplePlan({ steps: 1 });
const [step] = sample.steps;
if (!step) throw new Error('The sample plan has no step.');
/** A plan of one step that brings coding to 2. */
const kept: PlanDocument = { ...sample, steps: [{ ...step, raises: [{ skill: 'coding', from: 1, to: 2 }] }] };
const finished = recordStep(step.id, {
  status: 'done',
  finishedOn: TODAY,
  recordedAt: `${TODAY}T18:00:00.000Z`,
});

function countCoding(
  progress: PlanState['progress'],
  { level = 1 as Level, takenAt = '' } = {},
): number | undefined {
  const rating = { skill: 'coding', level, evidence: null, sure: null, takenAt, checkInId: 'check-in' };
  const latest = new Map(takenAt ? [['coding', rating]] : []);
  const counted = countFinished(
    { ...profile, levels: { coding: level } },
    { standing: buildStanding({ latest }), kept, progress },
  );
  return counted.levels.coding;
}

describe('countFinished', () => {
  it('counts a finished step as having brought its levels, and no other', () => {
    expect(countCoding([finished])).toBe(2);
    expect(countCoding([])).toBe(1);
    expect(countCoding([{ ...finished, status: 'in-progress' }])).toBe(1);
    expect(countCoding([{ ...finished, status: 'dropped' }])).toBe(1);
    expect(countCoding([{ ...finished, step: 'elsewhere' }])).toBe(1);
    // Without a day it cannot be told from which rating on it counts.
    expect(countCoding([{ ...finished, finishedOn: null }])).toBe(1);
  });

  it('lowers no level', () => {
    expect(countCoding([finished], { level: 4 })).toBe(4);
  });

  it.each([
    ['the day before', '2026-12-06T23:59:59.999Z', 2],
    ['on the day, before it was recorded', `${TODAY}T17:59:59.999Z`, 2],
    ['on the day, when it was recorded', `${TODAY}T18:00:00.000Z`, 1],
    ['on the day, after it was recorded', `${TODAY}T18:00:00.001Z`, 1],
    ['the day after', '2026-12-08T00:00:00.000Z', 1],
  ])('lets a rating taken %s count as it stands', (_when, takenAt, level) => {
    expect(countCoding([finished], { takenAt })).toBe(level);
  });
});

describe('buildProfile', () => {
  it('takes the levels of the person, what they finished, and the settings as given', () => {
    const preferences = { ...profile.preferences, hoursPerWeek: 3 };
    const progress = [finished, recordStep('begun', { status: 'in-progress' })];
    const standing = buildStanding({ levels: { coding: 3 } });
    expect(buildProfile({ standing, progress, preferences, holdings: ['bachelors-other'] })).toEqual({
      career: profile.career,
      role: profile.role,
      levels: { coding: 3 },
      holdings: ['bachelors-other'],
      done: [step.id],
      preferences,
    });
  });
});
