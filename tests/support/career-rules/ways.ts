import { findReach } from '@/lib/domain/career/reach';
import { isOpenToAll, listWaysIn } from '@/lib/domain/career/ways-in';
import { collectProblems, type Rule } from './rule';

/** Can-dos with fewer than two ways in that are open to everybody. The list may only shrink. */
const FEW_OPEN_WAYS: readonly string[] = [];
/** Can-dos up to level 3 with fewer than two of those ways outside work. The list may only shrink. */
const FEW_WAYS_OUTSIDE_WORK: readonly string[] = ['coach-choose-fitting-work', 'coach-show-what-changed'];
/** Workplace can-dos that take months of mentoring by their own text, and so no short way. */
const LONG_BY_NATURE = new Set(['coach-choose-fitting-work', 'coach-show-what-changed']);
const SHORT_HOURS = 16;

const openWays: Rule = (career) => {
  const few = listWaysIn(career).filter(({ canDo, open }) =>
    canDo.level <= 3 ? open.length < 2 : open.filter(({ assessed }) => assessed === 'work').length < 2,
  );
  return compareToList(
    few.map(({ canDo }) => canDo.id),
    FEW_OPEN_WAYS,
    'ways open to all',
  );
};

const waysOutsideWork: Rule = (career) => {
  const own = listWaysIn(career).filter(({ canDo }) => canDo.level <= 3 && !canDo.atWork);
  const few = own.filter(({ outsideWork }) => outsideWork.length < 2).map(({ canDo }) => canDo.id);
  const none = own.filter(({ outsideWork }) => outsideWork.length === 0);
  return [
    ...compareToList(few, FEW_WAYS_OUTSIDE_WORK, 'ways outside work'),
    ...none.map(({ canDo }) => `${canDo.id} can be learned at work only`),
  ];
};

function compareToList(found: readonly string[], named: readonly string[], what: string): string[] {
  return [
    ...found.filter((id) => !named.includes(id)).map((id) => `${id} has fewer than two ${what}`),
    ...named.filter((id) => !found.includes(id)).map((id) => `${id} has two ${what}: take it off the list`),
  ];
}

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

/** Work of a role's asked can-dos is open to somebody of its family below its rank, or can be had outside work. */
const roleReach: Rule = (career) =>
  collectProblems((expect) => {
    const ways = new Map(listWaysIn(career).map((way) => [way.canDo.id, way]));
    for (const { id } of career.roles) {
      const post = career.postById.get(id);
      if (!post || post.rank === 0) continue;
      const below = Math.max(1, post.rank - 1);
      for (const asked of career.askedByRole.get(id) ?? []) {
        const way = ways.get(asked);
        if (!way || way.outsideWork.length > 0) continue;
        const inStep = way.open.some(
          ({ needs }) =>
            needs.post &&
            needs.post.rank <= below &&
            (needs.post.families === 'any' || needs.post.families.includes(post.family)),
        );
        const inPost = way.posts.some(
          ({ family, rank }) => family === post.family && rank <= below && rank > 0,
        );
        expect(inStep || inPost, `${id} asks for ${asked}, which its own family cannot show below it`);
      }
    }
  });

export const WAY_RULES: Record<string, Rule> = {
  'every can-do has two ways that are open to all': openWays,
  'what need not be shown at work can be learned without it': waysOutsideWork,
  'no last workplace can-do takes long': noFiller,
  'everything up to level 3 can be reached from nothing for nothing': reachableForFree,
  'what a role asks can be shown in its own family below it': roleReach,
};
