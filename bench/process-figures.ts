import { readFileSync } from 'node:fs';

/** The unit in which the system counts processor time. */
const TICK_MS = 10;

/** Milliseconds of processor time that a process has taken so far. */
export function readProcessorTime(processId: number): number {
  const [, afterName = ''] = readFileSync(`/proc/${processId}/stat`, 'utf8').split(') ');
  const fields = afterName.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Megabytes of memory that a process holds now. */
export function readResidentMegabytes(processId: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${processId}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
