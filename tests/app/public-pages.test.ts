import { describe, expect, test } from 'vitest';
import { buildDefinedTerm, buildOccupation, buildStepData } from '@/app/(public)/build-structured-data';
import {
  describeEvidence,
  describeHours,
  describePrice,
  describePriceShortly,
  describeTimeShortly,
  describeTotalPrice,
  describeValidity,
  describeWeeks,
} from '@/app/(public)/describe-step';
import { loadCareer } from '@/lib/catalogue';
import type { Evidence } from '@/lib/domain/career/step-schema';

const career = loadCareer();
const stepOf = (id: string) => {
  const step = career.stepById.get(id);
  if (!step) throw new Error(`no step ${id}`);
  return step;
};
const roleOf = (id: string) => {
  const role = career.roleById.get(id);
  if (!role) throw new Error(`no role ${id}`);
  return role;
};

test('no step has the id that finding steps has as its address', () => {
  expect(career.stepById.has('find')).toBe(false);
});

describe('describePrice', () => {
  test.each([
    ['cka', 'US$445', 'US$445'],
    ['bsc-computer-science-uk', '£10,050 a year', '£10,050 a year'],
    ['google-it-support-certificate', 'US$49 a month', 'US$49 a month'],
    ['missing-semester', 'Free', 'Free'],
    ['lfcs', 'No confirmed price. A plan counts US$445, which is our estimate.', 'about US$445'],
    ['algorithms-part-one', 'Free', 'Free'],
    [
      'home-lab-server',
      'No confirmed price. A plan counts it as free, which is our estimate.',
      'Free (estimate)',
    ],
  ])('of %s says what is confirmed and what is not', (id, full, short) => {
    expect(describePrice(stepOf(id))).toBe(full);
    expect(describePriceShortly(stepOf(id))).toBe(short);
  });

  test('adds up a price by the year or the month, and leaves a total alone', () => {
    expect(describeTotalPrice(career, stepOf('bsc-computer-science-uk'))).toBe(
      '£30,150 over the 156 weeks planned for it',
    );
    expect(describeTotalPrice(career, stepOf('google-it-support-certificate'))).toBe(
      'US$245 over the 20 weeks planned for it',
    );
    expect(describeTotalPrice(career, stepOf('cka'))).toBeNull();
  });
});

describe('the time of a step', () => {
  test.each([
    ['pmp', '165 hours, published as 150 to 180 hours', 'As fast as your hours allow.', '165 hours'],
    [
      'devops-foundation',
      '22 hours, at least 22 hours published',
      'As fast as your hours allow.',
      '22 hours',
    ],
    [
      'on-call-rota',
      'No confirmed figure. A plan counts 40 hours, which is our estimate.',
      'No confirmed figure. A plan counts at least 18 weeks, which is our estimate.',
      'about 40 hours',
    ],
    ['calculus-1a', '104 hours, published as 78 to 130 hours', '13 weeks', '104 hours'],
    ['bsc-computer-science-uk', '3,600 hours', '156 weeks', '156 weeks'],
  ])('of %s is said with whose figure it is', (id, hours, weeks, short) => {
    expect(describeHours(stepOf(id))).toBe(hours);
    expect(describeWeeks(stepOf(id))).toBe(weeks);
    expect(describeTimeShortly(stepOf(id))).toBe(short);
  });
});

test.each([
  ['cka', '2 years, then it must be renewed.'],
  ['azure-fundamentals-az-900', 'It does not expire.'],
  ['google-associate-cloud-engineer', '3 years, then it must be renewed.'],
  ['docker-certified-associate', 'Not confirmed whether or when it expires.'],
  ['missing-semester', null],
])('describeValidity of %s says what is known', (id, sentence) => {
  expect(describeValidity(stepOf(id))).toBe(sentence);
});

test('says how a price is known and when it was seen', () => {
  const describeIn = (month: string) => (evidence: Evidence | null) => describeEvidence(evidence, month);
  const now = describeIn('2026-11');
  const { price } = stepOf('comptia-a-plus').evidence;
  expect(now(price)).toBe('From others, not the provider, seen August 2026.');
  expect(now(stepOf('home-lab-server').evidence.price)).toBe('Our estimate.');
  expect(now({ known: 'official', sources: ['a page'], seen: null })).toBe(
    'From the provider or a public body, on a day not recorded: it may have changed.',
  );
  expect(now(null)).toBeNull();
  // Eighteen months after it was seen it is current for the last time.
  expect(describeIn('2028-02')(price)).toBe('From others, not the provider, seen August 2026.');
  expect(describeIn('2028-03')(price)).toBe(
    'From others, not the provider, seen August 2026: it may have changed.',
  );
});

describe('structured data', () => {
  test('gives a salary its own measure and leaves an average out of a median', () => {
    const { estimatedSalary } = buildOccupation(career, roleOf('system-engineer')) as {
      estimatedSalary?: { median: number; name: string }[];
    };
    expect(estimatedSalary?.map((salary) => [salary.name, salary.median ?? null])).toEqual([
      ['United Kingdom', null],
      ['United States', 96800],
    ]);
    expect(buildOccupation(career, roleOf('devops-engineer'))).not.toHaveProperty('estimatedSalary');
    expect(buildOccupation(career, roleOf('qa-lead'))).not.toHaveProperty('estimatedSalary');
  });

  test('calls a course a course, an award a credential, and nothing else either', () => {
    expect(buildStepData(career, stepOf('missing-semester'))?.['@type']).toBe('Course');
    expect(buildStepData(career, stepOf('cka'))).toMatchObject({
      '@type': 'EducationalOccupationalCredential',
      validFor: 'P24M',
    });
    for (const id of ['home-lab-server', 'on-call-rota', 'aws-sysops-associate-c02'])
      expect(buildStepData(career, stepOf(id))).toBeNull();
  });

  test('describes every skill as a term of one set', () => {
    for (const skill of career.skills)
      expect(buildDefinedTerm(skill)).toMatchObject({ '@type': 'DefinedTerm', termCode: skill.id });
  });
});
