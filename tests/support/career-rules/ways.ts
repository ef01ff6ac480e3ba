import { findNeededCanDos } from '@/lib/domain/career/entries';
import { findReach } from '@/lib/domain/career/reach';
import type { Step } from '@/lib/domain/career/schema';
import { isOpenToAll, listWaysIn } from '@/lib/domain/career/ways-in';
import { collectProblems, type Rule } from './rule';

/** Workplace can-dos that take months of mentoring by their own text, and so no short way. */
const LONG_BY_NATURE = new Set(['coach-choose-fitting-work', 'coach-show-what-changed']);
const SHORT_HOURS = 16;

/** No exceptions are left, and none may come back. */
const openWays: Rule = (career) =>
  collectProblems((expect) => {
    for (const { canDo, open, outsideWork } of listWaysIn(career)) {
      const counted = canDo.level <= 3 ? open : open.filter(({ assessed }) => assessed === 'work');
      expect(counted.length >= 2, `${canDo.id} has fewer than two ways open to all`);
      if (canDo.level <= 3 && !canDo.atWork)
        expect(outsideWork.length >= 2, `${canDo.id} has fewer than two ways outside work`);
    }
  });

/** The last can-do of a workplace skill costs 16 hours at most, or comes with a project of a craft. */
const noFiller: Rule = (career) =>
  collectProblems((expect) => {
    const isCraft = (id: string) =>
      career.skillById.get(career.canDoById.get(id)?.skill ?? '')?.kind === 'technical';
    for (const { canDo, outsideWork } of listWaysIn(career)) {
      if (canDo.level > 3 || canDo.atWork || isCraft(canDo.id) || LONG_BY_NATURE.has(canDo.id)) continue;
      expect(
        outsideWork.some(
          ({ planning, kind, teaches }) =>
            (planning.hours ?? SHORT_HOURS + 1) <= SHORT_HOURS ||
            (kind === 'project' && teaches.some(isCraft)),
        ),
        `${canDo.id} has no way of ${SHORT_HOURS} hours, nor within a project of a craft`,
      );
    }
  });

const reachableForFree: Rule = (career) =>
  collectProblems((expect) => {
    const { canDos, steps } = findReach(career, { region: 'any', mayTake: isOpenToAll });
    for (const { id } of career.canDos.filter(({ level }) => level <= 3))
      expect(canDos.has(id), `${id} cannot be reached from nothing for nothing`);
    for (const step of career.steps.filter((each) => isOpenToAll(each) && !each.atWork))
      expect(steps.has(step.id), `${step.id} can never be begun`);
  });

/**
 * What a role asks can be come by without learning what it does not ask: in a step that is open outside work, or to
 * somebody of its family below its rank, and needs nothing else; or in a post of its family below it.
 */
const noDetour: Rule = (career) =>
  collectProblems((expect) => {
    const ways = new Map(listWaysIn(career).map((way) => [way.canDo.id, way]));
    for (const { id } of career.roles) {
      const post = career.postById.get(id);
      if (!post || post.rank === 0) continue;
      const asked = career.askedByRole.get(id) ?? new Set();
      const enough = new Set([...asked].flatMap((each) => [each, ...(career.beforeById.get(each) ?? [])]));
      const below = Math.max(1, post.rank - 1);
      const isOpen = ({ needs }: Step) =>
        needs.post === null ||
        (needs.post.rank <= below &&
          (needs.post.families === 'any' || needs.post.families.includes(post.family)));
      const needsNoMore = (step: Step) =>
        [...findNeededCanDos(step, career.beforeById)].every((each) => enough.has(each));
      for (const each of enough) {
        const way = ways.get(each);
        const inStep = way?.open.some((step) => isOpen(step) && needsNoMore(step));
        const inPost = way?.posts.some(
          ({ family, rank }) => family === post.family && rank <= below && rank > 0,
        );
        expect(inStep || inPost || false, `${id} asks for ${each}, and every way to it leads through more`);
      }
    }
  });

export const WAY_RULES: Record<string, Rule> = {
  'every can-do has two ways that are open to all, and outside work where it need not be shown there':
    openWays,
  'no last workplace can-do takes long': noFiller,
  'everything up to level 3 can be reached from nothing for nothing': reachableForFree,
  'what a role asks is learned without a detour': noDetour,
};
