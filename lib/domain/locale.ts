/**
 * The ways of writing dates and numbers that Rung knows. All are English: its sentences are, and a figure that swaps
 * comma and point would be read wrongly in them.
 */
const LOCALES = ['en-AU', 'en-CA', 'en-GB', 'en-IE', 'en-IN', 'en-NZ', 'en-US'] as const;
export type Locale = (typeof LOCALES)[number];

/** Public pages are written once for everybody, and so is what no browser asked for. */
export const DEFAULT_LOCALE: Locale = 'en-GB';

/** A browser sends a handful. */
const MOST_LANGUAGES = 10;

/**
 * The country of the first of a browser's languages (`Accept-Language`) that points to one: `en-AU` names it, and `de`
 * means the country where most of its speakers live. English alone tells no country. Null when none does.
 */
export function findCountry(languages: string | null): string | null {
  for (const entry of (languages ?? '').split(',', MOST_LANGUAGES)) {
    const language = readLanguage(entry.split(';', 1)[0]?.trim() ?? '');
    const country =
      language?.region ?? (language?.language === 'en' ? undefined : language?.maximize().region);
    if (country) return country;
  }
  return null;
}

function readLanguage(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    return null;
  }
}

/** The sign before decimals in the first of a browser's languages; a point where none is known. */
export function chooseDecimalSign(languages: string | null): '.' | ',' {
  for (const entry of (languages ?? '').split(',', MOST_LANGUAGES)) {
    const language = readLanguage(entry.split(';', 1)[0]?.trim() ?? '');
    if (language) return new Intl.NumberFormat(language).format(1.5).includes(',') ? ',' : '.';
  }
  return '.';
}

/** The way of writing of the country that a browser's languages point to; the British one for a country without its own. */
export function chooseLocale(languages: string | null): Locale {
  const country = findCountry(languages);
  return LOCALES.find((locale) => locale === `en-${country}`) ?? DEFAULT_LOCALE;
}
