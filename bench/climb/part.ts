const TOLD_EVERY_SECONDS = 30;

/** How far a part of a measurement came: `done` of `all`. */
export type Part<Row> = { rows: Row[]; done: number; all: number };

/**
 * Measures one thing after the other until so many minutes of processor are over, and says on the way how far it is. What
 * was measured by then is given back; the rest is said to be left out, never taken for measured. The minutes are of the
 * processor, not of the clock, so that a busy machine measures as many.
 */
export function measurePart<Thing, Row>(
  name: string,
  things: readonly Thing[],
  { minutes, measure }: { minutes: number; measure: (thing: Thing, place: number) => Row },
): Part<Row> {
  const began = Date.now();
  const before = process.cpuUsage();
  let told = began;
  const rows: Row[] = [];
  for (const [place, thing] of things.entries()) {
    const now = Date.now();
    const { user, system } = process.cpuUsage(before);
    if (user + system > minutes * 60_000_000) break;
    if (now - told > TOLD_EVERY_SECONDS * 1000) {
      told = now;
      console.log(`  ${name}: ${place} of ${things.length}, ${Math.round((now - began) / 1000)} s`);
    }
    rows.push(measure(thing, place));
  }
  return { rows, done: rows.length, all: things.length };
}
