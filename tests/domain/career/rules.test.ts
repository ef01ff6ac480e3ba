import { describe, expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { buildCareer } from '@/lib/domain/career/build-career';
import { breakFiles } from '../../support/broken-career';
import { FACT_BREAKINGS } from '../../support/career-breakings/facts';
import { POST_BREAKINGS } from '../../support/career-breakings/posts';
import { SKILL_BREAKINGS } from '../../support/career-breakings/skills';
import { STEP_BREAKINGS } from '../../support/career-breakings/steps';
import { WAY_BREAKINGS } from '../../support/career-breakings/ways';
import { FACT_RULES } from '../../support/career-rules/facts';
import { POST_RULES } from '../../support/career-rules/posts';
import { SKILL_RULES } from '../../support/career-rules/skills';
import { STEP_RULES } from '../../support/career-rules/steps';
import { WAY_RULES } from '../../support/career-rules/ways';

const RULES = { ...SKILL_RULES, ...POST_RULES, ...STEP_RULES, ...WAY_RULES, ...FACT_RULES };

describe('the catalogue', () => {
  const career = loadCareer();

  test.each(Object.entries(RULES))('%s', (_rule, findProblems) => {
    expect(findProblems(career)).toEqual([]);
  });
});

const BREAKINGS = {
  ...SKILL_BREAKINGS,
  ...POST_BREAKINGS,
  ...STEP_BREAKINGS,
  ...WAY_BREAKINGS,
  ...FACT_BREAKINGS,
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
