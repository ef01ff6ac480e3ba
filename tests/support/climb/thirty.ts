import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { profileSchema } from '@/lib/domain/climb/profile';

/** Somebody whose plan was read, with what a mentor expected before reading it. */
const readPersonSchema = z.strictObject({
  id: z.string(),
  who: z.string(),
  expects: z.array(z.string()).length(2),
  /** Posts to which a sensible plan may lead first, the goal among them. */
  firstPosts: z.array(z.string()).min(1),
  profile: profileSchema,
});

function readPeople(file: string, count: number) {
  const text = readFileSync(path.join(import.meta.dirname, file), 'utf8');
  return z.array(readPersonSchema).length(count).parse(JSON.parse(text));
}

/** The thirty people of docs/plans-read.md. */
export const THIRTY = readPeople('thirty.json', 30);

/** The twenty who were read after them. */
export const TWENTY = readPeople('twenty.json', 20);

/**
 * Those whose plans were read blind and lead where a mentor would. A chef without money, who was among them, is in
 * tests/domain/climb/remedies.test.ts; three whose plans do not are named in docs/plans-read.md.
 */
export const BLIND = readPeople('blind.json', 20);
