import { type Breakings, canDo, level } from '../broken-career';

export const SKILL_BREAKINGS: Breakings = {
  'every level has its can-dos and its sentence': [
    [
      /level 3 of coding has 7 can-dos/,
      (f) =>
        level(f, 'coding', 3).canDo?.push({ ...canDo(f, 'code-save-a-change'), id: 'code-save-it-again' }),
    ],
    [
      /level 0 of flexibility is no fact/,
      (f) => Object.assign(level(f, 'flexibility', 0), { descriptor: 'You want fixed hours.' }),
    ],
    [
      /level 2 of coaching has a vague verb/,
      (f) => Object.assign(level(f, 'coaching', 2), { descriptor: 'You know it.' }),
    ],
  ],
  'every topic is used at three levels': [
    [
      /code-review has can-dos at 2 levels/,
      (f) => {
        for (const id of ['code-get-through-review', 'code-review-colleagues-changes'])
          canDo(f, id).topic = 'version-control';
      },
    ],
  ],
  'every can-do is one sentence that a witness could confirm': [
    [
      /does not begin "You have"/,
      (f) => Object.assign(canDo(f, 'code-save-a-change'), { text: 'Saving a change.' }),
    ],
    [
      /has a vague verb or a brand/,
      (f) => Object.assign(canDo(f, 'code-save-a-change'), { text: 'You can use GitHub well.' }),
    ],
    [
      /% of their words/,
      (f) =>
        Object.assign(canDo(f, 'code-save-a-change'), {
          text: 'You can join Git commands with pipes to find, filter and count lines.',
        }),
    ],
  ],
  'can-dos come after easier ones': [
    [/of a higher level/, (f) => canDo(f, 'server-move-around-files').after.push('adapt-pick-up-a-tool')],
    [/follows anyway/, (f) => canDo(f, 'design-build-it-as-code').after.push('code-branch-and-merge')],
    [/shown at work only/, (f) => Object.assign(canDo(f, 'flex-follow-an-incident'), { atWork: true })],
  ],
};
