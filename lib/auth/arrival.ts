import 'server-only';
import { cookies } from 'next/headers';
import { z } from 'zod';
import { COOKIE_OPTIONS, nameCookie } from './cookies';
import { arrivalFields } from './credentials-schema';

const LIFETIME_SECONDS = 15 * 60;
const NAME = nameCookie('arrival');

/** What a browser says of somebody who goes to a provider and may come back as a new person. */
export const arrivalSchema = z.strictObject(arrivalFields);
type Arrival = z.infer<typeof arrivalSchema>;

export async function saveArrival(arrival: Arrival): Promise<void> {
  const value = JSON.stringify(arrival);
  (await cookies()).set(NAME, value, { ...COOKIE_OPTIONS, maxAge: LIFETIME_SECONDS });
}

export async function takeArrival(): Promise<Arrival> {
  const jar = await cookies();
  const text = jar.get(NAME)?.value ?? '{}';
  jar.set(NAME, '', { ...COOKIE_OPTIONS, maxAge: 0 });
  try {
    return arrivalSchema.parse(JSON.parse(text));
  } catch {
    return arrivalSchema.parse({});
  }
}
