/** Whether small samples are to do, so that all measurements together take three minutes. */
export const isQuick = process.argv.includes('--quick');

/** How much of something a measurement takes. */
export function chooseSize({ full, quick }: { full: number; quick: number }): number {
  return isQuick ? quick : full;
}
