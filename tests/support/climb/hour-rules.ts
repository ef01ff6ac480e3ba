import type { Profile } from '@/lib/domain/climb/profile';
import { addDays } from '@/lib/domain/day';
import { leastWeeks } from '../planning-rules';
import { listHeld, type Placed, type Plan, studyHours } from './person';

/** Whether a week lies wholly in a range of days without hours. */
export function isOff({ preferences: { start, weeksOff } }: Profile, week: number): boolean {
  const [first, last] = [addDays(start, week * 7), addDays(start, week * 7 + 6)];
  return weeksOff.some(({ from, to }) => from <= first && last <= to);
}

export function mostInAWeek({ step }: Placed): number {
  return Math.ceil(studyHours(step) / leastWeeks(step));
}

export function isUnderWay({ planned }: Placed, week: number): boolean {
  return planned.startWeek <= week && week < planned.startWeek + planned.weeks;
}

export function hoursIn({ planned }: Placed, week: number): number {
  return planned.hoursByWeek[week - planned.startWeek] ?? 0;
}

export function lastWeek(plan: Plan): number {
  return Math.max(0, ...plan.placed.map(({ planned }) => planned.startWeek + planned.weeks));
}

/** Own hours that a week has: at most 15 in a post, for who has none when the plan is made. */
export function ownHoursIn({ career, profile, document }: Plan, week: number): number {
  const { hoursPerWeek } = profile.preferences;
  const isInPost = listHeld(career, profile).some(({ isCurrent }) => isCurrent);
  const stage = document.stages.findLast(({ startWeek }) => startWeek <= week);
  return isInPost || !stage?.post ? hoursPerWeek : Math.min(15, hoursPerWeek);
}

/** Checks the hours of each step and of each week, in both pools. */
export function checkHours(plan: Plan): string[] {
  const problems = plan.placed.flatMap((entry) => checkStepHours(entry));
  const { workHoursPerWeek, maxParallel } = plan.profile.preferences;
  for (let week = 0; week < lastWeek(plan); week += 1) {
    const pools = [
      { pool: 'own', most: ownHoursIn(plan, week), mostAtOnce: maxParallel },
      { pool: 'work', most: workHoursPerWeek, mostAtOnce: 2 },
    ];
    for (const { pool, most, mostAtOnce } of pools) {
      const underWay = plan.placed.filter(
        (entry) => !entry.step.fullTime && entry.planned.pool === pool && isUnderWay(entry, week),
      );
      const hours = underWay.reduce((sum, entry) => sum + hoursIn(entry, week), 0);
      if (hours > most) problems.push(`week ${week}: ${hours} ${pool} hours, where there are ${most}`);
      if (underWay.length > mostAtOnce)
        problems.push(`week ${week}: ${underWay.length} ${pool} steps at once, where ${mostAtOnce} may be`);
      if (hours > 0 && isOff(plan.profile, week)) problems.push(`week ${week}: has hours and is off`);
    }
  }
  return problems;
}

function checkStepHours(entry: Placed): string[] {
  const { step, planned } = entry;
  const [least, hours, { hoursByWeek, weeks }] = [leastWeeks(step), studyHours(step), planned];
  const problems: string[] = [];
  if (step.fullTime) {
    if (hoursByWeek.length > 0) problems.push(`${step.id}: full-time study has hours by the week`);
    if (weeks !== least) problems.push(`${step.id}: takes ${weeks} weeks, not ${least}`);
    return problems;
  }
  if (hoursByWeek.length !== weeks)
    problems.push(`${step.id}: ${hoursByWeek.length} entries for ${weeks} weeks`);
  const sum = hoursByWeek.reduce((total, each) => total + each, 0);
  if (sum !== hours) problems.push(`${step.id}: its weeks add up to ${sum} hours, not ${hours}`);
  if (weeks < least) problems.push(`${step.id}: takes ${weeks} weeks, where ${least} are the least`);
  if (hours === 0 && weeks !== least) problems.push(`${step.id}: without hours it takes ${least} weeks`);
  const most = mostInAWeek(entry);
  if (hoursByWeek.some((each) => each > most)) problems.push(`${step.id}: more than ${most} hours in a week`);
  if (hours > 0 && hoursByWeek[0] === 0) problems.push(`${step.id}: is begun before it has hours`);
  if (hours > 0 && weeks > least && hoursByWeek.at(-1) === 0)
    problems.push(`${step.id}: goes on after its last hour`);
  return problems;
}
