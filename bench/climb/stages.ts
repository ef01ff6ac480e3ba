import type { StageModel } from '@/lib/domain/climb/model/stage-model';
import type { Objective } from '@/lib/domain/climb/profile';
import { NEVER } from '@/lib/domain/climb/schedule/calendar';
import { NodeBudget } from '@/lib/domain/climb/search/effort';
import { computeLeastSum } from '@/lib/domain/climb/search/least-sum';
import { NO_LIMITS, Workbench } from '@/lib/domain/climb/search/workbench';
import { solveStage } from '@/lib/domain/climb/solve-stage';
import { isSolved } from '@/lib/domain/climb/stage-solution';
import { describeTimes, round, time, toShare } from '../timing';
import { listFirstStages, type MeasuredStage } from './first-stages';
import { measurePart } from './part';

/** Nodes of a page's second answer, and of what goes on being proved behind it. */
const NODES = { quick: 5_000, full: 30_000 };
const [SOON_MS, LATER_MS] = [2_000, 10_000];
/** A stage that needs more takes longer than the bar anyway. */
const SUM_NODES = 20_000;
/** For each of the four parts. */
const MOST_MINUTES = 3;
const FREE = { pence: NEVER, end: NEVER };

/** The stage alone: least sums, the least weeks and the whole vector, what of it is proved and in which time. */
export async function measureStages(): Promise<object[]> {
  const stages = listFirstStages().filter(({ model }) => model.isPossible);
  return [...measureSum(stages, 'burden'), ...measureSum(stages, 'steps'), ...measureWeeks(stages)];
}

function measureSum(stages: readonly MeasuredStage[], measure: 'burden' | 'steps'): object[] {
  const name = measure === 'burden' ? 'least burden' : 'fewest steps';
  const { rows: runs } = measurePart(name, stages, {
    minutes: MOST_MINUTES,
    measure: ({ number, model }) => {
      const [found, milliseconds] = time(() => {
        const budget = new NodeBudget(SUM_NODES);
        const bench = new Workbench(model);
        return computeLeastSum({ bench, measure, limits: NO_LIMITS, budget, nodes: SUM_NODES });
      });
      return { number, isProved: found === null || found.isProved, milliseconds };
    },
  });
  const proved = runs.filter(({ isProved }) => isProved).length;
  const times = describeTimes(runs.map(({ milliseconds }) => milliseconds));
  return [
    {
      measure: `first stage, ${name}: proved, milliseconds of processor`,
      bar: 'all, p50 50, p99 1000',
      isMet: proved === stages.length && times.p50 <= 50 && times.p99 <= 1000,
      stages: runs.length,
      'left out': stages.length - runs.length,
      proved,
      ...times,
    },
    ...runs
      .filter(({ isProved, milliseconds }) => !isProved || milliseconds > 1000)
      .map(({ number, isProved, milliseconds }) => ({
        what: `person ${number}: ${name}${isProved ? '' : ', open'}`,
        milliseconds: Math.round(milliseconds),
      })),
  ];
}

type WeeksRun = {
  milliseconds: number;
  weeks: number;
  least: number;
  isWeeks: boolean;
  isWhole: boolean;
  gap: number;
};

function solveWeeks(model: StageModel, nodes: number, objective: Objective): WeeksRun | null {
  const [found, milliseconds] = time(() => solveStage(model, { objective, limits: FREE, nodes }));
  if (!isSolved(found)) return null;
  const { bestWeeks, lowerWeeks, isProved } = found;
  // Where tenure and experience ask for more weeks anyway, fewer would not be sooner.
  const isWeeks = lowerWeeks === bestWeeks || bestWeeks <= model.wait - model.start;
  const least = Math.max(lowerWeeks, model.wait - model.start);
  const gap = isWeeks ? 0 : 1 - least / bestWeeks;
  return { milliseconds, weeks: bestWeeks, least, isWeeks, isWhole: isProved, gap };
}

function measureWeeks(stages: readonly MeasuredStage[]): object[] {
  const weeks = measurePart('least weeks', stages, {
    minutes: MOST_MINUTES,
    measure: ({ number, model }) => {
      const soon = solveWeeks(model, NODES.quick, 'fastest');
      if (!soon) return [];
      const later = soon.isWeeks ? soon : (solveWeeks(model, NODES.full, 'fastest') ?? soon);
      return [{ number, soon, later }];
    },
  });
  const pairs = weeks.rows.flat();
  const count = (keeps: (pair: (typeof pairs)[number]) => boolean): number => pairs.filter(keeps).length;
  const soon = count((pair) => pair.soon.isWeeks && pair.soon.milliseconds <= SOON_MS);
  const later = count((pair) => pair.later.isWeeks && pair.later.milliseconds <= LATER_MS);
  const gap = pairs.reduce((sum, pair) => sum + pair.later.gap, 0) / Math.max(1, pairs.length);
  const vectors = measurePart('whole vectors', stages, {
    minutes: MOST_MINUTES,
    measure: ({ number, model }) => {
      const objective = model.profile.preferences.optimiseFor;
      const run = solveWeeks(model, NODES.quick, objective);
      return run ? { number, objective, ...run } : [];
    },
  });
  const own = vectors.rows.flat();
  const whole = own.filter(({ isWhole, milliseconds }) => isWhole && milliseconds <= SOON_MS).length;
  return [
    {
      measure: 'first stage, least weeks W: proved in 2 s, in 10 s of processor, mean gap',
      bar: '85 %, 92 %, 0.5 %',
      isMet: soon >= 0.85 * pairs.length && later >= 0.92 * pairs.length && gap <= 0.005,
      'left out': weeks.all - weeks.done,
      'in 2 s': toShare(soon, pairs.length),
      'in 10 s': toShare(later, pairs.length),
      'mean gap %': round(100 * gap),
      ...describeTimes(pairs.map((pair) => pair.later.milliseconds)),
    },
    {
      measure: 'first stage, the whole vector of the own objective: proved in 2 s of processor',
      bar: '75 %',
      isMet: whole >= 0.75 * own.length,
      'left out': vectors.all - vectors.done,
      proved: toShare(whole, own.length),
      ...describeTimes(own.map(({ milliseconds }) => milliseconds)),
    },
    ...pairs
      .filter(({ later }) => !later.isWeeks || later.milliseconds > SOON_MS)
      .map(({ number, soon: first, later: last }) => ({
        what: `person ${number}: W`,
        weeks: last.weeks,
        'proved least': last.least,
        'after 2 s': `${first.least} of ${first.weeks}`,
        milliseconds: Math.round(last.milliseconds),
      })),
    ...own
      .filter(({ isWhole, milliseconds }) => !isWhole || milliseconds > SOON_MS)
      .map(({ number, objective, isWeeks, milliseconds }) => ({
        what: `person ${number}: whole vector, ${objective}${isWeeks ? ', W proved' : ''}`,
        milliseconds: Math.round(milliseconds),
      })),
  ];
}
