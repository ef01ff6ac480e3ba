import type { Objective } from '@/lib/domain/climb/profile';
import { OBJECTIVES, PLATFORMS } from '@/lib/domain/lists';

/** What a plan can be best in, as a person chooses it. */
export const OBJECTIVE_LABELS: Readonly<Record<Objective, string>> = {
  balanced: 'Balanced',
  fastest: 'Fastest',
  cheapest: 'Cheapest',
  fewest: 'Fewest steps',
  lightest: 'Lightest',
};
export const OBJECTIVE_CHOICES = OBJECTIVES.map((value) => ({ value, label: OBJECTIVE_LABELS[value] }));

const PLATFORM_LABELS: Readonly<Record<(typeof PLATFORMS)[number], string>> = {
  aws: 'AWS',
  azure: 'Azure',
  'google-cloud': 'Google Cloud',
};
export const PLATFORM_CHOICES = [
  { value: '', label: 'Any' },
  ...PLATFORMS.map((value) => ({ value, label: PLATFORM_LABELS[value] })),
];
