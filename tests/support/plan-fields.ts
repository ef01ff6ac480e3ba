/** What the form of the plan's settings sends where nobody has changed a thing. */
export const PLAN_FIELDS = {
  hoursPerWeek: '10',
  workHoursPerWeek: '4',
  hourWorth: '10',
  platform: '',
  maxParallel: '3',
  budget: '',
  currency: 'GBP',
  region: 'UK',
  start: '2026-11-30',
  deadline: '',
  optimiseFor: 'balanced',
} as const;
