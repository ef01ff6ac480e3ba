import type { Career } from '@/lib/domain/career/career';
import type { StepKind } from '@/lib/domain/catalogue';
import type { Followed } from '@/lib/domain/climb/follow/followed';
import { STEP_KINDS } from '@/lib/domain/lists';
import { listPostsBetween } from '@/lib/domain/plan/glance/posts';
import { joinWords } from './join-words';
import { getKindNouns } from './step-kinds';

/** Why a plan has no step of a kind, by kind; null where it has some. */
export type KindSentences = Readonly<Record<StepKind, string | null>>;

/** Says of each kind of step why a plan has none of it: left out by choice, met by a holding or post, or not needed. */
export function describeKinds(
  career: Career,
  { plan, excludedKinds }: { plan: Followed; excludedKinds: readonly StepKind[] },
): KindSentences {
  const sentences = STEP_KINDS.map((kind) => [
    kind,
    plan.steps.some((step) => step.kind === kind)
      ? null
      : describeNone(career, { plan, kind, isLeftOut: excludedKinds.includes(kind) }),
  ]);
  return Object.fromEntries(sentences) as KindSentences;
}

function describeNone(
  career: Career,
  { plan, kind, isLeftOut }: { plan: Followed; kind: StepKind; isLeftOut: boolean },
): string {
  const { one, many } = getKindNouns(kind);
  const role = career.roleById.get(plan.role)?.title ?? plan.role;
  if (plan.status === 'infeasible')
    return 'There is no plan within these limits, so there is nothing here yet.';
  if (kind === 'entry-role') {
    const posts = listPostsBetween(career, plan);
    return posts.length > 0
      ? `The posts on the way stand in the climb: ${joinWords(posts)}.`
      : 'None needed: your plan reaches the goal from where you are.';
  }
  if (isLeftOut) return `None: you chose to leave out ${many}.`;
  if (kind === 'certification') {
    const by = plan.requirements.find(({ id }) => id === 'certification')?.by ?? [];
    const titles = by.map((id) => career.holdingById.get(id)?.label ?? career.stepById.get(id)?.title ?? id);
    if (titles.length > 0) return `None needed: you already have this (${joinWords(titles)}).`;
    return `None needed: the role ${role} does not ask for ${one}, and its levels are reached without.`;
  }
  if (kind === 'degree') {
    const by = plan.requirements.flatMap((asked) => (asked.id === 'experience' ? asked.by : []));
    const degrees = by.flatMap((id) =>
      isDegree(career, id) ? (career.holdingById.get(id)?.label ?? id) : [],
    );
    if (degrees.length > 0) return `None needed: you already have this (${joinWords(degrees)}).`;
    return by.length > 0
      ? `None needed: experience in posts counts instead for ${role}.`
      : `None needed: the role ${role} does not ask for ${one}, and its levels are reached without.`;
  }
  return plan.steps.length === 0
    ? `None needed: you already meet every target of the role ${role}.`
    : `None needed: the other steps reach every target without ${one}.`;
}

/** Whether a holding is what a degree grants. */
function isDegree(career: Career, holding: string): boolean {
  const steps = career.holdingById.get(holding)?.grantedBy.steps ?? [];
  return steps.some((id) => career.stepById.get(id)?.kind === 'degree');
}
