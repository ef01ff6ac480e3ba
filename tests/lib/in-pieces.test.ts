import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { mapInPieces } from '@/lib/in-pieces';

const LONG_MS = 25;

describe('mapInPieces', () => {
  it('gives the results in order', async () => {
    const items = Array.from({ length: 1000 }, (_, index) => index);
    expect(await mapInPieces(items, (item, index) => item + index)).toEqual(items.map((item) => 2 * item));
  });

  it('lets others in after each long piece of work', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const told: string[] = [];
    const others = setImmediate(() => told.push('others'));
    await mapInPieces(['first', 'second'], (name) => {
      told.push(name);
      vi.advanceTimersByTime(LONG_MS);
    });
    clearImmediate(others);
    expect(told.indexOf('others')).toBeGreaterThanOrEqual(0);
    expect(told.indexOf('others')).toBeLessThan(told.indexOf('second'));
  });
});
