import { z } from 'zod';

/** What a form that does something sensitive may bring along: all that signing in would ask. */
export const proofFields = {
  password: z.string().max(1000).default(''),
  code: z.string().max(100).default(''),
};

export type Proof = { password: string; code: string };

/** What signing in would ask of a person, and whether they have given it in this browser a little while ago. */
export type ProofNeeds = { asksPassword: boolean; asksCode: boolean; isFresh: boolean };
