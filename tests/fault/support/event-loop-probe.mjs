// Loaded into a server before anything else: on SIGUSR2 it writes how long the event loop has waited at most since the
// last time, in milliseconds, and begins anew.
import { renameSync, writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const file = process.env.RUNG_PROBE_FILE;
if (isMainThread && file) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  process.on('SIGUSR2', () => {
    writeFileSync(`${file}.unfinished`, String(delay.max / 1e6));
    renameSync(`${file}.unfinished`, file);
    delay.reset();
  });
}
