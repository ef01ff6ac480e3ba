import type { Career } from '@/lib/domain/career/career';
import type { Salary } from '@/lib/domain/career/fact-schemas';
import type { Role, Skill, Step } from '@/lib/domain/career/schema';

export type JsonLd = { '@context': 'https://schema.org'; '@type': string } & Record<string, unknown>;

const SCHEMA = 'https://schema.org';
const CAREER_NAME = 'Skills of a DevOps career';

/** schema.org Occupation. A salary figure keeps its own measure; an average is no median and stays out. */
export function buildOccupation(career: Career, role: Role): JsonLd {
  const salaries = career.salaries
    .filter((salary) => salary.roles.includes(role.id))
    .flatMap((salary) => buildSalary(salary) ?? []);
  const asked = (career.experienceOfRole[role.id] ?? []).map(({ label }) => label);
  const certificate = career.certification.askedBy.includes(role.id) ? [career.certification.label] : [];
  const qualifications = [...asked, ...certificate].join('; ');
  return {
    '@context': SCHEMA,
    '@type': 'Occupation',
    name: role.title,
    description: role.description,
    skills: career.skills
      .filter((skill) => (role.targets[skill.id] ?? 0) > 0)
      .map((skill) => ({ '@type': 'DefinedTerm', name: skill.name, termCode: skill.id })),
    ...(qualifications ? { qualifications } : {}),
    ...(salaries.length > 0 ? { estimatedSalary: salaries } : {}),
  };
}

function buildSalary(salary: Salary): Record<string, unknown> | null {
  const common = { currency: salary.currency, duration: salary.period === 'year' ? 'P1Y' : 'P1M' };
  const distribution = { '@type': 'MonetaryAmountDistribution', name: salary.place, ...common };
  if (salary.measure === 'median' && salary.amount !== null)
    return { ...distribution, median: salary.amount };
  if (salary.measure === 'range' && salary.low !== null && salary.high !== null)
    return {
      '@type': 'MonetaryAmount',
      name: salary.place,
      currency: salary.currency,
      minValue: salary.low,
      maxValue: salary.high,
      unitText: salary.period === 'year' ? 'YEAR' : 'MONTH',
    };
  return null;
}

/** schema.org DefinedTerm. */
export function buildDefinedTerm(skill: Skill): JsonLd {
  return {
    '@context': SCHEMA,
    '@type': 'DefinedTerm',
    name: skill.name,
    termCode: skill.id,
    description: skill.description,
    inDefinedTermSet: { '@type': 'DefinedTermSet', name: CAREER_NAME },
  };
}

/** schema.org Course for a course, EducationalOccupationalCredential for what ends in an award; null for the rest. */
export function buildStepData(career: Career, step: Step): JsonLd | null {
  if (step.status !== 'active') return null;
  const common = { name: step.title, description: step.description, ...(step.url ? { url: step.url } : {}) };
  const teaches = step.teaches.flatMap((id) => career.canDoById.get(id)?.text ?? []);
  const provider = { '@type': 'Organization', name: step.provider };
  if (step.kind === 'course') return { '@context': SCHEMA, '@type': 'Course', ...common, provider, teaches };
  if (step.kind !== 'certification' && step.kind !== 'degree') return null;
  return {
    '@context': SCHEMA,
    '@type': 'EducationalOccupationalCredential',
    ...common,
    competencyRequired: teaches,
    credentialCategory: step.kind === 'degree' ? 'degree' : 'certification',
    ...(step.kind === 'certification' ? { recognizedBy: provider } : {}),
    ...(step.validityMonths ? { validFor: `P${step.validityMonths}M` } : {}),
  };
}
