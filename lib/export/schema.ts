import { z } from 'zod';
import { accountDataSchema, firstAccountDataSchema } from '@/lib/domain/account-data';
import { planDocumentSchema as stagedPlanSchema } from '@/lib/domain/climb/document';
import { planDocumentSchema } from '@/lib/domain/planner/document';

/** The JSON Schemas that this server publishes, by the name under `/schema/`. */
const PUBLISHED = {
  'plan-1': { schema: planDocumentSchema, title: 'A learning plan of Rung, version 1' },
  'plan-2': { schema: stagedPlanSchema, title: 'A learning plan of Rung in stages, version 2' },
  'data-1': { schema: firstAccountDataSchema, title: 'The data of an account of Rung, version 1' },
  'data-2': { schema: accountDataSchema, title: 'The data of an account of Rung, version 2' },
} as const;
export type PublishedSchema = keyof typeof PUBLISHED;
export const PUBLISHED_SCHEMAS = Object.keys(PUBLISHED) as PublishedSchema[];

/** The JSON Schema (draft 2020-12) of a published document, as a writer must send it: fields with a default may be missing. */
export function buildPublishedSchema(name: PublishedSchema): object {
  const { schema, title } = PUBLISHED[name];
  return { ...z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }), title };
}
