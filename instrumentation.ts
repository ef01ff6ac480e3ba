/**
 * Runs once in each server, which is ready after it: what is read, compiled and drawn for the first time holds everybody
 * up for a moment, and before that nobody waits.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NODE_ENV !== 'production') return;
  const [{ warmUpCareers }, { warmUpPdf }] = await Promise.all([
    import('./lib/catalogue'),
    import('./lib/export/pdf/warm-up'),
  ]);
  await warmUpPdf(warmUpCareers());
}
