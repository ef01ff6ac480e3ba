import { type Breakings, closeSteps, find, post } from '../broken-career';

export const POST_BREAKINGS: Breakings = {
  'the ladder rises on each track': [
    [
      /coding falls/,
      (f) => Object.assign(find(f.roles.roles, 'senior-devops-engineer').targets, { coding: 2 }),
    ],
  ],
  'each role asks for what its level does not force, and no more': [
    [
      /is asked by its level anyway/,
      (f) => f.requirements.alsoAsked['devops-engineer']?.push('code-save-a-change'),
    ],
    [/stands without its reason/, (f) => Object.assign(f.requirements.alsoAskedWhy, { 'qa-lead': null })],
    [/is above its level anyway/, (f) => f.requirements.notAsked['data-analyst']?.push('server-read-a-log')],
  ],
  'each post says what it is and how it is got': [
    [/has a tenure of 12 weeks/, (f) => Object.assign(post(f), { tenureWeeks: 12 })],
    [
      /no offer comes/,
      (f) => Object.assign(post(f), { howToGet: post(f).howToGet?.replace('No offer', 'Else') }),
    ],
  ],
  'a newcomer is asked for what a newcomer can have': [
    [
      /asks server-run-a-live-cluster/,
      (f) => post(f, 'entry-role-junior-sysadmin').hireAt?.canDo.splice(0, 1, 'server-run-a-live-cluster'),
    ],
  ],
  'a post shows what its rank can show, in order': [
    [/is held at hire/, (f) => post(f).teaches.splice(0, 1, 'server-trace-an-outage')],
    [
      /does not show server-set-recovery-strategy/,
      (f) => post(f).teaches.splice(0, 1, 'server-set-recovery-strategy'),
    ],
    [/shows server-write-runbooks before comms-write-a-how-to/, (f) => post(f).teaches.reverse()],
    [/teaches server-automate-a-fleet without/, (f) => post(f).teaches.splice(0, 1)],
  ],
  'a certificate that is asked for can be had': [
    [
      /fewer than two certificates/,
      (f) => Object.assign(f.requirements.certification.anyOfByRole, { 'qa-lead': [['cka']] }),
    ],
  ],
  'families lead elsewhere, and to whatever counts their weeks': [
    [/moves to itself/, (f) => find(f.posts.families, 'data').movesTo.push('data')],
    [
      /data-analyst counts weeks of development, which does not move to data/,
      (f) => {
        const { movesTo } = find(f.posts.families, 'development');
        movesTo.splice(movesTo.indexOf('data'), 1);
      },
    ],
  ],
  'posts up to the full job and roles ask to see finished work that their level can make': [
    [
      /which needs .*design-deploy-to-a-cluster/,
      (f) => post(f, 'entry-role-junior-sysadmin').asksToSee?.of.push('cluster-that-heals'),
    ],
    [
      /is no work of one’s own/,
      (f) => post(f, 'entry-role-junior-sysadmin').asksToSee?.of.push('on-call-shadowing'),
    ],
    [
      /junior-network-engineer asks to see nothing beyond/,
      (f) => post(f, 'junior-network-engineer').asksToSee?.of.push('five-small-faults'),
    ],
    [
      /is for offered posts up to rank 2/,
      (f) => Object.assign(post(f, 'entry-role-it-support'), { asksToSee: null }),
    ],
    [
      /site-reliability-engineer: asksToSee is for/,
      (f) => Object.assign(post(f, 'site-reliability-engineer'), { asksToSee: null }),
    ],
    [
      /build-engineer asks to see too little of one’s own/,
      (f) => {
        const seen = post(f, 'build-engineer').asksToSee;
        if (seen)
          Object.assign(seen, { of: ['cicd-pipeline-project', 'pipeline-at-work', 'own-a-shared-tool'] });
      },
    ],
  ],
  'the full job asks to see more than a beginner’s work': [
    [
      /data-analyst is content with what junior-data-analyst asks/,
      (f) => {
        const again = post(f, 'junior-data-analyst').asksToSee?.of ?? [];
        Object.assign(post(f, 'data-analyst').asksToSee ?? {}, { of: again });
      },
    ],
  ],
  'every role can be reached from nothing, everywhere': [
    [
      /data-analyst cannot be reached/,
      (f) =>
        Object.assign(f.requirements.experience, {
          'data-analyst': [{ label: 'x', anyOf: [{ holding: 'career-break' }] }],
        }),
    ],
    [
      /is the single way to/,
      (f) =>
        closeSteps(
          f,
          ({ id, teaches }) => id !== 'volunteer-help-desk' && teaches.includes('flex-state-your-hours'),
        ),
    ],
  ],
};
