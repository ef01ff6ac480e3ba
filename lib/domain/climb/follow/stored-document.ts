import { z } from 'zod';
import {
  type PlanDocument as FirstDocument,
  planDocumentSchema as firstSchema,
} from '../../planner/document';
import { type PlanDocument, planDocumentSchema } from '../document';

/** A plan as people keep it: of stages (version 2), or one of the first edition (version 1), followed as it is. */
export type StoredDocument = FirstDocument | PlanDocument;

/** Reads both versions of a plan document, within the bounds that a file or a database row must keep. */
export const storedDocumentSchema = z.discriminatedUnion('version', [firstSchema, planDocumentSchema]);

/** Whether a kept plan is one of stages. */
export function isStaged(document: StoredDocument): document is PlanDocument {
  return document.version === 2;
}
