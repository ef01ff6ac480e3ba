import { readFileSync } from 'node:fs';
import { loadCareer, loadSecondEdition } from '@/lib/catalogue';
import type { Career, Level, Step } from '@/lib/domain/catalogue';
import type { PlanDocument as StagedPlan } from '@/lib/domain/climb/document';
import { planDocumentSchema } from '@/lib/domain/climb/document';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { addDays } from '@/lib/domain/day';
import type { PlanDocument, PlanStep } from '@/lib/domain/planner/document';
import { profileSchema } from '@/lib/domain/planner/profile';
import type { ExportInput } from '@/lib/export/exporter';

const START = '2026-11-30';
const LANES = 3;

const MOST: Readonly<Record<string, number>> = { degree: 1, 'entry-role': 2 };

/** Active steps of the catalogue, prerequisites first, taken from every kind in turn so that each heading is filled. */
function pickSteps(career: Career, count: number): Step[] {
  const byKind = new Map<string, Step[]>();
  for (const step of career.steps)
    if (step.status === 'active' && step.region !== 'US')
      byKind.set(step.kind, [...(byKind.get(step.kind) ?? []), step]);
  const picked = new Map<string, Step>();
  const add = (step: Step): void => {
    for (const id of step.prerequisites) {
      const before = career.stepById.get(id);
      if (before && !picked.has(id)) add(before);
    }
    picked.set(step.id, step);
  };
  for (let turn = 0; picked.size < count; turn += 1)
    for (const steps of byKind.values()) {
      const step = steps[turn];
      if (turn < (MOST[step?.kind ?? ''] ?? count) && step && picked.size < count) add(step);
    }
  return [...picked.values()].slice(0, count);
}

const isOccupation = (step: Step): boolean => loadCareer().traits.occupation.includes(step.id);

function schedule(steps: readonly Step[]): PlanStep[] {
  const freeAt = Array.from({ length: LANES }, () => 0);
  const finished = new Map<string, number>();
  return steps.map((step) => {
    const lane = freeAt.indexOf(Math.min(...freeAt));
    const before = step.prerequisites.filter((id) => finished.has(id));
    const startWeek = Math.max(freeAt[lane] ?? 0, ...before.map((id) => finished.get(id) ?? 0));
    const hours = isOccupation(step) ? 0 : (step.planning.hours ?? 0);
    const weeks = step.planning.weeks ?? Math.max(1, Math.ceil(hours / 5));
    freeAt[lane] = startWeek + weeks;
    finished.set(step.id, startWeek + weeks);
    const price = step.cost ?? step.planning.cost;
    return {
      id: step.id,
      kind: step.kind,
      title: step.title,
      url: step.url,
      startWeek,
      weeks,
      start: addDays(START, 7 * startWeek),
      finish: addDays(START, 7 * (startWeek + weeks) - 1),
      hours,
      hoursByWeek:
        hours === 0
          ? []
          : Array.from(
              { length: weeks },
              (_, week) => Math.floor(((week + 1) * hours) / weeks) - Math.floor((week * hours) / weeks),
            ),
      cost: { amount: price?.amount ?? 0, currency: price?.currency ?? 'GBP' },
      raises: step.raises,
      after: before,
      why: step.raises.map((raise) => `It brings ${raise.skill} from ${raise.from} to ${raise.to}.`),
      status: 'todo',
    };
  });
}

/** A plan of the right shape over the real catalogue, laid out by hand: good for showing, not a solved one. */
export function buildSamplePlan({ steps: count = 30, role = 'devops-engineer' } = {}): PlanDocument {
  const career = loadCareer();
  const steps = schedule(pickSteps(career, count));
  const levels: Record<string, Level> = { coding: 1, 'server-administration': 2, communications: 3 };
  const weeks = Math.max(0, ...steps.map((step) => step.startWeek + step.weeks));
  return {
    format: 'rung-plan',
    version: 1,
    career: career.id,
    catalogue: career.version,
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
        estimated: steps.filter((step) => career.stepById.get(step.id)?.planning.cost).map((step) => step.id),
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

/** A solved plan of four stages, by the file under tests/support/plans. */
export function readStagedPlan(name: 'changer' | 'administrator' = 'changer'): StagedPlan {
  return planDocumentSchema.parse(JSON.parse(readFileSync(`tests/support/plans/${name}.json`, 'utf8')));
}

/** An export of the sample plan by a person in Kathmandu, with anything in it replaced. */
export function buildSampleInput(changes: Partial<Omit<ExportInput, 'plan'>> = {}): ExportInput {
  const document = changes.document ?? buildSamplePlan();
  const { levels, holdings, preferences } = document.profile;
  return {
    career: loadSecondEdition(),
    document,
    plan: toFollowed(document),
    locale: 'en-GB',
    excludedKinds: preferences.excludedKinds,
    held: holdings,
    plannedAt: '2026-11-20T08:00:00.000Z',
    person: { name: 'Ada Lovelace', email: 'ada@example.org', timeZone: 'Asia/Kathmandu' },
    exportedAt: new Date('2026-11-22T20:00:00Z'),
    readiness: 34,
    rated: { levels, also: [], except: [] },
    progress: new Map(),
    include: { evidence: false },
    ...changes,
  };
}
