import { readFileSync } from 'node:fs';
import { loadCareer } from '@/lib/catalogue';
import type { Level } from '@/lib/domain/catalogue';
import type { PlanDocument as StagedPlan } from '@/lib/domain/climb/document';
import { planDocumentSchema } from '@/lib/domain/climb/document';
import { listApplyFrom } from '@/lib/domain/climb/follow/apply-from';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { listStageLevels } from '@/lib/domain/climb/follow/stage-levels';
import { isStaged } from '@/lib/domain/climb/follow/stored-document';
import { addDays } from '@/lib/domain/day';
import type { PlanDocument, PlanStep } from '@/lib/domain/planner/document';
import { profileSchema } from '@/lib/domain/planner/profile';
import type { ExportInput } from '@/lib/export/exporter';
import { describeKnown } from '@/lib/wording/plan-proof';

const START = '2026-11-30';

/** A hundred steps of version 1 as they were planned from the first edition, prerequisites first, every kind in turn. */
const planned: { catalogue: string; estimated: string[]; steps: PlanStep[] } = JSON.parse(
  readFileSync('tests/support/plans/first-edition-steps.json', 'utf8'),
);

/** A plan of version 1 of the right shape, laid out by hand: good for showing, not a solved one. */
export function buildSamplePlan({ steps: count = 30, role = 'devops-engineer' } = {}): PlanDocument {
  const career = loadCareer();
  const steps = structuredClone(planned.steps.slice(0, count));
  const levels: Record<string, Level> = { coding: 1, 'server-administration': 2, communications: 3 };
  const weeks = Math.max(0, ...steps.map((step) => step.startWeek + step.weeks));
  return {
    format: 'rung-plan',
    version: 1,
    career: career.id,
    catalogue: planned.catalogue,
    role,
    profile: profileSchema.parse({ career: career.id, role, levels, preferences: { start: START } }),
    status: 'feasible',
    bound: [1000, 60, 8],
    totals: {
      weeks,
      finish: weeks > 0 ? addDays(START, 7 * weeks - 1) : null,
      hours: steps.reduce((sum, step) => sum + step.hours, 0),
      cost: {
        amount: steps.reduce((sum, step) => sum + step.cost.amount, 0),
        currency: 'GBP',
        approximate: true,
        estimated: planned.estimated.filter((id) => steps.some((step) => step.id === id)),
      },
      steps: steps.length,
      bestWeeks: weeks,
    },
    gaps: Object.entries(career.roleById.get(role)?.targets ?? {}).map(([skill, target]) => ({
      skill,
      level: levels[skill] ?? 0,
      target,
    })),
    requirements: [],
    steps,
    assumptions: ['Information security has no rating yet and counts as 0.'],
  };
}

/** A solved plan of stages, by the file under tests/support/plans. */
export function readStagedPlan(name: 'changer' | 'administrator' | 'reliability' = 'changer'): StagedPlan {
  return planDocumentSchema.parse(JSON.parse(readFileSync(`tests/support/plans/${name}.json`, 'utf8')));
}

/** An export of the sample plan by a person in Kathmandu, with anything in it replaced. */
export function buildSampleInput(changes: Partial<Omit<ExportInput, 'plan'>> = {}): ExportInput {
  const document = changes.document ?? buildSamplePlan();
  const { levels, holdings, preferences } = document.profile;
  const plan = toFollowed(document);
  const career = loadCareer();
  const applying = isStaged(document)
    ? { plan, profile: document.profile, records: [], today: plan.start }
    : null;
  return {
    career,
    document,
    plan,
    applyFrom: applying ? listApplyFrom(career, applying) : [],
    levels: applying ? listStageLevels(career, applying) : null,
    locale: 'en-GB',
    excludedKinds: preferences.excludedKinds,
    held: holdings,
    posts: [],
    known: describeKnown(plan, {
      optimiseFor: preferences.optimiseFor,
      isContinued: false,
    }),
    plannedAt: '2026-11-20T08:00:00.000Z',
    person: { name: 'Ada Lovelace', email: 'ada@example.org', timeZone: 'Asia/Kathmandu' },
    exportedAt: new Date('2026-11-22T20:00:00Z'),
    readiness: 34,
    rated: { levels, also: [], except: [] },
    levelKind: 'own',
    agreed: new Set(),
    proof: new Map(),
    progress: new Map(),
    include: { evidence: false },
    ...changes,
  };
}
