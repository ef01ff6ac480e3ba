import { findNeededCanDos } from '@/lib/domain/career/entries';
import { FACTS, isWellKnown } from '@/lib/domain/career/facts';
import { collectProblems, type Rule } from './rule';

/** The part of active certifications whose price and validity are both well known. */
const WELL_KNOWN_PART = 0.8;
/** Roles whose way leads through the whole breadth of the trade. */
const BROAD_ROLES = [
  'devops-engineer',
  'site-reliability-engineer',
  'platform-engineer',
  'cyber-security-engineer',
];
/** What somebody on the way to them does at least once by hand. */
const BREADTH: Record<string, string> = {
  Linux: 'server-build-to-a-standard',
  networking: 'server-trace-an-outage',
  Git: 'code-get-through-review',
  'a language': 'code-write-a-short-program',
  tests: 'code-build-a-tested-tool',
  'a pipeline': 'code-run-checks-on-push',
  containers: 'design-package-an-application',
  'a cluster': 'design-deploy-to-a-cluster',
  'a cloud account': 'design-connect-app-to-database',
  'infrastructure as code': 'code-write-infrastructure',
  'monitoring and alerts': 'server-watch-a-service',
  secrets: 'security-store-a-secret',
  patching: 'security-patch-a-weakness',
  'an incident': 'flex-follow-a-runbook',
  'its review': 'comms-write-a-blameless-review',
};

const evidence: Rule = ({ steps }) =>
  collectProblems((expect) => {
    for (const { id, cost, planning, validityMonths, expires, evidence: known, sources } of steps) {
      const has = {
        price: cost !== null || planning.cost !== null,
        length: planning.hours !== null || planning.weeks !== null,
        validity: validityMonths !== null || expires === false,
      };
      for (const name of FACTS) {
        expect(has[name] === (known[name] !== null), `${id}: ${name} or its evidence stands alone`);
        const fact = known[name];
        if (!fact || fact.known === 'estimate') continue;
        const named = fact.sources.map((title) => sources.find((source) => source.title === title));
        expect(
          named.every((source) => source !== undefined),
          `${id}: ${name} names a source that is not there`,
        );
        const dates = named.flatMap((source) => source?.seen ?? []).sort();
        expect(fact.seen === (dates.at(-1) ?? null), `${id}: ${name} was seen ${dates.at(-1)}`);
      }
      expect(
        (planning.cost === null) === (known.price?.known !== 'estimate' || cost !== null),
        `${id}: an estimated price is planned with and not confirmed`,
      );
    }
  });

const wellKnown: Rule = ({ steps }) => {
  const active = steps.filter(({ kind, status }) => kind === 'certification' && status === 'active');
  const known = active.filter(
    ({ evidence: { price, validity } }) => isWellKnown(price) && isWellKnown(validity),
  );
  return known.length / active.length >= WELL_KNOWN_PART
    ? []
    : [`${known.length} of ${active.length} certifications are well known in price and validity`];
};

const breadth: Rule = (career) =>
  collectProblems((expect) => {
    for (const role of BROAD_ROLES) {
      const asked = [...(career.askedByRole.get(role) ?? [])];
      const needed = findNeededCanDos(
        { teaches: [], needs: { canDo: asked, steps: [], holding: null, post: null } },
        career.beforeById,
      );
      for (const [theme, id] of Object.entries(BREADTH))
        expect(needed.has(id), `the way to ${role} leads past ${theme}`);
    }
    for (const [theme, id] of Object.entries(BREADTH))
      for (const step of career.steps.filter(
        ({ status, teaches }) => status === 'active' && teaches.includes(id),
      ))
        expect(
          step.assessed === 'hands-on' || step.assessed === 'work',
          `${step.id} gives ${theme} to somebody who did nothing by hand`,
        );
  });

/** From level 2 on, work that was done is not shown by a quiz. */
const doneByHand: Rule = ({ steps, canDoById }) =>
  collectProblems((expect) => {
    for (const step of steps.filter(({ assessed }) => assessed === 'none' || assessed === 'quiz'))
      for (const id of step.teaches) {
        const canDo = canDoById.get(id);
        const isDone = canDo && canDo.level > 1 && canDo.text.startsWith('You have');
        expect(!isDone, `${step.id} shows ${id} by ${step.assessed}`);
      }
  });

const figures: Rule = ({ salaries, rates, crosswalk, skills }) =>
  collectProblems((expect) => {
    expect(rates.perUnit[rates.base] === 1, `the rate of ${rates.base} is not 1`);
    for (const { id, amount, low } of salaries)
      expect(amount !== null || low !== null, `salary ${id} has no figure`);
    const rows = crosswalk.map(({ skill }) => skill);
    for (const { id } of skills)
      expect(rows.filter((row) => row === id).length === 1, `the frameworks have no one row for ${id}`);
  });

export const FACT_RULES: Record<string, Rule> = {
  'every price, length and validity says how it is known': evidence,
  'four in five certifications are well known in price and validity': wellKnown,
  'the ways to the broad roles lead through the whole trade by hand': breadth,
  'no quiz shows work of level 2 and above that was done': doneByHand,
  'pay, rates and frameworks are whole': figures,
};
