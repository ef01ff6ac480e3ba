import type { Person } from '../model/climber';
import { finishOf, listAfter, type PlannedStep, type Timeline } from '../timeline';
import { findGoalPost } from '../ways/list-ways';

/** Why a step is in a plan, as codes; sentences are made of them late. */
export type Why =
  /** It is the first to bring can-dos that the goal or a post on the way asks for. */
  | { code: 'closes'; canDos: readonly string[]; post: string }
  /** It is the first to bring can-dos that later steps rest upon, and nobody asks for. */
  | { code: 'ground'; canDos: readonly string[] }
  | { code: 'certificate'; post: string }
  | { code: 'shows'; post: string }
  | { code: 'experience'; label: string }
  | { code: 'opens'; steps: readonly string[] }
  | { code: 'pinned' };

/** What a step does in a plan, read from the plan. */
export function explainStep(person: Person, timeline: Timeline, place: number): Why[] {
  const planned = timeline.steps[place];
  if (!planned) return [];
  const { id } = planned.source;
  const brought = [...timeline.bringers].flatMap(([canDo, { step }]) => (step === place ? [canDo] : []));
  const posts = listPosts(person, timeline);
  const asking = (canDo: string): string | undefined =>
    posts.find((post) => !person.letStand.has(canDo) && person.career.askedByPost.get(post)?.has(canDo));
  const why: Why[] = [];
  for (const post of posts) {
    const canDos = brought.filter((canDo) => asking(canDo) === post);
    if (canDos.length > 0) why.push({ code: 'closes', canDos, post });
  }
  const ground = brought.filter(
    (canDo) => asking(canDo) === undefined && isNeeded(person, timeline, planned, canDo),
  );
  if (ground.length > 0) why.push({ code: 'ground', canDos: ground });
  why.push(...explainAsked(person, timeline, planned));
  const opened = timeline.steps.filter((other) => listAfter(person.career, timeline, other).includes(id));
  if (opened.length > 0) why.push({ code: 'opens', steps: opened.map(({ source }) => source.id) });
  if (person.profile.preferences.pinned.includes(id)) why.push({ code: 'pinned' });
  return why;
}

function listPosts({ career, profile }: Person, { stages }: Timeline): string[] {
  return [...new Set([...stages.map(({ until }) => until), findGoalPost(career, profile.role).id])];
}

/** Whether a later step of the plan starts from a can-do. */
function isNeeded({ career }: Person, timeline: Timeline, planned: PlannedStep, canDo: string): boolean {
  return timeline.steps.some(
    (other) =>
      other.start >= finishOf(planned) &&
      (other.source.needs.canDo.includes(canDo) ||
        other.source.teaches.some((id) => career.canDoById.get(id)?.after.includes(canDo))),
  );
}

/** What a step brings beside can-dos to the posts for which it is done before they begin. */
function explainAsked({ career, profile }: Person, timeline: Timeline, planned: PlannedStep): Why[] {
  const { id } = planned.source;
  const why: Why[] = [];
  for (const { until, startWeek, weeks } of timeline.stages) {
    if (finishOf(planned) > startWeek + weeks) continue;
    const post = career.postById.get(until);
    if (!post) continue;
    const { askedBy, anyOfByRole } = career.certification;
    const groups = post.role !== null && askedBy.includes(post.role) ? (anyOfByRole[post.role] ?? []) : [];
    if (groups.some((group) => group.includes(id))) why.push({ code: 'certificate', post: until });
    if (post.asksToSee?.of.includes(id)) why.push({ code: 'shows', post: until });
    for (const { label, anyOf } of career.experienceOfPost.get(until) ?? [])
      if (anyOf.some((option) => grants(career.holdingById, option, id)))
        why.push({ code: 'experience', label });
    if (why.length > 0) return why;
  }
  return profile.preferences.pinned.includes(id) ? [] : why;
}

function grants(
  holdingById: Person['career']['holdingById'],
  option: { step?: string; holding?: string } | object,
  id: string,
): boolean {
  if ('step' in option) return option.step === id;
  if (!('holding' in option) || typeof option.holding !== 'string') return false;
  return holdingById.get(option.holding)?.grantedBy.steps.includes(id) ?? false;
}
