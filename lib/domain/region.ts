import type { Region } from './planner/profile';

const REGION_BY_COUNTRY: Readonly<Record<string, Region>> = { GB: 'UK', US: 'US' };

/**
 * The region that a browser's languages (`Accept-Language`) point to: the country of the first language that
 * names one. Without a country it is the UK, the default of a plan; any other country is elsewhere.
 */
export function guessRegion(languages: string | null): Region {
  const country = (languages ?? '')
    .match(/^[^;]*?\b[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\b/i)?.[1]
    ?.toUpperCase();
  if (!country) return 'UK';
  return REGION_BY_COUNTRY[country] ?? 'any';
}
