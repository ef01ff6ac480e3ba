import { describe, expect, test } from 'vitest';
import { loadSecondEdition } from '@/lib/catalogue';
import { buildCareer } from '@/lib/domain/career/build-career';
import type { SecondEditionFiles } from '@/lib/domain/career/schema';
import {
  breakFiles,
  canDo,
  closeSteps,
  find,
  formal,
  learning,
  level,
  post,
} from '../../support/broken-career';
import { FACT_RULES } from '../../support/career-rules/facts';
import { POST_RULES } from '../../support/career-rules/posts';
import { SKILL_RULES } from '../../support/career-rules/skills';
import { STEP_RULES } from '../../support/career-rules/steps';
import { WAY_RULES } from '../../support/career-rules/ways';

const RULES = { ...SKILL_RULES, ...POST_RULES, ...STEP_RULES, ...WAY_RULES, ...FACT_RULES };

describe('the second edition of the catalogue', () => {
  const career = loadSecondEdition();

  test.each(Object.entries(RULES))('%s', (_rule, findProblems) => {
    expect(findProblems(career)).toEqual([]);
  });
});

type Breaking = [RegExp, (files: SecondEditionFiles) => unknown];

/** For each rule what breaks it, one thing at a time. */
const BREAKINGS: Record<string, Breaking[]> = {
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
  'families lead elsewhere': [
    [/moves to itself/, (f) => find(f.posts.families, 'data').movesTo.push('data')],
  ],
  'first posts ask to see finished work that their level can make': [
    [
      /which needs .*design-deploy-to-a-cluster/,
      (f) => post(f, 'entry-role-junior-sysadmin').asksToSee?.of.push('cluster-that-heals'),
    ],
    [
      /is no work of one’s own/,
      (f) => post(f, 'entry-role-junior-sysadmin').asksToSee?.of.push('on-call-shadowing'),
    ],
    [
      /is for offered posts of rank 0 and 1/,
      (f) => Object.assign(post(f, 'entry-role-it-support'), { asksToSee: null }),
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
  'every can-do has two ways that are open to all': [
    [
      /flex-hold-a-rota-place has fewer than two ways open to all/,
      (f) => closeSteps(f, ({ id }) => id === 'duty-desk-by-day'),
    ],
  ],
  'what need not be shown at work can be learned without it': [
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
  'what a role asks can be shown in its own family below it': [
    [
      /which its own family cannot show/,
      (f) =>
        closeSteps(f, ({ id }) => id === 'slo-and-capacity-model' || id === 'service-review-presentation'),
    ],
  ],
  'every price, length and validity says how it is known': [
    [/cka: price or its evidence stands alone/, (f) => Object.assign(formal(f).evidence, { price: null })],
    [
      /cka: validity names a source that is not there/,
      (f) => formal(f).evidence.validity?.sources.push('hearsay'),
    ],
    [/cka: price was seen/, (f) => Object.assign(formal(f).evidence.price ?? {}, { seen: '2020' })],
  ],
  'four in five certifications are well known in price and validity': [
    [
      /certifications are well known/,
      (f) =>
        Object.assign(formal(f).evidence, { price: { known: 'independent', sources: ['one'], seen: null } }),
    ],
  ],
  'the ways to the broad roles lead through the whole trade by hand': [
    [
      /the way to platform-engineer leads past a cluster/,
      (f) =>
        f.requirements.notAsked['platform-engineer']?.push(
          'systems-design-integration/containers-and-orchestration',
          'server-administration/containers-and-clusters',
          'design-survive-a-failure',
        ),
    ],
    [
      /school-of-sre gives a cluster to somebody who did nothing by hand/,
      (f) => learning(f, 'school-of-sre').teaches.push('design-deploy-to-a-cluster'),
    ],
  ],
  'no quiz shows work of level 2 and above that was done': [
    [
      /school-of-sre shows security-store-a-secret by none/,
      (f) => learning(f, 'school-of-sre').teaches.push('security-store-a-secret'),
    ],
  ],
};

describe('a rule notices', () => {
  test('every rule has something that breaks it', () => {
    expect(Object.keys(BREAKINGS)).toEqual(Object.keys(RULES));
  });

  const cases = Object.entries(BREAKINGS).flatMap(([rule, breakings]) =>
    breakings.map(([problem, change]) => ({ rule, problem, change })),
  );
  test.each(cases)('$rule: $problem', ({ rule, problem, change }) => {
    const career = buildCareer({ id: 'devops', version: '', files: breakFiles(change) });
    expect(RULES[rule]?.(career).join('\n')).toMatch(problem);
  });
});
