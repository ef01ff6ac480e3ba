import type { SkillsRecord } from '@/lib/domain/proof/record';
import { escapeMarkdown } from '../markdown';
import type { Words } from '../words';
import { describeHead, listSections } from './sections';

/** A format in which a skills record can be taken away. */
export type RecordExporter = {
  id: 'markdown' | 'pdf' | 'json';
  extension: string;
  mediaType: string;
  label: string;
  render: (record: SkillsRecord, made: { words: Words; madeAt: Date }) => Promise<string | Uint8Array>;
};

export const RECORD_EXPORTERS: readonly RecordExporter[] = [
  {
    id: 'markdown',
    extension: 'md',
    mediaType: 'text/markdown; charset=utf-8',
    label: 'Markdown',
    render: async (record, { words }) => renderRecordMarkdown(record, words),
  },
  {
    id: 'pdf',
    extension: 'pdf',
    mediaType: 'application/pdf',
    label: 'PDF',
    async render(record, made) {
      // The fonts and the PDF library are large: a menu of formats should not load them.
      const { renderRecordPdf } = await import('./pdf');
      return renderRecordPdf(record, made);
    },
  },
  {
    id: 'json',
    extension: 'json',
    mediaType: 'application/json; charset=utf-8',
    label: 'JSON',
    render: async (record) => `${JSON.stringify(record, null, 2)}\n`,
  },
];

export function renderRecordMarkdown(record: SkillsRecord, words: Words): string {
  const head = describeHead(record, words);
  const paragraphs = (lines: readonly string[]) => lines.flatMap((line) => [escapeMarkdown(line), '']);
  return `${[
    `# ${escapeMarkdown(head.title)}`,
    '',
    ...paragraphs(head.lines),
    ...listSections(record, words).flatMap(({ title, lines, items }) => [
      `## ${escapeMarkdown(title)}`,
      '',
      ...paragraphs(lines),
      ...(items.length > 0 ? [...items.map((item) => `- ${escapeMarkdown(item)}`), ''] : []),
    ]),
  ]
    .join('\n')
    .trimEnd()}\n`;
}
