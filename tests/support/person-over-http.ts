import { randomUUID } from 'node:crypto';
import { loadCareer } from '@/lib/catalogue';
import { type Answer, FormClient } from './form-client';

const skills = loadCareer().skills.map((skill) => skill.id);
export const RATINGS_A_CHECK_IN = skills.length;

export type CheckInForm = { requestKey: string; note: string };

/** Somebody signed in over HTTP alone, whose forms stay good over the lives of a server. */
export type FaultPerson = {
  email: string;
  http: FormClient;
  /** Saves a check-in of every skill, in their own browser or another that holds their cookies. */
  saveCheckIn(form: CheckInForm, browser?: FormClient): Promise<Answer>;
  saveName(name: string): Promise<Answer>;
};

export function inventCheckIn(note: string = randomUUID()): CheckInForm {
  return { requestKey: randomUUID(), note };
}

let people = 0;

export async function signUpOverHttp(origin: string): Promise<FaultPerson> {
  people += 1;
  // An address for each, since sign-ups are throttled by address.
  const http = new FormClient(origin, { 'x-forwarded-for': `10.9.${people >> 8}.${people & 255}` });
  const email = `${randomUUID()}@example.org`;
  const answer = await http.signUp({ email, password: `ladder ${randomUUID()}` });
  if (answer.status !== 303) throw new Error(`Signing up answered ${answer.status}.`);
  const rate = await http.readForm('/rate/all', 'Save check-in');
  // Without what it was drawn from, the form writes whatever it holds, however often it is sent.
  const settings = (await http.readForm('/settings', 'Save settings')).filter(
    ([name]) => name !== '$drawn-from',
  );
  const levels = Object.fromEntries(
    skills.map((skill, index) => [`ratings.${skill}.level`, String(index % 6)]),
  );
  return {
    email,
    http,
    saveCheckIn: (form, browser = http) => browser.post('/rate/all', rate, { ...levels, ...form }),
    saveName: (name) =>
      http.post('/settings', settings, { name, timeZone: 'Europe/Berlin', reminderWeeks: '' }),
  };
}

/** The id under which a check-in was saved; null where the answer does not say that it was. */
export function readSavedId({ status, location }: Answer): string | null {
  return (status === 303 && /^\/gap\?saved=(.+)$/.exec(location ?? '')?.[1]) || null;
}
