import { expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { describePreview } from '@/lib/wording/plan-preview';
import { readStagedPlan } from '../../support/sample-plan';

const career = loadCareer();
const plan = readStagedPlan('reliability');

test('shows the nearest plan in full under what it needs, and what it begins with', () => {
  const shown = describePreview(career, plan, { budget: { amount: 192.5, currency: 'GBP' } });
  expect(shown.heading).toBe('With £192.50 this is the plan: all but one step of it is free');
  expect(shown.lead).toMatch(/^17 steps in 92 weeks, .*\(estimates\)\. It begins on 4 Jan 2027 with /);
  expect(shown.lead).toContain('Backup and restore drill');
  expect(shown.parts.map(({ title }) => title)).toEqual(['Senior software developer']);
  const items = shown.parts.flatMap((part) => part.items);
  expect(items.map(({ title }) => title).toSorted()).toEqual(plan.steps.map(({ title }) => title).toSorted());
  expect(items.filter(({ facts }) => facts.includes('US$250'))).toHaveLength(1);
});

test('names hours, a day, or that something else changes', () => {
  const headingOf = (nearest: Parameters<typeof describePreview>[2]) =>
    describePreview(career, plan, nearest).heading;
  expect(headingOf({ hoursPerWeek: 12 })).toBe('With 12 hours a week this is the plan');
  expect(headingOf({ deadline: '2028-10-08' })).toBe('With time until 8 Oct 2028 this is the plan');
  expect(headingOf({ workHoursPerWeek: 4 })).toBe('With 4 hours a week to learn at work this is the plan');
  expect(headingOf({ budget: null })).toBe('With that change this is the plan');
});
