import { findNotBelieved } from '@/lib/domain/career/believed';
import type { Career } from '@/lib/domain/career/career';
import { findNeededCanDos } from '@/lib/domain/career/entries';
import type { Step } from '@/lib/domain/career/schema';
import { findPrice } from '@/lib/domain/career/ways-in';
import { collectProblems, countWords, findAmerican, findRepeated, type Rule } from './rule';

type Range = Step['effortRange'];

const isWithin = (value: number | null, range: Range) =>
  value === null || range === null || (value >= range.low && (range.high === null || value <= range.high));
const isWhole = (step: Step) => step.kind === 'degree' || (step.planning.hours ?? 0) >= 600;

const figures: Rule = ({ steps, compiled }) =>
  collectProblems((expect) => {
    for (const step of steps) {
      const { id, planning, cost, expires, validityMonths } = step;
      expect((step.url === null) === (step.urlOpened === null), `${id} says something of no url`);
      expect(isWithin(step.effortHours, step.effortRange), `${id}: hours outside their range`);
      expect(isWithin(step.durationWeeks, step.durationRange), `${id}: weeks outside their range`);
      expect(validityMonths === null || expires === true, `${id} is valid for a time and does not expire`);
      expect(expires !== true || validityMonths !== null, `${id} expires at no time`);
      expect(planning.hours !== null || planning.weeks !== null, `${id} has no hours and no weeks`);
      expect(
        planning.basis !== 'source' || step.effortHours === null || step.effortHours === planning.hours,
        `${id} is planned with other hours than were read`,
      );
      expect(cost === null || planning.cost === null, `${id} has a confirmed and an estimated price`);
      expect(step.status === 'retired' || findPrice(step) !== null, `${id} has no price and no estimate`);
      expect(step.status === 'active' || step.statusNote !== null, `${id} is retired without a note`);
      const { availableFrom, availableUntil, successor } = step;
      expect(
        !availableFrom || !availableUntil || availableFrom <= availableUntil,
        `${id} ends before it begins`,
      );
      expect(!availableUntil || successor !== null, `${id} ends without a successor`);
      expect(
        !availableUntil || step.status === 'retired' || availableUntil >= compiled.slice(0, 7),
        `${id} ended in ${availableUntil} and is still active`,
      );
      expect(successor !== id, `${id} is its own successor`);
    }
  });

const believed: Rule = ({ steps, canDoById }) =>
  collectProblems((expect) => {
    for (const step of steps) {
      const notBelieved = findNotBelieved(step, canDoById);
      expect(notBelieved.length === 0, `${step.id} by ${step.assessed} is not believed for ${notBelieved}`);
      expect(step.assessed !== 'work' || step.atWork, `${step.id} is assessed by work and not at work`);
      expect(!step.atWork || step.needs.post !== null, `${step.id} is at work and needs no post`);
      if (step.kind === 'certification' && step.assessed === 'quiz')
        for (const id of step.teaches)
          expect(
            !canDoById.get(id)?.text.startsWith('You have'),
            `${step.id} is a quiz and shows no work that was done: ${id}`,
          );
      if (step.kind === 'certification' && step.assessed === 'quiz')
        for (const id of step.teaches) {
          const canDo = canDoById.get(id);
          const isCraft = canDo && ['coding', 'server-administration'].includes(canDo.skill);
          expect(
            !isCraft || canDo.level < 2,
            `${step.id} is a quiz and no practice of servers or code: ${id}`,
          );
        }
    }
  });

const order: Rule = (career) =>
  collectProblems((expect) => {
    const { steps, beforeById } = career;
    for (const step of steps) {
      expect(findRepeated(step.teaches).length === 0, `${step.id} teaches one twice`);
      for (const id of step.needs.canDo) {
        expect(!step.teaches.includes(id), `${step.id} needs ${id} and teaches it`);
        const follows = [...step.teaches, ...step.needs.canDo].some((other) =>
          beforeById.get(other)?.has(id),
        );
        expect(!follows, `${step.id} needs ${id}, which follows anyway`);
        // A certificate may confirm what was there before; anything else would have nothing left to teach.
        for (const taught of step.kind === 'certification' ? [] : step.teaches)
          expect(!beforeById.get(id)?.has(taught), `${step.id} needs ${id}, which comes after ${taught}`);
      }
      if (step.status === 'active' && !isWhole(step))
        expect(step.teaches.length <= 8, `${step.id} teaches ${step.teaches.length} can-dos`);
    }
  });

/** Families in whose work a can-do of level 4 or 5 of a technical skill can fall. */
const FAMILIES_OF_CRAFT: Record<string, readonly string[]> = {
  'server-administration': ['operations', 'network', 'devops', 'development', 'data', 'security', 'other'],
  coding: ['development', 'devops', 'operations', 'network', 'quality', 'data', 'security', 'other'],
  'information-security': ['security', 'devops', 'operations', 'network', 'development', 'other'],
};

const craft: Rule = (career) =>
  collectProblems((expect) => {
    for (const step of career.steps.filter(({ atWork }) => atWork))
      for (const id of step.teaches) {
        const canDo = career.canDoById.get(id);
        const fitting = canDo && canDo.level >= 4 ? FAMILIES_OF_CRAFT[canDo.skill] : undefined;
        if (!fitting) continue;
        const families = step.needs.post?.families ?? 'any';
        const outside = families === 'any' ? ['any'] : families.filter((each) => !fitting.includes(each));
        expect(outside.length === 0, `${step.id} offers ${id} to ${outside}, whose work it is not`);
      }
  });

const remit: Rule = (career) =>
  collectProblems((expect) => {
    for (const step of career.steps.filter(({ atWork }) => atWork)) {
      const rank = step.needs.post?.rank ?? 0;
      const least = (ids: readonly string[], asked: number) =>
        step.teaches.some((id) => ids.includes(id)) ? asked : 0;
      const asked = Math.max(
        least(['project-balance-a-portfolio', 'project-answer-for-a-budget'], 4),
        least(
          ['project-plan-across-teams', 'project-hold-the-dependencies', 'design-lead-an-integration'],
          2,
        ),
        least(['flex-take-a-backed-shift', 'flex-hold-a-rota-place'], 1),
        step.teaches.some((id) => career.canDoById.get(id)?.level === 5) ? 3 : 0,
        step.teaches.some((id) => career.canDoById.get(id)?.level === 4) ? 1 : 0,
      );
      expect(rank >= asked, `${step.id} is open to rank ${rank} and asks for standing of rank ${asked}`);
      const { hours, weeks } = step.planning;
      expect(
        hours !== null && weeks !== null && hours <= 4 * weeks,
        `${step.id}: ${hours} hours do not fit ${weeks} weeks of 4 hours`,
      );
    }
  });

const briefs: Rule = ({ steps }) =>
  collectProblems((expect) => {
    for (const step of steps) {
      const isOwn = step.kind === 'project' || step.kind === 'practice';
      expect(isOwn === (step.brief !== null), `${step.id}: a brief is for projects and practices`);
      if (step.brief) {
        const words = countWords(step.brief);
        expect(words >= 60 && words <= 120, `the brief of ${step.id} has ${words} words`);
        expect(/\bDone\b/.test(step.brief), `the brief of ${step.id} does not say what counts as done`);
        expect(/\bKeep\b/.test(step.brief), `the brief of ${step.id} does not say what to keep`);
      }
      const american = findAmerican(
        [step.brief, step.description, step.notes, step.statusNote, step.costNote].join(' '),
      );
      expect(american === undefined, `${step.id} is not British: ${american}`);
    }
  });

/** Hours that a can-do is thought to take, by level; dearer and cheaper ones by name. */
const HOURS_BY_LEVEL = [0, 3, 7, 14, 11, 20] as const;
const HOURS_BY_ID: Record<string, number> = {
  'code-change-a-script': 9,
  'code-write-a-short-program': 45,
  'code-build-a-tested-tool': 40,
  'code-offer-an-interface': 30,
  'code-build-a-delivery-pipeline': 22,
  'code-write-infrastructure': 22,
  'code-get-through-review': 28,
  'code-fetch-and-join-data': 14,
  'server-build-to-a-standard': 18,
  'design-deploy-to-a-cluster': 12,
  'design-make-workloads-heal': 18,
  'analysis-reason-about-growth': 16,
  'security-scan-in-the-pipeline': 18,
};
const LIGHT_SKILLS = new Set([
  'communications',
  'coaching',
  'flexibility',
  'adaptability',
  'project-management',
]);

function thinkHours(career: Career, id: string): number {
  const canDo = career.canDoById.get(id);
  if (!canDo) return 0;
  const isLight = LIGHT_SKILLS.has(canDo.skill) && canDo.level <= 3;
  return HOURS_BY_ID[id] ?? HOURS_BY_LEVEL[canDo.level] * (isLight ? 0.55 : 1);
}

const hours: Rule = (career) =>
  collectProblems((expect) => {
    for (const step of career.steps) {
      if (step.status === 'retired' || step.kind === 'degree' || step.kind === 'certification') continue;
      if (step.planning.hours === null) continue;
      const thought = step.teaches.reduce((sum, id) => sum + thinkHours(career, id), 0);
      expect(
        step.planning.hours / thought >= 0.55,
        `${step.id}: ${step.planning.hours} hours for what is thought to take ${Math.round(thought)}`,
      );
    }
    for (const { id, kind, fullTime, planning } of career.steps.filter((step) => step.kind === 'degree')) {
      const weekly = (planning.hours ?? 0) / (planning.weeks ?? 1);
      expect(
        fullTime ? weekly >= 20 && weekly <= 40 : weekly <= 28,
        `${id}: ${kind} of ${weekly} hours a week`,
      );
    }
  });

const routesByChoice: Rule = ({ steps }) =>
  collectProblems((expect) => {
    for (const step of steps.filter(({ kind }) => kind !== 'degree' && kind !== 'certification'))
      if (step.fullTime || step.needs.holding !== null)
        expect(
          step.needs.holding !== null && (step.notes !== null || step.costNote !== null),
          `${step.id} is a route by choice and does not say who may take it`,
        );
  });

/** Basics that a step rests on, by words of what it has people do; own work only. */
const RESTS_ON: readonly { asks: RegExp; rests: readonly string[]; than: string }[] = [
  {
    asks: /Kubernetes|\bcluster\b/,
    rests: ['server-start-a-container'],
    than: 'a cluster comes after a container',
  },
];

const basics: Rule = (career) =>
  collectProblems((expect) => {
    for (const step of career.steps.filter(({ kind }) => kind === 'project' || kind === 'practice'))
      for (const { asks, rests, than } of RESTS_ON) {
        if (!asks.test(step.brief ?? '') || step.region !== 'any') continue;
        const held = new Set([...findNeededCanDos(step, career.beforeById), ...step.teaches]);
        expect(
          rests.every((id) => held.has(id)),
          `${step.id}: ${than}`,
        );
      }
  });

export const STEP_RULES: Record<string, Rule> = {
  'figures, dates and prices fit together': figures,
  'nothing is taught that its kind of step is not believed for': believed,
  'a step needs what follows from nothing that it teaches': order,
  'work asks for the standing that it needs, and for four hours a week at most': remit,
  'a craft is practised where it is the work': craft,
  'every project and practice says how to start, when it is done and what to keep': briefs,
  'hours are enough for what is taught': hours,
  'routes by choice say who may take them': routesByChoice,
  'basics come before what rests on them': basics,
};
