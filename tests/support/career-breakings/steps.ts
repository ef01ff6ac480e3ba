import { type Breakings, formal, learning } from '../broken-career';

export const STEP_BREAKINGS: Breakings = {
  'figures, dates and prices fit together': [
    [/ends without a successor/, (f) => Object.assign(formal(f), { availableUntil: '2027-06' })],
    [/is still active/, (f) => Object.assign(formal(f), { availableUntil: '2025-06', successor: 'ckad' })],
    [/no price and no estimate/, (f) => Object.assign(formal(f), { cost: null })],
  ],
  'nothing is taught that its kind of step is not believed for': [
    [/is not believed for code-design-for-others/, (f) => learning(f).teaches.push('code-design-for-others')],
    [/at work and needs no post/, (f) => Object.assign(learning(f), { atWork: true })],
    [
      /shows no work that was done/,
      (f) => formal(f, 'terraform-associate').teaches.push('security-store-a-secret'),
    ],
    [
      /no practice of servers or code/,
      (f) => formal(f, 'terraform-associate').teaches.push('server-apply-a-configuration'),
    ],
  ],
  'a step needs what follows from nothing that it teaches': [
    [
      /needs code-run-checks-on-push, which follows anyway/,
      (f) => learning(f).needs.canDo.push('code-run-checks-on-push'),
    ],
    [
      /which comes after code-build-a-delivery-pipeline/,
      (f) => learning(f).needs.canDo.push('code-run-team-delivery'),
    ],
  ],
  'work asks for the standing that it needs, and for four hours a week at most': [
    [
      /standing of rank 4/,
      (f) => Object.assign(learning(f, 'portfolio-ownership').needs.post ?? {}, { rank: 2 }),
    ],
    [
      /do not fit 52 weeks/,
      (f) => Object.assign(learning(f, 'portfolio-ownership').planning, { hours: 500 }),
    ],
  ],
  'a craft is practised where it is the work': [
    [
      /server-automate-a-fleet to delivery/,
      (f) => {
        const { post: needed } = learning(f, 'fleet-under-control').needs;
        if (needed && needed.families !== 'any') needed.families.push('delivery');
      },
    ],
  ],
  'every project and practice says how to start, when it is done and what to keep': [
    [/has 3 words/, (f) => Object.assign(learning(f), { brief: 'Build a pipeline.' })],
    [
      /what to keep/,
      (f) => Object.assign(learning(f), { brief: learning(f).brief?.replaceAll('Keep', 'Save') }),
    ],
  ],
  'hours are enough for what is taught': [
    [/5 hours for what is thought to take/, (f) => Object.assign(learning(f).planning, { hours: 5 })],
  ],
  'routes by choice say who may take them': [
    [
      /aws-restart is a route by choice/,
      (f) => Object.assign(learning(f, 'aws-restart'), { notes: null, costNote: null }),
    ],
  ],
  'basics come before what rests on them': [
    [
      /a cluster comes after a container/,
      (f) =>
        Object.assign(learning(f, 'map-what-depends'), {
          brief: `${learning(f, 'map-what-depends').brief} Put it on a cluster.`,
        }),
    ],
  ],
};
