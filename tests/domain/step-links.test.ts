import { describe, expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import {
  findClimbs,
  findRequirementRoutes,
  findRequirementUses,
  findStepsOpenedBy,
  groupStepsByRaise,
} from '@/lib/domain/step-links';

const career = loadCareer();
const roleOf = (id: string) => {
  const role = career.roleById.get(id);
  if (!role) throw new Error(`no role ${id}`);
  return role;
};

describe('findStepsOpenedBy', () => {
  test('is the other end of every prerequisite of an active step', () => {
    const links = career.steps
      .filter((entry) => entry.status === 'active')
      .flatMap((step) => step.prerequisites.map((id) => ({ step, id })));
    expect(links.length).toBeGreaterThan(10);
    for (const { step, id } of links)
      expect(findStepsOpenedBy(career, id).map((opened) => opened.id)).toContain(step.id);
    expect(findStepsOpenedBy(career, 'azure-administrator-az-104').map((step) => step.id)).toContain(
      'azure-devops-engineer-az-400',
    );
  });
});

describe('groupStepsByRaise', () => {
  test.each(career.skills.map((skill) => skill.id))('holds each active step that raises %s once', (skill) => {
    const groups = groupStepsByRaise(career, skill);
    const ids = groups.flatMap((group) => group.steps.map((step) => step.id)).sort();
    const expected = career.steps
      .filter((step) => step.status === 'active' && step.raises.some((raise) => raise.skill === skill))
      .map((step) => step.id)
      .sort();
    expect(ids).toEqual(expected);
    const order = groups.map((group) => group.from * 10 + group.to);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });
});

describe('findClimbs', () => {
  test('names only skills whose target rises over the rung below', () => {
    const below = roleOf('junior-devops-engineer');
    const climbs = findClimbs(career, roleOf('devops-engineer'));
    for (const climb of climbs) {
      expect(climb.from).toBe(below.targets[climb.skill.id]);
      expect(climb.target).toBeGreaterThan(climb.from);
    }
    expect(climbs.map((climb) => climb.skill.id)).not.toContain('engineering-maths-analysis');
    expect(climbs[0]?.skill.id).toBe('flexibility');
  });

  test('starts a related title from 0 and leaves retired steps out', () => {
    const climbs = findClimbs(career, roleOf('qa-lead'));
    expect(climbs.length).toBeGreaterThan(0);
    expect(climbs.flatMap(({ steps }) => steps).length).toBeGreaterThan(0);
    for (const climb of climbs) {
      expect(climb.from).toBe(0);
      expect(climb.steps.every((step) => step.status === 'active')).toBe(true);
    }
  });
});

describe('findRequirementRoutes', () => {
  test('is empty for a role that asks for nothing beside levels', () => {
    expect(findRequirementRoutes(career, roleOf('apprentice-devops-engineer'))).toEqual([]);
  });

  test('gives a role its own certifications', () => {
    const certification = findRequirementRoutes(career, roleOf('cyber-security-engineer')).find(
      (route) => route.requirement.id === 'certification',
    );
    expect(certification?.groups.map((group) => group.map((step) => step.id))).toEqual([
      ['isc2-cc'],
      ['comptia-security-plus'],
      ['cks'],
      ['cissp'],
    ]);
    expect(certification?.holdings.map((holding) => holding.id)).toEqual(['relevant-certification']);
  });
});

describe('findRequirementUses', () => {
  test('tells a step that is enough from one that needs another beside it', () => {
    const usesOf = (id: string) =>
      findRequirementUses(career, id).map((use) => [use.requirement.id, use.isEnough]);
    expect(usesOf('entry-role-it-support')).toEqual([
      ['degree-or-experience', false],
      ['related-role', true],
    ]);
    expect(usesOf('missing-semester')).toEqual([]);
  });

  test('names the roles that a certification counts for', () => {
    const [use] = findRequirementUses(career, 'cissp');
    expect(use?.roles.map((role) => role.id)).toEqual(['cyber-security-engineer']);
  });
});
