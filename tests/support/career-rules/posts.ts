import type { Career } from '@/lib/domain/career/career';
import { findReach } from '@/lib/domain/career/reach';
import type { Post } from '@/lib/domain/career/schema';
import { collectProblems, countWords, findAmerican, findRepeated, type Rule } from './rule';

/** Levels that a post of a rank can show, and how many can-dos of level 5 at most. */
const LEVELS_BY_RANK = [
  [1, 2],
  [1, 3],
  [1, 4],
  [1, 5],
  [1, 5],
  [1, 5],
] as const;
const LEVEL_FIVES_BY_RANK = [0, 0, 0, 5, 15, 15] as const;
/** Weeks of an apprenticeship from which it shows what a junior post shows. */
const LONG_APPRENTICESHIP_WEEKS = 156;

const levelOf = (career: Career, id: string) => career.canDoById.get(id)?.level ?? 0;

const ladder: Rule = ({ roles, skills }) =>
  collectProblems((expect) => {
    const rungs = roles
      .filter(({ group }) => group === 'ladder')
      .sort((a, b) => Number(a.rung) - Number(b.rung));
    expect(rungs.length === 9 && rungs.every(({ rung }, index) => rung === index + 1), 'not nine rungs');
    const people = skills.filter(({ kind }) => kind === 'workplace').map(({ id }) => id);
    for (const track of ['individual', 'management'] as const) {
      const own = rungs.filter((role) => role.track === track);
      const held = track === 'individual' ? skills.map(({ id }) => id) : [...people, 'project-management'];
      for (const [index, above] of own.entries()) {
        const below = own[index - 1];
        if (!below) continue;
        const rise = (id: string) => (above.targets[id] ?? 0) - (below.targets[id] ?? 0);
        for (const id of held) expect(rise(id) >= 0, `${id} falls from ${below.id} to ${above.id}`);
        expect(
          skills.some(({ id }) => rise(id) > 0),
          `nothing rises from ${below.id} to ${above.id}`,
        );
      }
    }
  });

const asked: Rule = (career) =>
  collectProblems((expect) => {
    for (const { id, title, targets } of career.roles) {
      expect(/^\S+( (DevOps|[^A-Z]\S*))*$/.test(title), `the title ${title} is not in sentence case`);
      const without = career.notAsked[id] ?? [];
      const beside = career.alsoAsked[id] ?? [];
      const isAbove = (canDo: string) =>
        levelOf(career, canDo) > (targets[career.canDoById.get(canDo)?.skill ?? ''] ?? 0);
      expect(findRepeated([...without, ...beside]).length === 0, `${id} names a can-do twice`);
      for (const canDo of without.filter((each) => career.canDoById.has(each)))
        expect(!isAbove(canDo), `notAsked of ${id}: ${canDo} is above its level anyway`);
      for (const canDo of beside)
        expect(isAbove(canDo), `alsoAsked of ${id}: ${canDo} is asked by its level anyway`);
      expect(
        beside.length > 0 === (career.alsoAskedWhy[id] !== null),
        `alsoAsked of ${id} stands without its reason, or the reason alone`,
      );
      expect(beside.length <= 6, `alsoAsked of ${id} has ${beside.length}`);
      const count = career.askedByRole.get(id)?.size ?? 0;
      expect(count >= 25, `${id} asks for ${count} can-dos only`);
    }
  });

const shape: Rule = (career) =>
  collectProblems((expect) => {
    for (const post of career.posts) {
      const tenure = post.rank <= 1 ? 52 : 104;
      expect(
        post.apprenticeship || post.id === 'apprentice-devops-engineer' || post.tenureWeeks === tenure,
        `${post.id} has a tenure of ${post.tenureWeeks} weeks`,
      );
      expect(!post.apprenticeship || (post.rank === 0 && post.region === 'UK'), `${post.id}: apprenticeship`);
      expect(post.offered === (post.howToGet !== null), `${post.id}: offered and howToGet do not agree`);
      const words = countWords(post.howToGet ?? '');
      expect(!post.howToGet || (words >= 50 && words <= 90), `${post.id}: howToGet has ${words} words`);
      expect(
        !post.howToGet || /No (offer|place)/.test(post.howToGet),
        `${post.id} does not say what to do when no offer comes`,
      );
      const american = findAmerican(`${post.title} ${post.description} ${post.howToGet}`);
      expect(american === undefined, `${post.id} is not British: ${american}`);
      const role = career.roleById.get(post.role ?? '');
      expect(!role || (role.id === post.id && role.title === post.title), `${post.id} differs from its role`);
      expect(
        post.role !== null || !post.offered || post.rank < 2 || (post.hireAt?.experience.length ?? 0) > 0,
        `${post.id} is of rank ${post.rank} and asks for no experience`,
      );
    }
    const texts = career.posts.flatMap(({ howToGet }) => howToGet ?? []);
    for (const text of findRepeated(texts)) expect(false, `two posts say how to get them as: ${text}`);
  });

const hiring: Rule = (career) =>
  collectProblems((expect) => {
    for (const post of career.posts.filter(({ role }) => role === null)) {
      const canDo = post.hireAt?.canDo ?? [];
      const least = post.offered || post.apprenticeship ? 6 : 0;
      expect(canDo.length >= least && canDo.length <= 15, `${post.id} asks for ${canDo.length} can-dos`);
      for (const id of canDo)
        expect(levelOf(career, id) <= Math.min(4, post.rank + 1), `${post.id} asks ${id} of a newcomer`);
    }
  });

const teaching: Rule = (career) =>
  collectProblems((expect) => {
    for (const post of career.posts) {
      const held = withBefore(career, career.askedByPost.get(post.id) ?? []);
      const isLong = post.apprenticeship && post.tenureWeeks > LONG_APPRENTICESHIP_WEEKS;
      const [low, high] = LEVELS_BY_RANK[isLong ? 1 : post.rank];
      expect(
        post.teaches.length >= 6 && post.teaches.length <= 15,
        `${post.id} teaches ${post.teaches.length}`,
      );
      expect(findRepeated(post.teaches).length === 0, `${post.id} teaches one twice`);
      for (const id of post.teaches) {
        const level = levelOf(career, id);
        expect(!held.has(id), `${post.id} teaches ${id}, which is held at hire`);
        expect(level >= low && level <= high, `${post.id} of rank ${post.rank} does not show ${id}`);
        const first = career.canDoById.get(id)?.after ?? [];
        const late = post.teaches
          .slice(post.teaches.indexOf(id))
          .find((each) => career.beforeById.get(id)?.has(each));
        expect(late === undefined, `${post.id} shows ${id} before ${late}, which comes first`);
        for (const each of post.offered ? first : [])
          expect(held.has(each) || post.teaches.includes(each), `${post.id} teaches ${id} without ${each}`);
      }
      const fives = post.teaches.filter((id) => levelOf(career, id) === 5).length;
      expect(fives <= LEVEL_FIVES_BY_RANK[post.rank], `${post.id} shows ${fives} can-dos of level 5`);
    }
  });

function withBefore(career: Career, ids: Iterable<string>): Set<string> {
  return new Set([...ids].flatMap((id) => [id, ...(career.beforeById.get(id) ?? [])]));
}

const certificates: Rule = (career) =>
  collectProblems((expect) => {
    const { askedBy, anyOfByRole } = career.certification;
    for (const [role, groups] of Object.entries(anyOfByRole)) {
      expect(findRepeated(groups.flat()).length === 0, `certification of ${role} names one twice`);
      for (const id of groups.flat())
        expect(career.stepById.get(id)?.kind === 'certification', `certification of ${role}: ${id} is none`);
    }
    for (const role of askedBy) {
      const lasting = (anyOfByRole[role] ?? []).filter((group) =>
        group.every((id) => {
          const step = career.stepById.get(id);
          return step?.region === 'any' && step.availableUntil === null;
        }),
      );
      expect(lasting.length >= 2, `${role} has fewer than two certificates that do not end`);
      expect(
        lasting.some((group) => group.every((id) => career.stepById.get(id)?.platform === null)),
        `${role} has no certificate without a platform`,
      );
    }
  });

/** Whose weeks a post counts may move to it; nobody who left support is sent back to it. */
const moves: Rule = ({ families, posts, experienceOfPost }) =>
  collectProblems((expect) => {
    for (const { id, movesTo } of families) {
      expect(!movesTo.includes(id) && !movesTo.includes('other'), `${id} moves to itself or to other work`);
      expect(findRepeated(movesTo).length === 0, `${id} moves to a family twice`);
      for (const post of posts.filter(({ offered, family }) => offered && family !== 'support'))
        for (const option of (experienceOfPost.get(post.id) ?? []).flatMap(({ anyOf }) => anyOf)) {
          const counts = 'families' in option && (option.families === 'any' || option.families.includes(id));
          expect(
            !counts || post.family === id || movesTo.includes(post.family),
            `${post.id} counts weeks of ${id}, which does not move to ${post.family}`,
          );
        }
    }
  });

/** The rank of the full job: up to it a post is applied for with work to show, above it mostly with a name. */
const FULL_JOB = 2;

/** How many pieces a post may ask to see: two or three of a junior, one to three that make the job of anybody else. */
const countsOf = ({ rank }: Post): readonly [number, number] => {
  if (rank === 0) return [2, 2];
  return rank === 1 ? [2, 3] : [1, 3];
};

/** After a year in post nobody applies for the full job with the pieces of a beginner alone. */
const beyondBeginners: Rule = ({ posts }) =>
  collectProblems((expect) => {
    for (const post of posts.filter(({ rank }) => rank >= FULL_JOB))
      for (const junior of posts.filter(({ rank, family }) => rank < FULL_JOB && family === post.family)) {
        const again = (post.asksToSee?.of ?? []).filter((id) => junior.asksToSee?.of.includes(id));
        expect(
          again.length < (post.asksToSee?.count ?? 1),
          `${post.id} is content with what ${junior.id} asks to see: ${again}`,
        );
      }
  });

/** What a hiring manager asks to see of somebody who has no work of that kind to show. */
const asksToSee: Rule = (career) =>
  collectProblems((expect) => {
    for (const post of career.posts) {
      const isAppliedFor = post.offered && post.rank <= FULL_JOB && !post.leads;
      expect(
        (isAppliedFor || post.role !== null) === (post.asksToSee !== null),
        `${post.id}: asksToSee is for offered posts up to rank 2 that do not lead, and for roles`,
      );
      if (!post.asksToSee) continue;
      const { count, of } = post.asksToSee;
      if (post.role === null) {
        // Whoever can do no more than is asked of a newcomer has something to make yet.
        const known = career.askedByPost.get(post.id) ?? new Set();
        const shown = of.filter((id) => career.stepById.get(id)?.teaches.every((canDo) => known.has(canDo)));
        expect(shown.length < count, `${post.id} asks to see nothing beyond what a newcomer can do`);
      }
      const [least, most] = countsOf(post);
      expect(
        count >= least && count <= most && of.length >= count + 1,
        `${post.id} asks to see ${count} of ${of.length}`,
      );
      expect(findRepeated(of).length === 0, `${post.id} asks to see one twice`);
      const held = withBefore(career, career.askedByPost.get(post.id) ?? []);
      const steps = of.flatMap((id) => career.stepById.get(id) ?? []);
      // Work at work is for those whose post gives it; whoever comes from elsewhere has enough of their own to choose.
      const own = steps.filter(({ atWork }) => !atWork);
      const asksOwn = post.rank <= 3 && !post.leads;
      const isFullJob = post.role === null && post.rank === FULL_JOB;
      expect(!asksOwn || own.length >= count, `${post.id} asks to see too little of one’s own`);
      for (const step of steps) {
        const { id } = step;
        const isWork = step.kind === 'project' || step.kind === 'practice';
        const isFitting = !step.atWork || post.rank >= FULL_JOB;
        expect(
          isWork && isFitting && step.region === 'any' && step.needs.holding === null,
          `${post.id}: ${id} is no work of one’s own`,
        );
        const missing = step.teaches
          .flatMap((each) => [...(career.beforeById.get(each) ?? [])])
          .concat(step.needs.canDo)
          .filter((each) => !held.has(each) && !step.teaches.includes(each))
          // The full job asks for little by name; what a junior can do by then may be learned for a piece.
          .filter((each) => !isFullJob || levelOf(career, each) > FULL_JOB);
        expect(missing.length === 0, `${post.id} asks to see ${id}, which needs ${[...new Set(missing)]}`);
        expect(
          step.teaches.some((each) => held.has(each) || post.teaches.includes(each)),
          `${post.id}: ${id} shows nothing that is asked or done there`,
        );
      }
    }
  });

/** Nobody is shut out of a role by where they live, and no single step bars the way to more than two. */
const reach: Rule = (career) =>
  collectProblems((expect) => {
    const ids = career.roles.map(({ id }) => id);
    for (const region of ['UK', 'US', 'EU', 'any'] as const) {
      const { posts, canDos } = findReach(career, { region });
      for (const id of ids) expect(posts.has(id), `${id} cannot be reached from nothing in region ${region}`);
      for (const { id } of career.canDos)
        expect(canDos.has(id), `${id} cannot be reached in region ${region}`);
      for (const post of career.posts.filter(({ offered, region: place }) => offered && place === 'any'))
        expect(posts.has(post.id), `${post.id} cannot be reached from nothing in region ${region}`);
    }
    for (const step of career.steps.filter(({ status }) => status === 'active')) {
      const { posts } = findReach(career, { region: 'any', mayTake: ({ id }) => id !== step.id });
      const lost = ids.filter((id) => !posts.has(id));
      expect(lost.length <= 2, `${step.id} is the single way to ${lost.join(', ')}`);
    }
  });

export const POST_RULES: Record<string, Rule> = {
  'the ladder rises on each track': ladder,
  'each role asks for what its level does not force, and no more': asked,
  'each post says what it is and how it is got': shape,
  'a newcomer is asked for what a newcomer can have': hiring,
  'a post shows what its rank can show, in order': teaching,
  'a certificate that is asked for can be had': certificates,
  'families lead elsewhere, and to whatever counts their weeks': moves,
  'posts up to the full job and roles ask to see finished work that their level can make': asksToSee,
  'the full job asks to see more than a beginner’s work': beyondBeginners,
  'every role can be reached from nothing, everywhere': reach,
};
