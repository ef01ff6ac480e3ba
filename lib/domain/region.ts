import type { Currency, Region } from './catalogue';
import { REGIONS } from './lists';
import { findCountry, type Locale } from './locale';

/** What follows from a region: the country that a browser names, the currency of a plan without a budget, its language. */
const FACTS: Readonly<Record<Region, { country: string | null; currency: Currency; locale: Locale }>> = {
  UK: { country: 'GB', currency: 'GBP', locale: 'en-GB' },
  US: { country: 'US', currency: 'USD', locale: 'en-US' },
  any: { country: null, currency: 'GBP', locale: 'en-GB' },
};

/** How the sentences of a plan write dates and money: by its own region, since they are the same for every reader. */
export function findRegionLocale(region: Region): Locale {
  return FACTS[region].locale;
}

/** The currency of a plan without a budget. */
export function findRegionCurrency(region: Region): Currency {
  return FACTS[region].currency;
}

/**
 * The region that a browser's languages (`Accept-Language`) point to. Without a country it is the UK, the default of
 * a plan; any other country is elsewhere.
 */
export function guessRegion(languages: string | null): Region {
  const country = findCountry(languages);
  if (!country) return 'UK';
  return REGIONS.find((region) => FACTS[region].country === country) ?? 'any';
}
