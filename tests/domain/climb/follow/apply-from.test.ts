import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import type { Applying } from '@/lib/domain/climb/follow/ahead';
import { APPLY_AT_PERCENT, LEAST_WEEKS_EARLIER, listApplyFrom } from '@/lib/domain/climb/follow/apply-from';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import type { Records } from '@/lib/domain/climb/follow/following';
import { computeReadiness, listTrue } from '@/lib/domain/climb/standing';
import { addDays } from '@/lib/domain/day';
import type { StepStatus } from '@/lib/domain/planner/document';
import { buildSamplePlan, readStagedPlan } from '../../../support/sample-plan';

const career = loadCareer();
/** A developer on call, straight to SRE: one stage, with a certificate and two pieces of work to show. */
const reliability = readStagedPlan('reliability');
const changer = readStagedPlan();

function find(document: PlanDocument, changes: Partial<Applying> = {}) {
  const plan = toFollowed(document);
  return listApplyFrom(career, {
    plan,
    profile: document.profile,
    records: [],
    today: plan.start,
    ...changes,
  });
}

const record = (step: string, status: StepStatus): Records[number] => ({
  step,
  status,
  startedOn: null,
  finishedOn: null,
  hoursSpent: null,
  expiresOn: null,
  evidence: null,
  note: null,
});

/** The same by hand: week by week, what the first stage of a plan has finished by then. */
function findByHand({ profile, role, steps, stages }: PlanDocument): number {
  const wanted = career.roleById.get(role) ?? expect.fail('no role');
  const seen = career.postById.get(role)?.asksToSee ?? expect.fail('nothing to see');
  const end = stages[0]?.weeks ?? 0;
  for (let week = 0; week <= end; week += 1) {
    const over = steps.filter((step) => step.startWeek + step.weeks <= week);
    const also = [...listTrue(career, profile), ...over.flatMap(({ teaches }) => teaches)];
    const percent = computeReadiness(career, { role: wanted, ratings: { levels: {}, also, except: [] } });
    const pieces = over.filter(({ id }) => seen.of.includes(id)).length;
    if (percent >= 90 && pieces >= seen.count) return week;
  }
  return end;
}

describe('listApplyFrom', () => {
  it('tells the first week with nine tenths, and the pieces to show, and what comes after it', () => {
    const [found] = find(reliability);
    const week = findByHand(reliability);
    expect(week).toBeLessThan(reliability.totals.weeks - 40);
    expect(found?.on).toBe(addDays(reliability.profile.preferences.start, 7 * week));
    expect(found?.post).toBe('site-reliability-engineer');
    expect(found?.percent).toBeGreaterThanOrEqual(APPLY_AT_PERCENT);
    expect(found?.percent).toBeLessThan(100);
    expect(found?.pieces).toHaveLength(2);
    const after = reliability.steps.filter((step) => step.startWeek + step.weeks > week).map(({ id }) => id);
    expect(after.length).toBeGreaterThan(2);
    expect(found?.rest.toSorted()).toEqual(after.toSorted());
  });

  /** The fewest weeks of a stage, its search among them, in which a week is early enough to be told. */
  const leastStage = (week: number, search: number): number => {
    let weeks = week + search;
    while (weeks - search - week < Math.max(LEAST_WEEKS_EARLIER, weeks / 10)) weeks += 1;
    return weeks;
  };

  it('is silent where that is less than four weeks, or a tenth of the stage, before the end', () => {
    const week = findByHand(reliability);
    const endAt = (weeks: number) => ({
      ...reliability,
      stages: reliability.stages.map((stage) => ({ ...stage, weeks })),
    });
    expect(find(endAt(leastStage(week, 0) - 1))).toEqual([null]);
    expect(find(endAt(leastStage(week, 0)))[0]).not.toBeNull();
  });

  it('is silent while a piece that is asked for was dropped, and waits for no exam', () => {
    const asked = career.postById.get('site-reliability-engineer')?.asksToSee?.of ?? [];
    const needed = reliability.steps.filter(({ id }) => asked.includes(id));
    expect(needed).toHaveLength(2);
    for (const { id } of needed)
      expect(find(reliability, { records: [record(id, 'dropped')] })).toEqual([null]);
    const exam = reliability.steps.find(({ kind }) => kind === 'certification') ?? expect.fail('no exam');
    expect(find(reliability, { records: [record(exam.id, 'dropped')] })[0]).not.toBeNull();
  });

  it('is now once all that it waits for is finished', () => {
    const [planned] = find(reliability);
    const done = reliability.steps.map(({ id }) => id).filter((id) => !planned?.rest.includes(id));
    const today = addDays(reliability.profile.preferences.start, 7 * 20 + 3);
    const also = reliability.steps.flatMap(({ id, teaches }) => (done.includes(id) ? teaches : []));
    const [found] = find(reliability, {
      profile: { ...reliability.profile, done, also },
      records: done.map((id) => record(id, 'done')),
      today,
    });
    expect(found).toMatchObject({ percent: planned?.percent, pieces: planned?.pieces });
    expect(found?.on).toBe(addDays(today, -3));
  });

  it('comes later by as much as the plan is late', () => {
    const [planned] = find(reliability);
    const first = reliability.steps.filter(({ startWeek }) => startWeek === 0);
    const today = addDays(reliability.profile.preferences.start, 7 * 6);
    const records = first.slice(1).map(({ id }) => record(id, 'in-progress'));
    const rest = { records, today };
    expect(first.length).toBeGreaterThan(1);
    // The first step should have begun six weeks ago.
    expect(find(reliability, rest)[0]?.on).toBe(addDays(planned?.on ?? today, 7 * 6));
  });

  it('is silent where that is no sooner before the search that the plan holds for a post between', () => {
    const week = findByHand(reliability);
    const [only] = reliability.stages;
    const searchWeeks = career.postById.get('site-reliability-engineer')?.searchWeeks ?? 0;
    const endAt = (weeks: number): PlanDocument => {
      if (!only) return expect.fail('no stage');
      const next = {
        ...only,
        post: only.until,
        until: 'senior-devops-engineer',
        startWeek: weeks,
        steps: [],
      };
      return { ...reliability, role: 'senior-devops-engineer', stages: [{ ...only, weeks }, next] };
    };
    const least = leastStage(week, searchWeeks);
    expect(searchWeeks).toBeGreaterThan(0);
    expect(find(endAt(least - 1))[0]).toBeNull();
    expect(find(endAt(least))[0]?.on).toBe(addDays(reliability.profile.preferences.start, 7 * week));
  });

  it('waits for the least stay in a new post, and for the experience that is asked for', () => {
    const place = changer.stages.length - 1;
    const long = changer.stages.map((stage, at) => (at === place ? { ...stage, weeks: 200 } : stage));
    const { startWeek, post } = changer.stages[place] ?? expect.fail('no stage');
    // The pieces of work were finished elsewhere.
    const done = career.postById.get(changer.role)?.asksToSee?.of ?? [];
    const profile = { ...changer.profile, done: [...done] };
    const found = find({ ...changer, stages: long }, { profile })[place] ?? expect.fail('nothing told');
    const stay = Math.ceil((career.postById.get(post ?? '')?.tenureWeeks ?? 0) / 2);
    expect(stay).toBeGreaterThan(0);
    const start = changer.profile.preferences.start;
    expect(found.on >= addDays(start, 7 * (startWeek + stay))).toBe(true);
    // Quick steps alone bring nobody past it.
    const quick = changer.steps.map((step) => ({
      ...step,
      startWeek: Math.min(step.startWeek, startWeek),
      weeks: 1,
    }));
    const soon =
      find({ ...changer, stages: long, steps: quick }, { profile })[place] ?? expect.fail('nothing told');
    expect(soon.on >= addDays(start, 7 * (startWeek + stay))).toBe(true);
    // Two years in posts of IT stand in for the degree that nobody here has: half of them opens adverts that ask for less.
    expect(soon.weeksMissing).toBeGreaterThan(0);
    const inIt = (changer.stages[1]?.startWeek ?? 0) + 104;
    expect(soon.on >= addDays(start, 7 * (inIt - 52))).toBe(true);
    expect(soon.on < addDays(start, 7 * inIt)).toBe(true);
  });

  it('tells nothing of stages that are over, of a post that is held, nor in a plan of version 1', () => {
    const place = changer.stages.length - 1;
    const { post } = changer.stages[place] ?? expect.fail('no stage');
    const here = { ...changer.profile, posts: [{ post: post ?? '', weeks: 10, current: true }] };
    expect(find(changer, { profile: here }).slice(0, place)).toEqual(changer.stages.slice(1).map(() => null));
    const staying = {
      ...reliability,
      stages: reliability.stages.map((stage) => ({ ...stage, post: stage.until })),
    };
    expect(find(staying)).toEqual([null]);
    const first = toFollowed(buildSamplePlan());
    const asked = { plan: first, profile: changer.profile, records: [], today: first.start };
    expect(listApplyFrom(career, asked)).toEqual([null]);
  });
});
