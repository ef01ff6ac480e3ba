function listAnswers(): PerformanceResourceTiming[] {
  return [
    ...performance.getEntriesByType('navigation'),
    ...performance.getEntriesByType('resource'),
  ] as PerformanceResourceTiming[];
}

/** The id of the request that failed, which the server in front adds to the timing of each answer. */
export function findRequestId(): string | null {
  const failed = listAnswers().findLast((entry) => entry.responseStatus >= 500);
  return failed?.serverTiming.find((timing) => timing.name === 'rung')?.description ?? null;
}

const WAIT_MS = 20;
const MOST_WAITS = 10;

/**
 * With what status an action was refused that was sent from this page since then; null where the browser does not say. It
 * tells a little after the answer is there.
 */
export async function findRefusedStatus(sentAt: number): Promise<number | null> {
  const here = window.location.origin + window.location.pathname;
  for (let waits = 0; waits < MOST_WAITS; waits += 1) {
    const sent = listAnswers().findLast(
      ({ name, startTime }) => name.startsWith(here) && startTime >= sentAt,
    );
    if (sent) return sent.responseStatus;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
  return null;
}
