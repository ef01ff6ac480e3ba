/** Half a year. What is younger widens no band. */
export const FRESH_DAYS = 182;
const MOST_HALF_YEARS = 5;

/**
 * How much wider the band of a skill is, in levels either way, by the days since it was last rated or something new was
 * shown for it: a tenth of a level for each whole half year, half a level at most. The level itself stays.
 */
export function computeAgeing(days: number): number {
  return Math.min(MOST_HALF_YEARS, Math.floor(Math.max(0, days) / FRESH_DAYS)) / 10;
}
