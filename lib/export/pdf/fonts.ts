import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as fontkit from 'fontkit';
import { FIRST_LIGATURE } from './glyphs';
import type { Weight } from './style';

// Resolved from the project's folder, since a bundler moves this file but never the packages.
const require = createRequire(path.join(process.cwd(), 'package.json'));
const FONT_FILES: Record<Weight, () => string> = {
  regular: () => require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  semibold: () => require.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
};
const MOST_RUNS = 5000;
/** Several bundles of one process share what hangs here. */
const shared = globalThis as typeof globalThis & { [key]?: Map<Weight, fontkit.Font> };
const key = Symbol.for('rung.fonts');

/** Opens a font once a process, which spares each document its decoding. */
export function loadFont(weight: Weight): fontkit.Font {
  shared[key] ??= new Map();
  const fonts = shared[key];
  const known = fonts.get(weight);
  if (known) return known;
  const font = fontkit.create(readFileSync(FONT_FILES[weight]()));
  if (!('glyphForCodePoint' in font)) throw new Error(`The font file ${weight} holds more than one font`);
  // A glyph keeps the first letter that asked for it. Asking in order keeps one document's out of the next.
  for (const codePoint of font.characterSet.toSorted((a, b) => a - b))
    if (codePoint < FIRST_LIGATURE) font.glyphForCodePoint(codePoint);
  keepRuns(font);
  fonts.set(weight, font);
  return font;
}

/** Shaping is most of what a document costs, and words come again in the next one: their shapes are kept, a bounded number. */
function keepRuns(font: fontkit.Font): void {
  const shape = font.layout.bind(font);
  const runs = new Map<string, fontkit.GlyphRun>();
  font.layout = (text, ...how) => {
    if (how.some(Boolean)) return shape(text, ...how);
    const run = runs.get(text) ?? shape(text);
    if (runs.size >= MOST_RUNS) runs.clear();
    runs.set(text, run);
    // The PDF library scales the positions of a run in place, so each taker gets its own.
    const positions = run.positions.map((position) => ({ ...position }));
    return Object.assign(Object.create(Object.getPrototypeOf(run)), run, { positions });
  };
}

/** Whether a weight holds the glyph of a code point. */
export function canDraw(weight: Weight): (codePoint: number) => boolean {
  const font = loadFont(weight);
  return (codePoint) => font.hasGlyphForCodePoint(codePoint);
}
