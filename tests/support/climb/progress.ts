import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { listTeaching } from '@/lib/domain/climb/model/climber';
import { countWeeksIn, findCurrent, listHeldPosts } from '@/lib/domain/climb/model/held';
import type { Profile } from '@/lib/domain/climb/profile';
import { addDays, type Day } from '@/lib/domain/day';
import { type StepRecord, UNTOUCHED } from '@/lib/domain/step-progress';

type Progress = (StepRecord & { step: string })[];

/** What was recorded of a plan by the beginning of a week where all went as planned. */
export function followUntil(plan: PlanDocument, week: number): Progress {
  return plan.steps.flatMap((step): Progress => {
    if (step.startWeek >= week) return [];
    const isOver = step.startWeek + step.weeks <= week;
    const hours = step.hoursByWeek.slice(0, week - step.startWeek).reduce((sum, count) => sum + count, 0);
    return [
      {
        ...UNTOUCHED,
        step: step.id,
        status: isOver ? 'done' : 'in-progress',
        startedOn: step.start,
        finishedOn: isOver ? step.finish : null,
        hoursSpent: hours,
      },
    ];
  });
}

/**
 * The person as they stand after so many weeks in the post that they had: what finished steps taught is true, and what the post
 * has shown meanwhile.
 */
export function afterwards(
  profile: Profile,
  plan: PlanDocument,
  { records, weeks }: { records: Progress; weeks: number },
): Profile {
  const career = loadCareer();
  const done = records.filter(({ status }) => status === 'done').map(({ step }) => step);
  const taught = done.flatMap((id) => [
    ...(career.stepById.get(id)?.teaches ?? []),
    ...(plan.steps.find((step) => step.id === id)?.teaches ?? []),
  ]);
  const held = listHeldPosts(career, profile);
  const current = findCurrent(held);
  const post = current && career.postById.get(current.post);
  const shown = post
    ? listTeaching(post, countWeeksIn(held, post.id)).filter(({ week }) => week <= weeks)
    : [];
  const learned = [...taught, ...shown.map(({ canDo }) => canDo)];
  return {
    ...profile,
    also: [...new Set([...profile.also, ...learned])].sort(),
    except: profile.except.filter((id) => !learned.includes(id)),
    done: [...new Set([...profile.done, ...done])],
    posts: held.map((one) => (one.current ? { ...one, weeks: one.weeks + weeks } : one)),
  };
}

export function dayOf(plan: PlanDocument, week: number): Day {
  return addDays(plan.profile.preferences.start, 7 * week);
}

/** The same where the plan has led to another post by then, which the person took up when it was planned. */
export function afterClimbing(
  profile: Profile,
  plan: PlanDocument,
  { records, week }: { records: Progress; week: number },
): Profile {
  const { postById } = loadCareer();
  const now = afterwards(profile, plan, { records, weeks: week });
  const begun = plan.stages.filter(({ startWeek }) => startWeek <= week);
  const [first, ...later] = begun;
  if (!first || later.length === 0) return now;
  const shown = begun.flatMap(({ post, startWeek }) => {
    const found = post === null ? undefined : postById.get(post);
    return found
      ? listTeaching(found, 0).flatMap((one) => (startWeek + one.week <= week ? [one.canDo] : []))
      : [];
  });
  const also = [...new Set([...now.also, ...shown])].sort();
  return {
    ...now,
    also,
    except: now.except.filter((id) => !also.includes(id)),
    posts: [
      ...profile.posts.map((one) =>
        one.current ? { ...one, weeks: one.weeks + first.weeks, current: false } : one,
      ),
      ...later.flatMap(({ post, startWeek, weeks }, place) => {
        if (post === null) return [];
        const isLast = place === later.length - 1;
        return [{ post, weeks: isLast ? week - startWeek : weeks, current: isLast }];
      }),
    ],
  };
}

/** Weeks that pass and in which nothing is done: those in a post count all the same. */
export function letPass(profile: Profile, weeks: number): Profile {
  return {
    ...profile,
    posts: profile.posts.map((one) => (one.current ? { ...one, weeks: one.weeks + weeks } : one)),
  };
}
