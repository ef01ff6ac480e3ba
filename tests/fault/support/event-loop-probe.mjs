// Loaded into a server before anything else: on SIGUSR2 it writes how long the event loop has waited at most since the
// last time, in milliseconds, and begins anew. The time for which other programs held the processor is not the server's.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const EVERY_MS = 5;
const file = process.env.RUNG_PROBE_FILE;

/** For how long this thread has been ready to run and was not let, by the system's own count. */
function readHeldUpMs() {
  const [, nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
  return Number(nanoseconds) / 1e6;
}

if (isMainThread && file) {
  let longestMs = 0;
  let last = { at: performance.now(), heldUp: readHeldUpMs() };
  const look = () => {
    const now = { at: performance.now(), heldUp: readHeldUpMs() };
    longestMs = Math.max(longestMs, now.at - last.at - (now.heldUp - last.heldUp) - EVERY_MS);
    last = now;
  };
  setInterval(look, EVERY_MS).unref();
  process.on('SIGUSR2', () => {
    look();
    writeFileSync(`${file}.unfinished`, String(longestMs));
    renameSync(`${file}.unfinished`, file);
    longestMs = 0;
  });
}
