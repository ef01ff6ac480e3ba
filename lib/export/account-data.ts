import type { AccountData } from '@/lib/domain/account-data';
import { mapInPieces } from '@/lib/in-pieces';

/**
 * The text of a data file, as JSON.stringify would write it with an indent of one: a line a value, so that what Import says
 * of a line can be found in an editor. It is written a record at a time, so that a long one holds up nobody else.
 */
export async function renderAccountData(file: AccountData): Promise<string> {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(file))
    if (value !== undefined) parts.push(`\n ${JSON.stringify(name)}: ${await renderValue(value)}`);
  return `{${parts.join(',')}\n}`;
}

async function renderValue(value: unknown): Promise<string> {
  if (!Array.isArray(value) || value.length === 0) return indent(JSON.stringify(value, null, 1), 1);
  const records = await mapInPieces(value, (record) => `\n  ${indent(JSON.stringify(record, null, 1), 2)}`);
  return `[${records.join(',')}\n ]`;
}

function indent(text: string, by: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(by)}`);
}
