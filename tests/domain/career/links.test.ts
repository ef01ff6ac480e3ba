import { describe, expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { findNeighbourRungs } from '@/lib/domain/career/neighbour-rungs';
import { listPagedPosts, listPostsAfter, listPostsBefore } from '@/lib/domain/career/post-links';
import {
  findCertifiedRoles,
  findStepsOpenedBy,
  groupStepsByLevel,
  listCertificates,
  listNeededFirst,
} from '@/lib/domain/career/step-links';
import { expectHeld } from '../../support/expect-held';
import FIRST from '../../support/first-edition-ids.json' with { type: 'json' };

const career = loadCareer();
const stepOf = (id: string) => career.stepById.get(id) ?? expect.fail(`no step ${id}`);
const postOf = (id: string) => career.postById.get(id) ?? expect.fail(`no post ${id}`);

describe('steps', () => {
  test.each(career.skills.map(({ id }) => id))(
    'are listed once under the highest level of %s that they teach',
    (skill) => {
      const groups = groupStepsByLevel(career, skill);
      const levels = groups.map(({ level }) => level);
      expect(levels).toEqual(levels.toSorted((one, other) => one - other));
      const teaching = career.steps.filter(
        ({ status, teaches }) =>
          status === 'active' && teaches.some((id) => career.canDoById.get(id)?.skill === skill),
      );
      expect(groups.flatMap(({ steps }) => steps.map(({ id }) => id)).sort()).toEqual(
        teaching.map(({ id }) => id).sort(),
      );
      expect(groups.length).toBeGreaterThan(0);
      for (const { level, steps } of groups)
        for (const step of steps) {
          const taught = step.teaches.flatMap((id) => career.canDoById.get(id) ?? []);
          expect(Math.max(...taught.filter((one) => one.skill === skill).map((one) => one.level))).toBe(
            level,
          );
        }
    },
  );

  test('open those that must wait for them', () => {
    const links = career.steps
      .filter(({ status }) => status === 'active')
      .flatMap(({ id, needs }) => needs.steps.map((first) => ({ id, first })));
    expectHeld({ links: links.length });
    for (const { id, first } of links)
      expect(findStepsOpenedBy(career, first).map((step) => step.id)).toContain(id);
  });

  test('need first what they name and what theirs come after, and nothing that they teach', () => {
    let found = 0;
    for (const step of career.steps) {
      const needed = listNeededFirst(career, step).map(({ id }) => id);
      found += needed.length;
      for (const id of step.needs.canDo) expect([...needed, ...step.teaches]).toContain(id);
      expect(needed.filter((id) => step.teaches.includes(id))).toEqual([]);
    }
    expect(found).toBeGreaterThan(100);
  });

  test('are the certificates of the roles that ask for one', () => {
    expect(findCertifiedRoles(career, 'cka').map(({ role }) => role.id)).toContain('devops-engineer');
    expect(findCertifiedRoles(career, 'missing-semester')).toEqual([]);
    expect(
      listCertificates(career, 'devops-engineer')
        .flat()
        .map(({ id }) => id),
    ).toContain('cka');
    expect(listCertificates(career, 'product-manager')).toEqual([]);
    for (const [certificate] of listCertificates(career, 'devops-engineer'))
      expect(stepOf(certificate?.id ?? '').kind).toBe('certification');
  });
});

describe('posts', () => {
  test('lie around one another as a mentor would name it', () => {
    const before = listPostsBefore(career, postOf('devops-engineer')).map(({ id }) => id);
    expect(before[0]).toBe('junior-devops-engineer');
    expect(before).toContain('linux-administrator');
    expect(before).not.toContain('entry-role-it-support');
    expect(listPostsAfter(career, postOf('entry-role-it-support')).map(({ id }) => id)).toContain(
      'second-line-support',
    );
    let found = 0;
    for (const post of career.posts.filter(({ offered }) => offered))
      for (const next of listPostsAfter(career, post)) {
        found += 1;
        expect(next.rank - post.rank).toBeLessThanOrEqual(1);
        expect(listPostsBefore(career, next)).toContain(post);
      }
    expectHeld({ found });
  });

  test('keep the addresses that they had as steps of the first edition', () => {
    const paged = new Set([...career.steps, ...listPagedPosts(career)].map(({ id }) => id));
    expect(FIRST.steps.filter((id) => !paged.has(id))).toEqual([]);
    expect(
      listPagedPosts(career).filter(({ id }) => career.stepById.has(id) || career.roleById.has(id)),
    ).toEqual([]);
  });
});

describe('the rungs beside a role', () => {
  test.each([
    ['apprentice-devops-engineer', null, 'junior-devops-engineer'],
    ['devops-engineer', 'junior-devops-engineer', 'senior-devops-engineer'],
    ['principal-devops-engineer-management', 'principal-devops-engineer', null],
    ['site-reliability-engineer', null, null],
  ])('are found for %s', (id, below, above) => {
    const role = career.roleById.get(id) ?? expect.fail(`no role ${id}`);
    const neighbours = findNeighbourRungs(career, role);
    expect([neighbours.below?.id ?? null, neighbours.above?.id ?? null]).toEqual([below, above]);
  });
});
