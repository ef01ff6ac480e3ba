import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { LONGEST_SEARCH } from '@/lib/domain/career/longest-search';
import { findByTitle, searchCareer, searchSchema } from '@/lib/domain/career/search';

const career = loadCareer();
const read = (q: unknown) => searchSchema.parse({ q }).q;

describe('searchSchema', () => {
  test('takes one text and nothing else, and cuts a long one without tearing a character', () => {
    expect(searchSchema.parse({})).toEqual({ q: '' });
    expect(read(['a', 'b'])).toBe('');
    expect(read('  kubernetes \n')).toBe('kubernetes');
    expect(read(`${'x'.repeat(LONGEST_SEARCH - 1)}😀`)).toBe('x'.repeat(LONGEST_SEARCH - 1));
  });

  test('never throws on an address', () => {
    fc.assert(fc.property(fc.anything(), (q) => searchSchema.safeParse({ q }).success));
  });
});

describe('searchCareer', () => {
  test('finds nothing where nothing is asked', () => {
    for (const text of ['', '   '])
      expect(searchCareer(career, text)).toEqual({ skills: [], roles: [], posts: [], steps: [], canDos: [] });
  });

  test('finds a step by name, provider, code, can-do and topic', () => {
    const idsOf = (text: string) => searchCareer(career, text).steps.map(({ id }) => id);
    expect(idsOf('Certified Kubernetes Administrator')[0]).toBe('cka');
    expect(idsOf('linux foundation')).toContain('cka');
    expect(idsOf('CKA')).toContain('cka');
    expect(idsOf('tasks of a day or less')).toContain('software-engineering-introduction');
    expect(idsOf('estimating and planning')).toContain('software-engineering-introduction');
  });

  test('finds roles, posts, skills by their topics, and can-dos', () => {
    expect(searchCareer(career, 'site reliability').roles.map(({ id }) => id)).toContain(
      'site-reliability-engineer',
    );
    expect(searchCareer(career, 'linux administrator').posts.map(({ id }) => id)).toContain(
      'linux-administrator',
    );
    expect(searchCareer(career, 'CODING').skills.map(({ id }) => id)).toEqual(['coding']);
    expect(searchCareer(career, 'agile').skills.map(({ id }) => id)).toContain('project-management');
    expect(searchCareer(career, 'tasks of a day or less').canDos.map(({ id }) => id)).toEqual([
      'project-split-and-estimate',
    ]);
  });

  test('says the best title first: the whole, its beginning, the beginnings of words, parts of words, the rest', () => {
    const titles = ['Digital', 'Learn by doing', 'Use of Git', 'Git for teams', 'git'];
    const found = findByTitle(
      titles.map((title) => ({ title })),
      'Git',
    );
    expect(found.map(({ title }) => title)).toEqual(['git', 'Git for teams', 'Use of Git', 'Digital']);
    // A step of which only the description says it comes after those whose title does.
    const steps = searchCareer(career, 'kubernetes').steps;
    const isNamed = steps.map(({ title }) => title.toLowerCase().includes('kubernetes'));
    expect(isNamed.indexOf(false)).toBeGreaterThan(0);
    expect(isNamed.lastIndexOf(true)).toBeLessThan(isNamed.indexOf(false));
  });

  test('finds every entry of the catalogue by its own name', () => {
    for (const { title, id } of career.steps)
      expect(searchCareer(career, title).steps.map((step) => step.id)).toContain(id);
    for (const { title, id } of career.roles) expect(searchCareer(career, title).roles[0]?.id).toBe(id);
    expect(career.steps.length).toBeGreaterThan(200);
  });

  test('counts only the first words of a text', () => {
    const words = Array.from({ length: 10 }, () => 'kubernetes');
    const idsOf = (text: string) =>
      searchCareer(career, text)
        .steps.map(({ id }) => id)
        .sort();
    expect(idsOf([...words, 'nonsense'].join(' '))).toEqual(idsOf('kubernetes'));
    expect(idsOf('kubernetes nonsense')).toEqual([]);
  });
});
