import { zodResolver } from '@hookform/resolvers/zod';
import type { Resolver } from 'react-hook-form';
import { buildCheckInSchema, type CheckInFields } from '@/lib/domain/check-in';

/** Finds what is wrong with a check-in before it is sent, by the schema that the server uses. */
export function resolveCheckIn(skillIds: readonly string[]): Resolver<CheckInFields> {
  return zodResolver(buildCheckInSchema(skillIds.map((id) => ({ id, levels: [] }))), undefined, {
    raw: true,
  });
}
