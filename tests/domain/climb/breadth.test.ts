import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import type { Profile } from '@/lib/domain/climb/profile';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { listTrue } from '@/lib/domain/climb/standing';
import { planWords } from '@/lib/wording/plan-words';
import { makePerson } from './people';

const career = loadCareer();

/** What a practitioner has done with their own hands, as topics of which one can-do from level 2 on is met in practice. */
const BREADTH: Readonly<Record<string, readonly string[]>> = {
  Linux: ['server-administration/linux-and-os', 'server-administration/accounts-and-access'],
  networking: ['server-administration/networking', 'server-administration/service-and-web-servers'],
  Git: ['coding/version-control'],
  'a language': ['coding/programming-fundamentals'],
  tests: ['coding/testing-and-debugging', 'systems-design-integration/prototyping-and-testing'],
  'a pipeline': ['coding/ci-cd-pipelines'],
  containers: [
    'systems-design-integration/containers-and-orchestration',
    'server-administration/containers-and-clusters',
  ],
  'a cloud account': [
    'systems-design-integration/cloud-platforms',
    'systems-design-integration/integration-patterns',
  ],
  'infrastructure as code': ['coding/infrastructure-as-code', 'systems-design-integration/cloud-platforms'],
  'monitoring and alerts': [
    'server-administration/monitoring-and-logging',
    'systems-design-integration/observability-design',
  ],
  secrets: ['information-security/identity-and-secrets'],
  patching: ['information-security/vulnerability-management', 'server-administration/linux-and-os'],
  'an incident': ['flexibility/on-call-response', 'information-security/security-incident-response'],
  'its review': ['communications/writing', 'communications/incident-updates'],
};
const CLUSTER = /cluster|kubernetes/i;
const BY_HAND = new Set(['hands-on', 'work']);

/** Everything that a plan shows by hand, in its steps or in the posts on the way. */
function listByHand(profile: Profile, { steps, stages }: PlanDocument): Set<string> {
  const own = steps.flatMap(({ id, teaches }) =>
    BY_HAND.has(career.stepById.get(id)?.assessed ?? '') ? teaches : [],
  );
  const posts = stages.flatMap(({ post }) => career.postById.get(post ?? '')?.teaches ?? []);
  return new Set([...own, ...posts].filter((id) => !listTrue(career, profile).has(id)));
}

const GOALS = [
  'devops-engineer',
  'site-reliability-engineer',
  'platform-engineer',
  'cyber-security-engineer',
];
const beginner = (role: string) =>
  makePerson(
    role,
    [0, 0, 0, 0, 0, 1, 1, 0, 1, 1],
    { posts: [{ post: 'entry-role-it-support', weeks: 60, current: true }] },
    { start: '2027-01-04', hoursPerWeek: 15, region: 'any' },
  );

describe('somebody who follows a plan from a help desk', { timeout: 180_000 }, () => {
  it.each(GOALS)('meets by hand all that a practitioner knows, on the way to %s', (role) => {
    const profile = beginner(role);
    const plan = solvePlan(career, profile, { effort: 'glance', words: planWords });
    expect(plan.status).not.toBe('infeasible');
    const met = [...listByHand(profile, plan)].flatMap((id) => career.canDoById.get(id) ?? []);
    const topics = new Set(
      met.filter(({ level }) => level >= 2).map(({ skill, topic }) => `${skill}/${topic}`),
    );
    const lacking = Object.entries(BREADTH).filter(([, each]) => !each.some((topic) => topics.has(topic)));
    expect(lacking.map(([what]) => what)).toEqual([]);
    expect(met.some(({ text }) => CLUSTER.test(text))).toBe(true);
  });
});
