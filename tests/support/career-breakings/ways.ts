import { type Breakings, closeSteps } from '../broken-career';

export const WAY_BREAKINGS: Breakings = {
  'every can-do has two ways that are open to all, and outside work where it need not be shown there': [
    [
      /flex-hold-a-rota-place has fewer than two ways open to all/,
      (f) => closeSteps(f, ({ id }) => id === 'duty-desk-by-day'),
    ],
    [
      /fewer than two ways outside work/,
      (f) =>
        closeSteps(
          f,
          ({ id }) =>
            id === 'first-container' ||
            id === 'containers-and-checks' ||
            id === 'school-of-sre' ||
            id.startsWith('fullstackopen'),
        ),
    ],
  ],
  'no last workplace can-do takes long': [
    [
      /coach-agree-goals has no way of 16 hours/,
      (f) => closeSteps(f, ({ id }) => id === 'goals-for-a-learner'),
    ],
  ],
  'everything up to level 3 can be reached from nothing for nothing': [
    [
      /cannot be reached from nothing for nothing/,
      (f) => closeSteps(f, ({ teaches }) => teaches.includes('flex-state-your-hours')),
    ],
  ],
  'what a role asks is learned without a detour': [
    [
      /release-manager asks for adapt-become-productive/,
      (f) =>
        closeSteps(f, ({ id }) =>
          ['a-team-new-to-you', 'new-team-six-weeks', 'new-code-at-work'].includes(id),
        ),
    ],
    [
      /product-manager asks for analysis-choose-a-measure/,
      (f) =>
        closeSteps(f, ({ id }) =>
          ['measure-what-users-feel', 'test-strategy', 'test-strategy-at-work'].includes(id),
        ),
    ],
  ],
};
