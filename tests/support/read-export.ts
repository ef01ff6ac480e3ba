import type { Exporter } from '@/lib/export/exporter';

/** The text that a reader of an exported file finds: escapes resolved and folded lines joined. */
export async function readText(exporter: Exporter, file: string | Uint8Array): Promise<string> {
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
