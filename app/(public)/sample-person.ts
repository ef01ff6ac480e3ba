import type { Level } from '@/lib/domain/catalogue';

/** The person of the sample: a system administrator of some years. */
export const SAMPLE_LEVELS: Readonly<Record<string, Level>> = {
  'project-management': 2,
  coding: 1,
  'server-administration': 3,
  'information-security': 1,
  'systems-design-integration': 1,
  'engineering-maths-analysis': 2,
  communications: 3,
  coaching: 1,
  flexibility: 2,
  adaptability: 2,
};

export const SAMPLE_GOAL = 'devops-engineer';
