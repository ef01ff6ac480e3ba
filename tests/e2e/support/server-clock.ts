import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/** The clock of servers that are started with its settings: it stands where the test sets it, and goes on from there. */
export class ServerClock {
  readonly #folder = mkdtempSync(path.join(os.tmpdir(), 'rung-clock-'));
  readonly #file = path.join(this.#folder, 'now');

  get settings(): Record<string, string> {
    const preload = `--import ${pathToFileURL('tests/support/clock.mjs').href}`;
    return {
      NODE_OPTIONS: [process.env.NODE_OPTIONS, preload].filter(Boolean).join(' '),
      RUNG_TEST_CLOCK: this.#file,
    };
  }

  /** Sets the clock, and waits for as long as an instant that a server has read is good for. */
  async set(instant: Date): Promise<void> {
    // Renamed into its place, since a server that reads a file half written has no clock.
    writeFileSync(`${this.#file}.new`, instant.toISOString());
    renameSync(`${this.#file}.new`, this.#file);
    await wait(20);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
