import type { Exporter } from './exporter';

export const pdfExporter: Exporter = {
  id: 'pdf',
  extension: 'pdf',
  mediaType: 'application/pdf',
  label: 'PDF',
  purpose: 'your manager, your mentor or your printer',
  stem: 'learning-plan',
  hasEvidence: true,
  async render(input) {
    // The fonts and the PDF library are large: a menu of formats should not load them.
    const { buildDocument } = await import('./pdf/document');
    return buildDocument(input);
  },
};
