/** What single keys do, by where. `public/keys.js` does it, and on a level of a skill the form of the rating. */
export const KEYS = [
  {
    where: 'On every page',
    keys: [
      { key: '/', does: 'search' },
      { key: '?', does: 'these keys' },
    ],
  },
  {
    where: 'In a list',
    keys: [
      { key: 'J', does: 'to the next row' },
      { key: 'K', does: 'to the row before' },
      { key: 'Enter', does: 'open the row, or follow its link' },
    ],
  },
  {
    where: 'On a step of your plan',
    keys: [
      { key: 'S', does: 'start it' },
      { key: 'H', does: 'log hours' },
      { key: 'D', does: 'it is done' },
    ],
  },
  {
    where: 'On a level while you rate',
    keys: [
      { key: '0 to 5', does: 'choose that level' },
      { key: 'N', does: 'to the next skill' },
      { key: 'Enter', does: 'the same' },
      { key: 'P', does: 'to the skill before' },
    ],
  },
] as const;
