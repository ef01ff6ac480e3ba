import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type Download, expect } from '@playwright/test';
import { parse as parseCsv } from 'csv-parse/sync';
import ICAL from 'ical.js';
import MarkdownIt from 'markdown-it';

const CSV_COLUMNS =
  'Order,Section,Step,Provider,Start,Finish,Weeks,Hours,Cost,Currency,Raises,After,Status,Link,Can-dos,Stage';

/** Reads a file the way its format is read elsewhere; what cannot be read throws. Gives its text. */
const READERS: Readonly<Record<string, (file: string) => string>> = {
  md: (file) => {
    const html = new MarkdownIt({ html: false }).render(readFileSync(file, 'utf8'));
    expect(html).toContain('<h1>');
    return html;
  },
  csv: (file) => {
    const rows: string[][] = parseCsv(readFileSync(file), { bom: true });
    expect(rows[0]?.join()).toBe(CSV_COLUMNS);
    return rows.flat().join('\n');
  },
  json: (file) => JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))),
  ics: (file) => {
    const events = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8'))).getAllSubcomponents('vevent');
    return events.map((event) => event.getFirstPropertyValue('summary')).join('\n');
  },
  pdf: (file) => execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }),
};

/** The name a downloaded file would be kept under, and the text that a reader of its format finds. */
export async function readDownload(download: Download): Promise<{ name: string; text: string }> {
  const name = download.suggestedFilename();
  const file = await download.path();
  const read = READERS[name.split('.').at(-1) ?? ''] ?? ((path: string) => readFileSync(path, 'latin1'));
  return { name, text: read(file) };
}
