const QUIET_MS = 1_000;

/** Runs once in each server, before it is ready; what can wait is done a moment after, so that readiness does not. */
export function register(): void {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NODE_ENV !== 'production') return;
  setTimeout(() => void warmUp(), QUIET_MS).unref();
}

async function warmUp(): Promise<void> {
  const [{ loadCareer }, { warmUpPdf }] = await Promise.all([
    import('./lib/catalogue'),
    import('./lib/export/pdf/warm-up'),
  ]);
  await warmUpPdf(loadCareer());
}
