import loadHighs from 'highs';
import { NodeBudget } from '@/lib/domain/climb/search/effort';
import { computeLeastSum } from '@/lib/domain/climb/search/least-sum';
import { NO_LIMITS, Workbench } from '@/lib/domain/climb/search/workbench';
import { findLeastBurden, type Solver } from '@/tests/support/climb/integer-program';
import { listComing, listOpenSteps } from '@/tests/support/climb/open-steps';
import { listStartingCanDos } from '@/tests/support/climb/person';
import { describeTimes, time } from '../timing';
import { listFirstStages, type MeasuredStage } from './first-stages';
import { measurePart } from './part';

const NODES = 50_000;
const MOST_MINUTES = 8;
/** A program that takes longer says nothing. */
const SECONDS = 20;
const MOST_EXAMPLES = 5;

/** The least burden of every first stage, beside that of an integer program written from the specification alone. */
export async function measureBesideHighs(): Promise<object[]> {
  const highs = await loadHighs();
  const solve: Solver = (program) => highs.solve(program, { time_limit: SECONDS });
  const stages = listFirstStages();
  const { rows: runs } = measurePart('beside HiGHS', stages, {
    minutes: MOST_MINUTES,
    measure: (stage) => compare(stage, solve),
  });
  const isDifferent = ({ own, bound, other }: (typeof runs)[number]): boolean =>
    other !== 'open' && (own === 'open' ? other === null || other < bound : own !== other);
  const differences = runs.filter(isDifferent);
  const ownOpen = runs.filter(({ own }) => own === 'open').length;
  const open = runs.filter(({ other }) => other === 'open').length;
  return [
    {
      measure: 'least burden of a first stage beside HiGHS: differences',
      bar: 'none of 200',
      isMet: differences.length === 0 && open === 0 && ownOpen === 0 && runs.length === stages.length,
      stages: runs.length,
      'left out': stages.length - runs.length,
      differences: differences.length,
      'left open by the engine, within its bound': ownOpen,
      'left open by HiGHS': open,
      'without a plan in both': runs.filter(({ own, other }) => own === null && other === null).length,
      ...describeTimes(runs.map(({ milliseconds }) => milliseconds)),
      'p50 of HiGHS': describeTimes(runs.map(({ highsMilliseconds }) => highsMilliseconds)).p50,
    },
    ...differences
      .slice(0, MOST_EXAMPLES)
      .map(({ number, own, other }) => ({ what: `person ${number}`, own, other })),
  ];
}

function compare({ number, career, profile, next, isGoal, model }: MeasuredStage, solve: Solver) {
  const [{ own, bound }, milliseconds] = time(() => {
    if (!model.isPossible) return { own: null, bound: 0 };
    const problem = { measure: 'burden', limits: NO_LIMITS, nodes: NODES } as const;
    const found = computeLeastSum({ ...problem, bench: new Workbench(model), budget: new NodeBudget(NODES) });
    if (!found) return { own: null, bound: 0 };
    const least = Math.round(found.least);
    return { own: found.isProved ? least : ('open' as const), bound: least };
  });
  const trueFrom = listComing(career, profile, listStartingCanDos(career, profile));
  const stage = { career, profile, next, isGoal, steps: listOpenSteps(career, profile), trueFrom };
  const [other, highsMilliseconds] = time(() => {
    try {
      return findLeastBurden(stage, solve)?.pence ?? null;
    } catch {
      return 'open' as const;
    }
  });
  return { number, own, bound, other, milliseconds, highsMilliseconds };
}
