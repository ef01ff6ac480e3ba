/** Runs work and gives its result with the processor milliseconds of this thread, which a busy machine blurs least. */
export function time<Result>(work: () => Result): [Result, number] {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1000];
}

/** How milliseconds are distributed, rounded. */
export function describeTimes(values: readonly number[]) {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99), most: at(1) };
}

export function toShare(part: number, whole: number): string {
  return `${part} of ${whole} (${Math.round((1000 * part) / Math.max(1, whole)) / 10} %)`;
}

export function computeMedian(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}

/** To two places. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
