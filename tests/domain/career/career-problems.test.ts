import { describe, expect, test } from 'vitest';
import { buildCareer } from '@/lib/domain/career/build-career';
import { findCareerProblems } from '@/lib/domain/career/career-problems';
import type { CareerFiles } from '@/lib/domain/career/schema';
import { breakFiles, canDo, find, formal, level, post } from '../../support/broken-career';

describe('a reference that leads nowhere', () => {
  test.each<[RegExp, (files: CareerFiles) => unknown]>([
    [
      /can-do code-save-a-change appears twice/,
      (f) => level(f, 'coding', 1).canDo?.push(canDo(f, 'code-save-a-change')),
    ],
    [/step or post cka appears twice/, (f) => Object.assign(post(f), { id: 'cka' })],
    [/can-do code-save-a-change names sewing/, (f) => canDo(f, 'code-save-a-change').after.push('sewing')],
    [/come after each other/, (f) => canDo(f, 'server-move-around-files').after.push('code-join-commands')],
    [/one target for every skill/, (f) => delete find(f.roles.roles, 'qa-lead').targets.coding],
    [
      /role qa-lead must be one post/,
      (f) => f.posts.posts.splice(f.posts.posts.indexOf(post(f, 'qa-lead')), 1),
    ],
    [/be a role or say what an employer asks/, (f) => Object.assign(post(f), { hireAt: null })],
    [/linux-administrator names sewing/, (f) => post(f).teaches.push('sewing')],
    [/names astronauts/, (f) => Object.assign(post(f), { family: 'astronauts' })],
    [
      /data to sewing, which is no move/,
      (f) => f.posts.changes.push({ from: 'data', to: 'sewing', why: 'x' }),
    ],
    [/step cka names sewing/, (f) => formal(f).teaches.push('sewing')],
    [/steps need each other/, (f) => formal(f).needs.steps.push('cka')],
    [
      /needs aws-sysops-associate-c02, which is retired/,
      (f) => formal(f).needs.steps.push('aws-sysops-associate-c02'),
    ],
    [
      /holding bachelors-related names ckx/,
      (f) => find(f.requirements.holdings, 'bachelors-related').grantedBy.steps.push('ckx'),
    ],
    [/experience must have one list for each role/, (f) => delete f.requirements.experience['qa-lead']],
    [/notAsked of qa-lead names sewing/, (f) => f.requirements.notAsked['qa-lead']?.push('sewing')],
    [
      /certification has nothing for qa-lead/,
      (f) => delete f.requirements.certification.anyOfByRole['qa-lead'],
    ],
    [/salary .* names astronaut/, (f) => f.salaries.salaries[0]?.roles.push('astronaut')],
  ])('%s', (problem, change) => {
    expect(findCareerProblems(breakFiles(change)).join('\n')).toMatch(problem);
  });

  test('keeps a career from being built', () => {
    const broken = breakFiles((f) => formal(f).teaches.push('sewing'));
    expect(() => buildCareer({ id: 'devops', version: '', files: broken })).toThrow(/names sewing/);
  });
});
