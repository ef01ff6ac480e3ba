import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ZodError } from 'zod';
import { listCareers, loadCareer } from '@/lib/catalogue';
import { buildCareer } from '@/lib/domain/build-career';
import { findCareerProblems } from '@/lib/domain/career-problems';
import { type CareerFiles, careerFilesSchema } from '@/lib/domain/catalogue';
import { EDITORIAL_RULES } from '../support/editorial-rules';

const NAMES = ['skills', 'roles', 'steps', 'salaries', 'crosswalk', 'requirements', 'rates'] as const;

function readFiles(career: string): CareerFiles {
  const read = (name: string) =>
    JSON.parse(readFileSync(path.join('catalogue', career, `${name}.json`), 'utf8'));
  return careerFilesSchema.parse(Object.fromEntries(NAMES.map((name) => [name, read(name)])));
}

const devops = readFiles('devops');

/** A copy with one thing broken. */
function breakFiles(change: (files: CareerFiles) => void): CareerFiles {
  const files = structuredClone(devops);
  change(files);
  return files;
}

function find<T extends { id: string }>(entries: readonly T[], id: string): T {
  const found = entries.find((entry) => entry.id === id);
  if (!found) throw new Error(`The catalogue has no ${id}.`);
  return found;
}

const step = (files: CareerFiles, id = 'cka') => find(files.steps.steps, id);
const skill = (files: CareerFiles, id = 'coding') => find(files.skills.skills, id);
const role = (files: CareerFiles, id = 'devops-engineer') => find(files.roles.roles, id);
const requirement = (files: CareerFiles, id = 'certification') => find(files.requirements.requirements, id);
const findEditorialProblems = (files: CareerFiles) =>
  Object.values(EDITORIAL_RULES).flatMap((rule) => rule(files));

describe.each(listCareers())('the career %s', (id) => {
  const files = readFiles(id);

  test('has no reference that leads nowhere', () => {
    expect(findCareerProblems(files)).toEqual([]);
  });

  test.each(Object.entries(EDITORIAL_RULES))('%s', (_name, findProblems) => {
    expect(findProblems(files)).toEqual([]);
  });
});

describe('the catalogue of DevOps', () => {
  test('holds what the application promises', () => {
    const { skills, roles, steps, requirements } = loadCareer();
    expect(skills).toHaveLength(10);
    expect(skills.flatMap((entry) => entry.levels)).toHaveLength(60);
    expect(roles.filter((entry) => entry.group === 'ladder')).toHaveLength(9);
    expect(roles.filter((entry) => entry.group === 'related')).toHaveLength(10);
    expect(steps).toHaveLength(112);
    expect(requirements).toHaveLength(3);
  });

  test('is indexed by id', () => {
    const career = loadCareer();
    for (const entry of career.skills) expect(career.skillById.get(entry.id)).toBe(entry);
    for (const entry of career.roles) expect(career.roleById.get(entry.id)).toBe(entry);
    for (const entry of career.steps) expect(career.stepById.get(entry.id)).toBe(entry);
    for (const entry of career.holdings) expect(career.holdingById.get(entry.id)).toBe(entry);
  });
});

describe('a reference that leads nowhere', () => {
  test.each<[string, (files: CareerFiles) => void, RegExp]>([
    ['a skill twice', (f) => f.skills.skills.push(skill(f)), /skill coding appears twice/],
    ['a role twice', (f) => f.roles.roles.push(role(f)), /role devops-engineer appears twice/],
    ['a step twice', (f) => f.steps.steps.push(step(f)), /step cka appears twice/],
    [
      'a requirement twice',
      (f) => f.requirements.requirements.push(requirement(f)),
      /certification appears twice/,
    ],
    [
      'a missing target',
      (f) => delete role(f).targets.coding,
      /role devops-engineer must have one target for every/,
    ],
    [
      'a target for no skill',
      (f) => Object.assign(role(f).targets, { sewing: 1 }),
      /one target for every skill/,
    ],
    ['an unknown people skill', (f) => f.roles.peopleSkills.push('sewing'), /peopleSkills names sewing/],
    ['an unknown prerequisite', (f) => step(f).prerequisites.push('ckx'), /step cka names ckx/],
    ['an unknown recommendation', (f) => step(f).recommended.push('ckx'), /step cka names ckx/],
    [
      'a raise of no skill',
      (f) => step(f).raises.push({ skill: 'sewing', from: 0, to: 1 }),
      /cka names sewing/,
    ],
    [
      'a retired prerequisite',
      (f) => {
        step(f, 'missing-semester').status = 'retired';
        step(f).prerequisites.push('missing-semester');
      },
      /step cka needs missing-semester, which is retired/,
    ],
    ['a step that needs itself', (f) => step(f).prerequisites.push('cka'), /need each other: cka > cka/],
    [
      'a cycle of prerequisites and recommendations',
      (f) => {
        step(f, 'missing-semester').recommended.push('cka');
        step(f).prerequisites.push('missing-semester');
      },
      /these steps need each other: .*missing-semester/,
    ],
    [
      'an unknown holding',
      (f) => requirement(f).heldBy.push('medal'),
      /requirement certification names medal/,
    ],
    [
      'a requirement met by no step',
      (f) => Object.assign(requirement(f).anyOfByRole ?? {}, { 'devops-engineer': [['ckx']] }),
      /requirement certification names ckx/,
    ],
    [
      'a requirement met by a retired step',
      (f) => {
        step(f).status = 'retired';
      },
      /requirement certification names cka/,
    ],
    [
      'a requirement that a role cannot meet',
      (f) => delete requirement(f).anyOfByRole?.['devops-engineer'],
      /requirement certification has nothing for devops-engineer/,
    ],
    ['a role without its list', (f) => delete f.requirements.roles['qa-lead'], /one list for each role/],
    ['an unknown requirement', (f) => f.requirements.roles['qa-lead']?.push('luck'), /qa-lead names luck/],
    [
      'an unknown occupation',
      (f) => f.requirements.steps.occupation.push('astronaut'),
      /occupation names astronaut/,
    ],
    ['an unknown post', (f) => f.requirements.steps.postFrom.push('astronaut'), /postFrom names astronaut/],
    ['an unknown post holding', (f) => f.requirements.steps.postHeldBy.push('medal'), /names medal/],
    ['a salary of no role', (f) => f.salaries.salaries[0]?.roles.push('astronaut'), /names astronaut/],
    [
      'a framework for no skill',
      (f) => Object.assign(f.crosswalk.crosswalk[0] ?? {}, { skill: 'sewing' }),
      /crosswalk names sewing/,
    ],
  ])('is found: %s', (_what, change, sentence) => {
    const files = breakFiles(change);
    expect(findCareerProblems(files).join('\n')).toMatch(sentence);
    expect(() => buildCareer({ id: 'devops', version: 'f'.repeat(64), files })).toThrow(sentence);
  });
});

describe('a broken promise', () => {
  test.each<[string, (files: CareerFiles) => void, RegExp]>([
    [
      'levels out of order',
      (f) => {
        skill(f).levels.reverse();
      },
      /skill coding does not go from 0 to 5/,
    ],
    ['a scale out of order', (f) => void f.skills.scale.reverse(), /scale does not go from 0 to 5/],
    [
      'one descriptor for two levels',
      (f) => Object.assign(skill(f).levels[1] ?? {}, { descriptor: skill(f).levels[2]?.descriptor }),
      /two levels have the descriptor/,
    ],
    ['too few topics', (f) => void skill(f).topics.splice(4), /coding has 4 topics/],
    [
      'a topic twice',
      (f) => Object.assign(skill(f).topics[1] ?? {}, { id: skill(f).topics[0]?.id }),
      /topic .* twice/,
    ],
    [
      'a ladder that falls',
      (f) => Object.assign(role(f, 'senior-devops-engineer').targets, { coding: 0 }),
      /the ladder falls from devops-engineer to senior-devops-engineer/,
    ],
    [
      'a flat ladder',
      (f) => Object.assign(role(f, 'senior-devops-engineer').targets, role(f).targets),
      /the ladder is flat from devops-engineer to senior-devops-engineer/,
    ],
    ['a missing rung', (f) => Object.assign(role(f), { rung: 12 }), /the rungs are not 1, 2, 3/],
    ['a technical people skill', (f) => f.roles.peopleSkills.push('coding'), /no workplace skill/],
    [
      'hours outside their range',
      (f) => Object.assign(step(f), { effortHours: 9, effortRange: { low: 10, high: 20 } }),
      /cka has hours outside/,
    ],
    [
      'a price without evidence',
      (f) => Object.assign(step(f), { costEvidence: null }),
      /cka has a price or its/,
    ],
    [
      'validity without expiry',
      (f) => Object.assign(step(f), { validityMonths: 24, expires: null }),
      /does not expire/,
    ],
    [
      'a retired step without a note',
      (f) => Object.assign(step(f), { status: 'retired' }),
      /cka is retired without a note/,
    ],
    ['a skill raised twice', (f) => step(f).raises.push(...step(f).raises), /cka raises .* twice/],
    [
      'no hours and no weeks',
      (f) => Object.assign(step(f).planning, { hours: null, weeks: null }),
      /no hours and no weeks/,
    ],
    ['no price', (f) => Object.assign(step(f), { cost: null }), /cka has no price and no estimate/],
    [
      'two prices',
      (f) =>
        Object.assign(step(f).planning, {
          cost: { amount: 1, currency: 'GBP', per: 'total', basis: 'editorial' },
        }),
      /cka has a confirmed and an estimated price/,
    ],
    [
      'no step of a kind',
      (f) => {
        f.steps.steps = f.steps.steps.filter((entry) => entry.kind !== 'degree');
      },
      /no step of kind degree/,
    ],
    [
      'a climb that ends early',
      (f) => {
        f.steps.steps = f.steps.steps.filter((entry) =>
          entry.raises.every((raise) => raise.skill !== 'coding' || raise.to < 5),
        );
      },
      /coding reaches only [0-4] with steps for UK/,
    ],
    ['a step out of reach', (f) => step(f).prerequisites.push('cka'), /cka can never be taken in UK/],
    [
      'an occupation without weeks',
      (f) => Object.assign(step(f, 'hnc-computing').planning, { weeks: null }),
      /hnc-computing is an occupation/,
    ],
    [
      'a missing rate',
      (f) => delete (f.rates.perUnit as Partial<CareerFiles['rates']['perUnit']>).USD,
      /no rate for USD/,
    ],
    ['a base that is not 1', (f) => Object.assign(f.rates.perUnit, { GBP: 2 }), /rate of GBP is not 1/],
    [
      'a salary without a figure',
      (f) => Object.assign(f.salaries.salaries[0] ?? {}, { amount: null, low: null }),
      /has no figure/,
    ],
    ['a skill without frameworks', (f) => void f.crosswalk.crosswalk.pop(), /one row for each skill/],
  ])('is found: %s', (_what, change, sentence) => {
    expect(findEditorialProblems(breakFiles(change)).join('\n')).toMatch(sentence);
  });
});

describe('a career file of the wrong shape', () => {
  test.each<[string, (files: CareerFiles) => void, string]>([
    ['an id that is no id', (f) => Object.assign(step(f), { id: 'CKA exam' }), 'id'],
    ['a level above 5', (f) => Object.assign(role(f).targets, { coding: 6 }), 'coding'],
    ['a raise that falls', (f) => Object.assign(step(f).raises[0] ?? {}, { from: 4, to: 4 }), 'raises'],
    ['a step that raises nothing', (f) => Object.assign(step(f), { raises: [] }), 'raises'],
    ['an unknown kind', (f) => Object.assign(step(f), { kind: 'holiday' }), 'kind'],
    ['an address with script', (f) => Object.assign(step(f), { url: 'javascript:alert(1)' }), 'url'],
    [
      'a range that falls',
      (f) => Object.assign(step(f), { effortRange: { low: 9, high: 3 } }),
      'effortRange',
    ],
    [
      'a price below 0',
      (f) => Object.assign(step(f), { cost: { amount: -1, currency: 'GBP', per: 'total' } }),
      'cost',
    ],
    ['an empty title', (f) => Object.assign(step(f), { title: '  ' }), 'title'],
    ['an unknown key', (f) => Object.assign(step(f), { colour: 'red' }), 'steps'],
    ['no sources', (f) => Object.assign(role(f), { sources: [] }), 'sources'],
    [
      'a source without address',
      (f) => Object.assign(role(f), { sources: [{ title: 'A book', seen: null }] }),
      'sources',
    ],
    ['five levels', (f) => void skill(f).levels.pop(), 'levels'],
    [
      'two ways to meet a requirement',
      (f) => Object.assign(requirement(f), { anyOf: [['cka']] }),
      'requirements',
    ],
    ['a missing file', (f) => delete (f as Partial<CareerFiles>).rates, 'rates'],
  ])('is refused: %s', (_what, change, place) => {
    const files = breakFiles(change);
    const build = () => buildCareer({ id: 'devops', version: 'f'.repeat(64), files });
    expect(build).toThrow(ZodError);
    expect(careerFilesSchema.safeParse(files).error?.issues[0]?.path.join('.')).toContain(place);
  });
});
