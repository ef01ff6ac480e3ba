import type { Region } from '@/lib/domain/catalogue';
import { REGIONS } from '@/lib/domain/lists';

const LABELS: Readonly<Record<Region, string>> = { UK: 'UK', US: 'US', any: 'Elsewhere' };

/** Where a person plans, to choose from. */
export const REGION_CHOICES = REGIONS.map((value) => ({ value, label: LABELS[value] }));
