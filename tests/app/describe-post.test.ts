import { expect, test } from 'vitest';
import {
  describeExperience,
  describeFamilies,
  describeLength,
  describePlace,
} from '@/app/(public)/describe-post';
import { loadCareer } from '@/lib/catalogue';

const career = loadCareer();

test('says weeks as a person does', () => {
  expect([26, 52, 104, 12, 60].map(describeLength)).toEqual([
    'half a year',
    '1 year',
    '2 years',
    '12 weeks',
    '60 weeks',
  ]);
});

test('names parts of IT inside a sentence as they are written', () => {
  expect(describeFamilies(career, ['operations', 'devops', 'other'])).toBe(
    'servers and operations, DevOps and platforms or other IT work',
  );
  expect(describeFamilies(career, 'any')).toBe('any part of IT');
  const post = career.postById.get('linux-administrator');
  expect(post && describePlace(career, post)).toBe('Servers and operations, full job');
});

test('says what is asked beside skills and every way to meet it', () => {
  const [first] = career.experienceOfRole['devops-engineer'] ?? [];
  expect(first && describeExperience(career, first)).toEqual({
    label: 'A degree in computer science or a related field, or two years of work in IT',
    ways: [
      'a bachelor’s degree in computer science or a related field',
      '2 years of work of any rank, in any part of IT',
    ],
  });
  const led = career.experienceOfRole['senior-devops-engineer-management']?.at(-1);
  expect(led && describeExperience(career, led).ways.at(-1)).toBe(
    'I have led people for half a year or more: goals, workload, feedback',
  );
});
