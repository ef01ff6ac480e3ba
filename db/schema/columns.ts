import { customType, text } from 'drizzle-orm/sqlite-core';
import { readJsonText, toJsonText } from '../json-text';

/** An instant as ISO 8601 UTC text of one width, so that text order is time order. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => new Date(value).toISOString(),
});

/** A calendar day as YYYY-MM-DD. */
export const day = (name: string) => text(name);

/** A calendar month as YYYY-MM. */
export const month = (name: string) => text(name);

export const json = <T>(name: string) =>
  customType<{ data: T; driverData: string }>({
    dataType: () => 'text',
    toDriver: toJsonText,
    fromDriver: (text) => readJsonText<T>(text),
  })(name);
