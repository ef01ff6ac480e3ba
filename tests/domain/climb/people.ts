import { type Profile, profileSchema } from '@/lib/domain/climb/profile';

const SKILLS = [
  'project-management',
  'coding',
  'server-administration',
  'information-security',
  'systems-design-integration',
  'engineering-maths-analysis',
  'communications',
  'coaching',
  'flexibility',
  'adaptability',
] as const;

/** A profile whose levels are given in the order of the skills. */
export function makePerson(
  role: string,
  levels: readonly number[],
  rest: object = {},
  preferences: object = {},
): Profile {
  return profileSchema.parse({
    career: 'devops',
    role,
    levels: Object.fromEntries(SKILLS.map((skill, place) => [skill, levels[place] ?? 0])),
    ...rest,
    preferences: { start: '2026-12-07', ...preferences },
  });
}

const holding = (...holdings: string[]) => ({ holdings });
const inPost = (post: string, weeks: number) => ({ posts: [{ post, weeks, current: true }] });

/** People such as recruiters meet, at every rung. */
export const PEOPLE: Readonly<Record<string, Profile>> = {
  careerChanger: makePerson(
    'junior-devops-engineer',
    [2, 0, 0, 0, 0, 1, 3, 2, 2, 2],
    holding('bachelors-other'),
  ),
  graduate: makePerson('devops-engineer', [1, 2, 1, 1, 1, 3, 2, 1, 0, 2], holding('bachelors-related'), {
    hoursPerWeek: 20,
  }),
  helpDesk: makePerson(
    'junior-devops-engineer',
    [1, 1, 1, 1, 0, 1, 2, 1, 1, 2],
    inPost('entry-role-it-support', 156),
  ),
  linuxAdministrator: makePerson(
    'site-reliability-engineer',
    [2, 2, 4, 2, 2, 2, 3, 2, 3, 3],
    inPost('linux-administrator', 260),
  ),
  scrumMaster: makePerson('release-manager', [3, 0, 0, 1, 1, 2, 4, 3, 2, 3], inPost('scrum-master', 260)),
  engineeringManager: makePerson('principal-devops-engineer-management', [4, 3, 2, 2, 4, 3, 4, 4, 3, 4], {
    ...holding('bachelors-related'),
    posts: [
      { post: 'software-developer', weeks: 208 },
      { post: 'senior-software-developer', weeks: 156 },
      { post: 'engineering-manager', weeks: 520, current: true },
    ],
  }),
  juniorEngineer: makePerson('devops-engineer', [1, 2, 2, 1, 1, 2, 2, 1, 1, 2], {
    posts: [
      { post: 'apprenticeship-devops-engineer-l4', weeks: 95 },
      { post: 'junior-devops-engineer', weeks: 52, current: true },
    ],
  }),
  returner: makePerson('devops-engineer', [2, 3, 2, 1, 2, 2, 3, 2, 1, 2], {
    ...holding('bachelors-related', 'career-break'),
    posts: [{ post: 'software-developer', weeks: 300 }],
  }),
  securityAnalyst: makePerson(
    'cyber-security-engineer',
    [1, 1, 2, 3, 2, 2, 3, 1, 3, 3],
    inPost('security-analyst', 200),
  ),
};
