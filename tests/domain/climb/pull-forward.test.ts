import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { buildStage } from '@/lib/domain/climb/model/build-stage';
import { makeClimber, makePerson } from '@/lib/domain/climb/model/climber';
import { NEVER } from '@/lib/domain/climb/schedule/calendar';
import type { Placement } from '@/lib/domain/climb/schedule/scheduler';
import { pullForward } from '@/lib/domain/climb/search/pull-forward';
import { solveStage } from '@/lib/domain/climb/solve-stage';
import { isSolved } from '@/lib/domain/climb/stage-solution';
import { PEOPLE } from './people';

const career = loadCareer();
const until = career.postById.get('junior-devops-engineer') ?? expect.fail('there is no such post');
const person = makePerson(career, PEOPLE.helpDesk ?? expect.fail('there is no such person'));
const model = buildStage(person, makeClimber(person), { until, isGoal: true, taken: 0 });
const solved = solveStage(model, { objective: 'balanced', limits: { pence: NEVER, end: NEVER }, nodes: 40 });
const stage = isSolved(solved) ? solved : expect.fail('there is no plan');
const LATER = 6;

const sumWeeks = (placements: readonly Placement[]): number =>
  placements.reduce(
    (sum, { start, hours }) => sum + hours.reduce((all, count, week) => all + count * (start + week), 0),
    0,
  );

describe('pullForward', () => {
  it('brings back what was moved to later weeks without need', () => {
    const moved = stage.placements.map((one) => ({ ...one, start: one.start + LATER }));
    const pulled = pullForward(model, moved, stage.ready + LATER);
    expect(sumWeeks(pulled)).toBeLessThan(sumWeeks(moved));
    expect(Math.min(...pulled.map(({ start }) => start))).toBe(0);
    expect(pulled.map(({ step }) => step)).toEqual(moved.map(({ step }) => step));
  });

  it('gives no week more hours than there are, and no more steps than go at once', () => {
    const moved = stage.placements.map((one) => ({ ...one, start: one.start + LATER }));
    const pulled = pullForward(model, moved, stage.ready + LATER);
    for (let week = 0; week < stage.ready + LATER; week += 1) {
      const own = pulled.filter(
        ({ step, start, weeks }) => !model.steps[step]?.isAtWork && start <= week && week < start + weeks,
      );
      const hours = own.reduce((sum, one) => sum + (one.hours[week - one.start] ?? 0), 0);
      expect(hours).toBeLessThanOrEqual(model.hoursPerWeek);
      expect(own.length).toBeLessThanOrEqual(model.maxParallel);
    }
  });

  it('leaves alone what lies as early as it can', () => {
    const pulled = pullForward(model, stage.placements, stage.ready);
    expect(sumWeeks(pulled)).toBe(sumWeeks(stage.placements));
  });

  it('begins nothing before its floor, and nothing where steps of other stages have all places', () => {
    const moved = stage.placements.map((one) => ({ ...one, start: one.start + LATER }));
    const floors = new Map(moved.map(({ step, start }) => [step, start]));
    expect(pullForward(model, moved, stage.ready + LATER, { floors })).toEqual(moved);
    const weeks = stage.ready + LATER;
    const beside = Array.from({ length: model.maxParallel }, () => ({
      step: -1,
      start: 0,
      weeks,
      hours: [],
    }));
    expect(pullForward(model, moved, weeks, { beside })).toEqual(moved);
  });
});
