import { loadCareer } from '@/lib/catalogue';
import type { Career } from '@/lib/domain/career/career';
import { renderCatalogueReport, renderUnusedSteps } from '@/lib/domain/career/report';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { planWords } from '@/lib/wording/plan-words';
import { generatePeople } from '@/tests/support/climb/generated-people';

/** The people of the bench, whom every measurement of plans uses. */
const PEOPLE = { count: 200, seed: 1 };
const PLANS = '--plans';

/** The steps of everybody's plan. */
function listPlans(career: Career): string[][] {
  return generatePeople(career, PEOPLE).map((profile) =>
    solvePlan(career, profile, { effort: 'quick', words: planWords }).steps.map(({ id }) => id),
  );
}

const words = process.argv.slice(2);
const month = words.find((word) => word !== PLANS) ?? new Date().toISOString().slice(0, 7);
if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) {
  process.stderr.write(`Give the month from which ages are counted as 2026-11, not ${month}.\n`);
  process.exitCode = 2;
} else {
  const career = loadCareer();
  process.stdout.write(renderCatalogueReport(career, month));
  process.stdout.write(
    words.includes(PLANS)
      ? renderUnusedSteps(career, listPlans(career))
      : `Which steps no plan uses: npm run catalogue -- ${PLANS} (some minutes)\n`,
  );
}
