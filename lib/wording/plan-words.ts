import type { Career } from '../domain/career/career';
import type { Profile } from '../domain/climb/profile';
import type { Obstacle } from '../domain/climb/reasons/obstacle';
import type { Assumption, PlanWords } from '../domain/climb/words';
import { addDays, describeDay } from '../domain/day';
import { describeMoney } from '../domain/money';
import { findRegionLocale } from '../domain/region';
import { joinWords } from './join-words';
import { describeWhy, nameCanDo } from './why';

/** The sentences of a plan document. */
export const planWords: PlanWords = {
  why: describeWhy,
  assumption: describeAssumption,
  obstacle: describeObstacle,
};

function describeAssumption(career: Career, assumption: Assumption): string {
  const titles = (ids: readonly string[]) => joinWords(ids.map((id) => titleOf(career, id)));
  switch (assumption.code) {
    case 'unrated':
      return `Not rated yet and counted as level 0: ${joinWords(
        assumption.skills.map((id) => career.skillById.get(id)?.name ?? id).sort(),
      )}.`;
    case 'converted':
      return `Prices in other currencies are converted to ${assumption.currency} at rounded rates, so the total is approximate.`;
    case 'estimated':
      return `No confirmed price was found for ${titles(assumption.steps)}; Rung’s estimate is used.`;
    case 'atWork':
      return `At work, with your manager's yes and at most ${assumption.hours} hours a week for all of them together, so that where two run at once one gets less or none for some weeks: ${titles(assumption.steps)}.`;
    case 'beside':
      return `Once you are in a post, at most ${assumption.hours} hours a week of your own are counted; change them when you know what it leaves you.`;
    case 'holidays':
      return `No weeks off, for rest or illness, are in this plan. With four weeks off a year it ${
        assumption.later === 0
          ? 'would end hardly later, since time in posts makes it as long as it is'
          : `would end about ${assumption.later === 1 ? 'a week' : `${assumption.later} weeks`} later (estimate)`
      }: give yours under Weeks off in its settings.`;
    case 'looking':
      return `Before your next post about ${assumption.planned} of your ${assumption.hours} hours a week are planned: so many steps go on at once, each with its own most a week, and Steps at once in the settings allows more. The rest is for looking: finding adverts, writing to each employer, talks.`;
    case 'freeFrom':
      return `No new post begins before ${describeDay(assumption.day, findRegionLocale(assumption.region))}, as you said.`;
    case 'ahead':
      return 'Steps of the next stage begin while you wait or search.';
    case 'again':
      return 'A finished step is planned again where something that it teaches is not true of you by your rating.';
    case 'letStand':
      return `Left as it is, because you let it stand: ${assumption.canDos.map(nameCanDo).join(', ')}.`;
    case 'free':
      return describeFree(career, assumption);
    case 'outlook':
      return `The goal is more than three posts away; ${titles(assumption.posts)} ${assumption.posts.length === 1 ? 'is' : 'are'} an outlook, counted in least weeks.`;
  }
}

/** Whether all that is known of the least cost is that it is more than the budget. */
function isNextToNothing({ lower }: { lower: number }, { budget }: Profile['preferences']): boolean {
  return budget !== null && lower <= Math.round(budget.amount * 100) + 1;
}

/** What the money is for, and who else may pay. */
function describePaid(
  career: Career,
  { exams, fees }: { exams: readonly string[]; fees: readonly string[] },
): string[] {
  const titles = (ids: readonly string[]) => joinWords(ids.map((id) => titleOf(career, id)));
  if (exams.length === 0 && fees.length === 0) return [];
  const paid = `It pays for ${titles([...exams, ...fees])}.`;
  return exams.length > 0
    ? [
        fees.length > 0 ? paid : `${paid} All else in it is free.`,
        'Employers often pay for an exam: plan with its price, and ask the one that you are with by then.',
      ]
    : [paid];
}

function describeFree(
  career: Career,
  { from, to, post, region, isFromStart }: Extract<Assumption, { code: 'free' }>,
): string {
  const locale = findRegionLocale(region);
  const first = describeDay(from, locale);
  if (post === null)
    return isFromStart
      ? 'Nothing of what lies ahead takes your own time: all of it is time in the post and steps at work.'
      : `From ${first} on, nothing is left for your own time: the rest is time in the post and steps at work. Such hours are yours: for what your post shows to be thin, steps of your own, and talks with people who hold the next post.`;
  const title = career.postById.get(post)?.title ?? post;
  return `Nothing is planned for your own time from ${first} to ${describeDay(to, locale)}: your next step needs something that the post “${title}” will have taught you by then. If you learn it sooner, rate it, and the plan moves up.`;
}

function titleOf(career: Career, id: string): string {
  return career.stepById.get(id)?.title ?? career.postById.get(id)?.title ?? id;
}

function describeObstacle(career: Career, profile: Profile, obstacle: Obstacle): string {
  const { preferences } = profile;
  const locale = findRegionLocale(preferences.region);
  switch (obstacle.what) {
    case 'level': {
      const name = career.skillById.get(obstacle.skill)?.name ?? obstacle.skill;
      return `${name}: no step or post open to you on this way teaches ${joinWords(obstacle.canDos.map(nameCanDo))}.`;
    }
    case 'requirement':
      return `Nothing open to you meets what ${titleOf(career, obstacle.post)} asks: ${obstacle.label}.`;
    case 'noWay':
      return 'No sequence of posts leads from where you are to this goal.';
    case 'budget': {
      const amount = (pence: number) =>
        describeMoney({ amount: pence / 100, currency: obstacle.currency }, locale);
      const given = preferences.budget ? describeMoney(preferences.budget, locale) : '';
      const told =
        obstacle.lower >= obstacle.pence
          ? `A plan costs at least ${amount(obstacle.pence)}; your budget is ${given}.`
          : isNextToNothing(obstacle, preferences)
            ? `A plan was found for ${amount(obstacle.pence)}; your budget is ${given}.`
            : `A plan was found for ${amount(obstacle.pence)}, and none can cost less than ${amount(obstacle.lower)}; your budget is ${given}.`;
      return [told, ...describePaid(career, obstacle)].join(' ');
    }
    case 'deadline': {
      const day = describeDay(addDays(preferences.start, obstacle.weeks * 7 - 1), locale);
      const deadline = preferences.deadline ? describeDay(preferences.deadline, locale) : '';
      const told =
        obstacle.lower >= obstacle.weeks
          ? `A plan takes ${obstacle.weeks} weeks, to ${day}`
          : `The shortest plan that was found takes ${obstacle.weeks} weeks, to ${day}, and none can take less than ${obstacle.lower}`;
      return `${told}; your deadline is ${deadline}.`;
    }
    case 'hours':
      return `With ${obstacle.hours} hours a week instead of ${preferences.hoursPerWeek} a plan ends by your deadline.`;
    case 'workHours':
      return `You gave no hours at work, and some of this is learned only there; with ${obstacle.hours} hours a week at work there is a plan.`;
    case 'excluded': {
      const kinds = obstacle.kinds.map((kind) => `every step of the kind ${kind.replace('-', ' ')}`);
      const names = [...obstacle.steps.map((id) => titleOf(career, id)), ...kinds];
      return `You left out ${joinWords(names)}; with that back in there is a plan.`;
    }
    case 'pinned': {
      const names = joinWords(obstacle.steps.map((id) => titleOf(career, id)));
      return obstacle.nearest
        ? `You asked for ${names}; without ${obstacle.steps.length === 1 ? 'it' : 'them'} there is a plan.`
        : `You asked for ${names}, which cannot be planned from where you stand.`;
    }
    case 'together': {
      const limits = joinWords(obstacle.limits);
      if (limits === '') return 'No plan was found, though it is not proved that there is none.';
      return obstacle.isProved
        ? `Your ${limits} leave no room for a plan, and no change of one thing alone was found that gives one.`
        : `No plan was found that keeps your ${limits}, though it is not proved that there is none.`;
    }
  }
}
