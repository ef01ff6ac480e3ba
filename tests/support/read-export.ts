import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Exporter } from '@/lib/export/exporter';

/** The text that a reader of an exported file finds: escapes resolved and folded lines joined. */
export async function readText(exporter: Exporter, file: string | Uint8Array): Promise<string> {
  if (exporter.extension === 'pdf') return runOnFile('pdftotext', ['FILE', '-'], file).replace(/\s+/g, ' ');
  const text = Buffer.from(file).toString('utf8');
  if (exporter.extension === 'md')
    return text
      .replace(/\\([!-/:-@[-`{-~])/g, '$1')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  if (exporter.extension === 'ics')
    return text
      .replaceAll('\r\n ', '')
      .replaceAll('\\n', '\n')
      .replace(/\\([\\;,])/g, '$1');
  return text;
}

/** Runs a program on a file with these bytes, given as FILE among the arguments, and returns what it printed. */
export function runOnFile(program: string, args: readonly string[], file: string | Uint8Array): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'rung-export-'));
  try {
    const name = path.join(folder, 'export');
    writeFileSync(name, file);
    const given = args.map((arg) => (arg === 'FILE' ? name : arg));
    return execFileSync(program, given, { encoding: 'utf8', maxBuffer: 1 << 26 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
