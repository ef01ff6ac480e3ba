import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { comparePlans } from '@/lib/domain/climb/follow/difference';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { addDays } from '@/lib/domain/day';
import { leaveOutStep } from '@/lib/domain/plan/choose-step';
import { buildPlanSettingsSchema, toSettingsEntries } from '@/lib/domain/plan/settings';
import { settingsSchema } from '@/lib/domain/settings';
import { findAlternatives, priceLetStand, priceWithout } from '@/lib/plan/climb/choices';
import { findLateness, type KeptState, moveKeptStep } from '@/lib/plan/climb/follow-now';
import { computePlanAfterStarting, computePlanFromHere } from '@/lib/plan/climb/from-here';
import { loadForecast } from '@/lib/plan/climb/keep-forecast';
import { computeAnswer, findQuestion, isBetterAnswer } from '@/lib/plan/climb/open-question';
import { computeOfferBasis, loadReplanning, loadReplanningSoon } from '@/lib/plan/climb/replanning';
import { closePlanner } from '@/lib/planner/client';
import { computeFirstClimb, keepClimb } from '@/lib/planner/climb';
import { keep, toStanding } from '@/tests/support/climb/climb-standing';
import { buildClimber, START } from '@/tests/support/climb/solved';
import { expectHeld } from '@/tests/support/expect-held';
import { buildSamplePlan } from '@/tests/support/sample-plan';
import { recordStep } from '@/tests/support/standing';

const career = loadCareer();
const profile = buildClimber();
let plan: PlanDocument;
let state: KeptState;

beforeAll(async () => {
  plan = await computeFirstClimb(career, profile);
  keepClimb({ career, profile, followed: null, document: plan });
  state = { standing: toStanding(profile), kept: keep(plan), progress: [] };
}, 120_000);
afterAll(closePlanner);

const at = (today: string, changes: Partial<KeptState> = {}): KeptState => ({
  ...state,
  standing: { ...state.standing, today },
  ...changes,
});

describe('a kept plan', () => {
  it('is late when it was not begun, and can be moved on as a whole', () => {
    expect(findLateness(at(START))).toBeNull();
    const late = findLateness(at(addDays(START, 35)));
    expect(late?.weeks).toBeGreaterThan(0);
    expect(late?.document?.totals.weeks).toBe(plan.totals.weeks + (late?.weeks ?? 0));
  });

  it('has a step moved by hand', () => {
    const last = plan.steps.at(-1);
    const to = addDays(last?.start ?? START, 14);
    expect(moveKeptStep(at(START), { step: last?.id ?? '', to })).toMatchObject({ kind: 'moved' });
  });

  it('is forecast, of either version', async () => {
    expect((await loadForecast(state))?.evenOn).toBe(plan.totals.finish);
    const first = { ...state, kept: keep(buildSamplePlan({ steps: 5, role: profile.role })) };
    expect((await loadForecast(first))?.stepsLeft).toBe(5);
  });

  it('closes its stage when the next post was found', async () => {
    const post = plan.stages[1]?.post ?? '';
    const { preferences } = profile;
    const { document, reason } = await computePlanAfterStarting(at(addDays(START, 21)), {
      held: [],
      added: { post, since: START.slice(0, 7), until: null },
      ended: [],
      preferences,
    });
    expect(reason).toBe('continued');
    expect(document.stages.map((stage) => stage.startWeek).slice(0, 2)).toEqual([0, 3]);
    expect(document.profile.posts).toContainEqual({ post, weeks: 0, current: true });
  }, 60_000);
});

describe('replanning', () => {
  it('offers nothing while all is as it was, nor for a plan of the first edition', async () => {
    expect(await loadReplanning(state)).toEqual({ kind: 'none' });
    const first = { ...state, kept: keep(buildSamplePlan({ steps: 5, role: profile.role })) };
    expect(await loadReplanning(first)).toEqual({ kind: 'none' });
  });

  it('offers another plan where a step was dropped, until the person keeps their own', async () => {
    const dropped = plan.steps.find(({ startWeek }) => startWeek > 6)?.id ?? '';
    const changed = { ...state, progress: [recordStep(dropped, { status: 'dropped' })] };
    const offer = await loadReplanning(changed);
    expect(offer.kind).toBe('offer');
    const basis = computeOfferBasis(changed);
    expect(basis).not.toBe(computeOfferBasis(state));
    const { standing } = changed;
    const settings = settingsSchema.parse({ keptMineFor: basis });
    const account = { ...standing.account, settings };
    const kept = await loadReplanningSoon({ ...changed, standing: { ...standing, account } });
    // Nothing is offered again, but what the plan lacks is still said.
    expect(kept).toEqual({ kind: 'kept', problems: expect.arrayContaining([expect.anything()]) });
  }, 60_000);
});

describe('choices', () => {
  it('price a plan that lets what a step teaches stand, and name what could take its place', async () => {
    const step = plan.steps.at(-1)?.id ?? '';
    const letStand = await priceLetStand(state, step);
    expect(letStand?.answer.document.letStand ?? []).toEqual(letStand?.letStand.canDos);
    expect(findAlternatives(state, step)).not.toContain(step);
  }, 60_000);

  it('tell of the plan without a step what the page tells that shows it', async () => {
    const { preferences, ...rest } = profile;
    let better = 0;
    for (const { id } of plan.steps.slice(0, 4)) {
      const { answer, difference, isBetter } = await priceWithout(state, id);
      // The settings as the address of that page gives them.
      const sent = toSettingsEntries({
        preferences: leaveOutStep(preferences, id),
        holdings: rest.holdings,
        leavePost: rest.leavePost,
        basedOn: null,
      });
      const read = buildPlanSettingsSchema(career).parse(sent);
      const shown = await computePlanFromHere({ ...state, earlier: [] }, read);
      expect(shown.document).toEqual(answer.document);
      expect(comparePlans({ kept: state.kept.followed, other: toFollowed(shown.document) }).weeks).toBe(
        difference.weeks,
      );
      if (!isBetter) continue;
      // The kept plan was found at a glance, so that there are better ones.
      expect(Math.min(difference.weeks, difference.hours, difference.amount ?? 0)).toBeLessThan(0);
      better += 1;
    }
    expectHeld({ better });
  }, 120_000);
});

describe('findQuestion', () => {
  it('goes on proving what a made plan was asked for, and nothing of one that was moved', async () => {
    const question = findQuestion(state);
    expect(question).toMatchObject({ kept: plan, profile, followed: null, isOpen: true });
    expect(findQuestion({ ...state, kept: keep(plan, 'moved') })).toBeNull();
    expect(findQuestion({ ...state, kept: keep({ ...plan, catalogue: 'older' }) })).toBeNull();
    const cheaper = {
      ...plan,
      totals: { ...plan.totals, cost: { ...plan.totals.cost, amount: 0 }, hours: 1 },
    };
    expect(question && isBetterAnswer(question, cheaper)).toBe(true);
    expect(question && isBetterAnswer(question, plan)).toBe(false);
    expect(question && typeof computeAnswer).toBe('function');
  });
});
