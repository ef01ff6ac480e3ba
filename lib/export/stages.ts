import type { StepKind } from '@/lib/domain/catalogue';
import type { FollowedStep } from '@/lib/domain/climb/follow/followed';
import type { StageLevels } from '@/lib/domain/climb/follow/stage-levels';
import { listTaughtByPosts } from '@/lib/domain/climb/follow/taught-by-posts';
import { STEP_KINDS } from '@/lib/domain/lists';
import type { Locale } from '@/lib/domain/locale';
import { findSearch } from '@/lib/domain/plan/glance/climb';
import { nameEntry, nameStage } from '@/lib/domain/plan/glance/names';
import { orderSteps } from '@/lib/domain/plan/glance/row';
import { describeApplyFrom } from '@/lib/wording/apply-from';
import { describeKinds } from '@/lib/wording/plan-kinds';
import { describeBeside, findSeeker } from '@/lib/wording/search-beside';
import { SEARCH_FROM_WORK } from '@/lib/wording/search-from-work';
import { describeOldTrade } from '@/lib/wording/search-old-trade';
import { SECTION_HEADINGS } from '@/lib/wording/step-kinds';
import { nameCanDo } from '@/lib/wording/why';
import { computeExportDay, type ExportInput } from './exporter';
import { getWords } from './words';

/** The steps of one kind within a stage, in order of time. */
export type StageSection = { kind: StepKind; heading: string; steps: FollowedStep[] };
/** A stage as a file tells it: its name, its weeks and what ends it, and its steps under the six headings. */
export type ExportedStage = {
  name: string;
  facts: string;
  /** Its steps in order of time, since they stand by kind below; null where that is the same order. */
  order: string | null;
  sections: StageSection[];
  /** How the next post is looked for at its end; nothing where none is. */
  search: string[];
};

/** A plan by stage, then by the headings of which a stage has steps. */
export function listExportedStages(input: ExportInput): ExportedStage[] {
  const { career, plan, locale } = input;
  const words = getWords(locale);
  const taught = listTaughtByPosts(career, input.document);
  const orders = new Map(orderSteps(plan.steps).map((step, index) => [step.id, index + 1]));
  return plan.stages.map((stage, place) => {
    const steps = orderSteps(plan.steps.filter((step) => step.stage === place));
    const sections = STEP_KINDS.map((kind) => ({
      kind,
      heading: SECTION_HEADINGS[kind],
      steps: steps.filter((step) => step.kind === kind),
    }));
    const days = stage.finish ? `, ${words.day(stage.start)} to ${words.day(stage.finish)}` : '';
    const isLast = place === plan.stages.length - 1;
    const applyFrom = input.applyFrom[place];
    const end = isLast
      ? `ready for ${nameEntry(career, stage.until)}`
      : `then ${nameEntry(career, stage.until)}`;
    return {
      name: nameStage(career, stage),
      facts: [
        `${words.count(stage.weeks, 'week')}${days}; ${end}.`,
        ...(applyFrom ? [`You can apply from ${words.day(applyFrom.on)} (estimate).`] : []),
        ...describeTaught(taught[place] ?? []),
      ].join(' '),
      order: describeOrder(steps, { sections, orders, locale }),
      sections: sections.filter((section) => section.steps.length > 0),
      search: describeSearch(input, place),
    };
  });
}

/** The steps of a stage in order of time with the day on which each begins. */
function describeOrder(
  steps: readonly FollowedStep[],
  {
    sections,
    orders,
    locale,
  }: { sections: readonly StageSection[]; orders: ReadonlyMap<string, number>; locale: Locale },
): string | null {
  const byKind = sections.flatMap((section) => section.steps);
  if (byKind.every(({ id }, place) => steps[place]?.id === id)) return null;
  const words = getWords(locale);
  const told = steps.map(({ id, title, start }) => `${orders.get(id)} ${title}, ${words.day(start)}`);
  return `In order of time: ${told.join('; ')}.`;
}

/** What a post shows by itself, so that nobody misses a step for it. */
function describeTaught(canDos: readonly string[]): string[] {
  return canDos.length === 0
    ? []
    : [
        `The post itself shows, the first half of it by the middle of its time: ${canDos.map(nameCanDo).join(', ')}.`,
      ];
}

/** When a post is looked for, how one gets it, and what of the plan to show when one applies. */
export function describeSearch(input: ExportInput, place: number): string[] {
  const { career, plan, document, locale } = input;
  const search = findSearch(career, { plan, place, applyFrom: input.applyFrom[place] ?? null });
  const post = search && career.postById.get(search.post);
  if (!search || !post) return [];
  const words = getWords(locale);
  const shown = plan.steps
    .filter(({ id, stage }) => stage <= place && post.asksToSee?.of.includes(id))
    .map(({ title }) => title);
  const asked = post.asksToSee?.count ?? 0;
  const pieces =
    shown.length > asked
      ? `any ${asked} of these ${words.count(shown.length, 'finished piece')} of work`
      : `${words.count(shown.length, 'finished piece')} of work`;
  const weeks = words.count(post.searchWeeks, 'week');
  const applyFrom = input.applyFrom[place];
  const today = computeExportDay(input);
  return [
    ...(applyFrom ? describeApplyFrom(applyFrom, { ...words, title: post.title, today }) : []),
    search.isAfter
      ? `Look for a post as ${post.title} when you are ready, from ${words.day(search.start)}: about ${weeks} (estimate), which are not counted in this plan.`
      : search.isUntilFree
        ? `Look for a post as ${post.title} from ${words.day(search.start)} on, not only when you are free: it begins after ${words.day(search.finish)} at the soonest, and an offer has to be there before the last day on which you can give notice.`
        : `Look for a post as ${post.title}${applyFrom ? ', at the latest' : ''} from ${words.day(search.start)} to ${words.day(search.finish)}: the plan counts ${weeks} (estimate).`,
    ...(plan.stages[place]?.post ? [SEARCH_FROM_WORK] : []),
    ...(post.howToGet ? [post.howToGet] : []),
    ...(place === 0 ? describeOldTrade(career, document.profile, post.id) : []),
    ...describeBeside(career, post.id, findSeeker(document, plan.stages.slice(0, place + 1))),
    ...(shown.length > 0 ? [`What to show when you apply, ${pieces}: ${shown.join('; ')}.`] : []),
  ];
}

/** The heads of the levels after each stage, by the numbers that the stages have in a file. */
export function listLevelColumns({ places }: StageLevels): string[] {
  return ['Now', ...places.map((place) => `After stage ${place + 1}`), 'Target'];
}

/** The headings of which a plan has no step, each with the sentence that says why. */
export function listMissingKinds({
  career,
  plan,
  excludedKinds,
}: ExportInput): { heading: string; why: string }[] {
  const sentences = describeKinds(career, { plan, excludedKinds });
  return STEP_KINDS.flatMap((kind) => {
    const why = sentences[kind];
    return why === null ? [] : [{ heading: SECTION_HEADINGS[kind], why }];
  });
}

/** The title of the stage that a step belongs to. */
export function nameStageOf({ career, plan }: ExportInput, step: FollowedStep): string {
  const stage = plan.stages[step.stage];
  return stage ? nameStage(career, stage) : '';
}

/** What one can do after a step, as sentences. */
export function listCanDos({ career }: ExportInput, step: FollowedStep): string[] {
  return step.teaches.flatMap((id) => career.canDoById.get(id)?.text ?? []);
}
