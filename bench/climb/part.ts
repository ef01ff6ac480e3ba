const TOLD_EVERY_SECONDS = 30;

/** How far a part of a measurement came: `done` of `all`. */
export type Part<Row> = { rows: Row[]; done: number; all: number };

/**
 * Measures one thing after the other until so many minutes are over, and says on the way how far it is. What was measured
 * by then is given back; the rest is said to be left out, never taken for measured.
 */
export function measurePart<Thing, Row>(
  name: string,
  things: readonly Thing[],
  { minutes, measure }: { minutes: number; measure: (thing: Thing, place: number) => Row },
): Part<Row> {
  const began = Date.now();
  let told = began;
  const rows: Row[] = [];
  for (const [place, thing] of things.entries()) {
    const now = Date.now();
    if (now - began > minutes * 60_000) break;
    if (now - told > TOLD_EVERY_SECONDS * 1000) {
      told = now;
      console.log(`  ${name}: ${place} of ${things.length}, ${Math.round((now - began) / 1000)} s`);
    }
    rows.push(measure(thing, place));
  }
  return { rows, done: rows.length, all: things.length };
}
