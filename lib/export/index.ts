import { csvExporter } from './csv';
import type { Exporter } from './exporter';
import { icsExporter } from './ics';
import { jsonExporter } from './json';
import { jsonResumeExporter } from './json-resume';
import { markdownExporter } from './markdown';
import { pdfExporter } from './pdf';

/** Every format, in the order of the menu. A new format is a file in this folder and its line here. */
export const EXPORTERS: readonly Exporter[] = [
  pdfExporter,
  icsExporter,
  markdownExporter,
  csvExporter,
  jsonResumeExporter,
  jsonExporter,
];

export function findExporter(id: string): Exporter | undefined {
  return EXPORTERS.find((exporter) => exporter.id === id);
}
