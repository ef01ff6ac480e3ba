import type { Region } from './catalogue';
import { findCountry, type Locale } from './locale';

const REGION_BY_COUNTRY: Readonly<Record<string, Region>> = { GB: 'UK', US: 'US' };

/** How the sentences of a plan write dates and money: by its own region, since they are the same for every reader. */
export const LOCALE_BY_REGION: Readonly<Record<Region, Locale>> = { UK: 'en-GB', US: 'en-US', any: 'en-GB' };

/**
 * The region that a browser's languages (`Accept-Language`) point to. Without a country it is the UK, the default of
 * a plan; any other country is elsewhere.
 */
export function guessRegion(languages: string | null): Region {
  const country = findCountry(languages);
  if (!country) return 'UK';
  return REGION_BY_COUNTRY[country] ?? 'any';
}
