import type { Career } from '../../career/career';
import { computeLeastStay } from '../model/held';
import { Calendar } from '../schedule/calendar';
import type { Followed, FollowedStage, FollowedStep } from './followed';
import { computeReadyWeek } from './rest-problem';

/**
 * What sets the length of a stage, as a code: a new post's tenure, experience that is asked for, full-time study, the hours of
 * one's own week, those at work, the order and least weeks of its steps, or nothing but the search for the next post.
 */
export type LengthReason = {
  stage: number;
  weeks: number;
  /** The post that one is in meanwhile, null for none, and the post or role that the stage leads to. */
  post: string | null;
  until: string;
  /** Of them, those in which the next post is looked for. */
  searchWeeks: number;
  code: 'tenure' | 'experience' | 'study' | 'hours' | 'workHours' | 'order' | 'search';
  /** The step that is finished last, where steps set the length. */
  step: string | null;
  /** Whether more own hours a week could make it shorter. */
  isMoreHoursUseful: boolean;
};

/** From this part of its own hours on a stage is said to be full. */
const FULL = 0.9;

/** What sets the length of each stage of a followed plan; the longest says what sets that of the plan. */
export function explainLength(career: Career, followed: Followed): LengthReason[] {
  const calendar = new Calendar(followed.start, followed.weeksOff);
  return followed.stages.map((stage, place): LengthReason => {
    const ready = computeReadyWeek(career, stage, followed.role);
    const counted = followed.steps.filter(
      (step) => step.stage <= place && endOf(step) <= ready && endOf(step) > stage.startWeek,
    );
    const last = counted.reduce<FollowedStep | null>(
      (latest, step) => (latest === null || endOf(step) > endOf(latest) ? step : latest),
      null,
    );
    const head = {
      stage: place,
      weeks: stage.weeks,
      post: stage.post,
      until: stage.until,
      searchWeeks: stage.startWeek + stage.weeks - ready,
    };
    const say = (code: LengthReason['code'], step: FollowedStep | null): LengthReason => ({
      ...head,
      code,
      step: step?.id ?? null,
      isMoreHoursUseful: code === 'hours',
    });
    if (last?.hoursByWeek.length === 0 && last.weeks === stage.weeks) return say('study', last);
    if (ready <= stage.startWeek) return say('search', null);
    if (last === null || endOf(last) < ready) return say(findWait(career, { stage, place, ready }), null);
    if (last.pool === 'work') return say('workHours', last);
    return say(isFull(followed, { calendar, from: stage.startWeek, to: ready }) ? 'hours' : 'order', last);
  });
}

function findWait(
  career: Career,
  { stage, place, ready }: { stage: FollowedStage; place: number; ready: number },
): 'tenure' | 'experience' {
  const post = stage.post === null ? undefined : career.postById.get(stage.post);
  const isKept = post !== undefined && (place > 0 || post.apprenticeship);
  return isKept && computeLeastStay(post) >= ready - stage.startWeek ? 'tenure' : 'experience';
}

function isFull(
  { steps, hoursPerWeek }: Followed,
  { calendar, from, to }: { calendar: Calendar; from: number; to: number },
): boolean {
  const given = hoursPerWeek * calendar.countWorking(from, to);
  const used = steps
    .filter(({ pool }) => pool === 'own')
    .reduce(
      (sum, { startWeek, hoursByWeek }) =>
        sum +
        hoursByWeek.reduce(
          (all, hours, week) => (startWeek + week >= from && startWeek + week < to ? all + hours : all),
          0,
        ),
      0,
    );
  return given > 0 && used >= FULL * given;
}

function endOf({ startWeek, weeks }: FollowedStep): number {
  return startWeek + weeks;
}
