import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { SeededRandom } from '@/tests/support/seeded-random';
import {
  type CheckInForm,
  type FaultPerson,
  inventCheckIn,
  RATINGS_A_CHECK_IN,
  readSavedId,
  signUpOverHttp,
} from '../support/person-over-http';
import { makePlace } from './support/place';
import { readWritten, type Written } from './support/written';

const KILLS = process.env.RUNG_FAULT === 'full' ? 200 : 20;
const PEOPLE = 3;
const LONGEST_ROUND_MS = 300;

/** Servers side by side, each with data of its own: a kill costs little but the start after it. */
const SERVERS = 2;

/** Everything that one person was told is saved, and what was sent last without an answer. */
type Ledger = {
  person: FaultPerson;
  saved: Map<string, CheckInForm>;
  /** The check-in that was sent last, while nothing says that it is saved. */
  open: CheckInForm | null;
  /** The name that is saved, and those sent since without an answer. */
  names: string[];
};

/** Saves check-ins and names by turns, writing down what is acknowledged, until the server is gone. */
async function write(ledger: Ledger, round: number): Promise<void> {
  const { person } = ledger;
  for (let turn = 0; ; turn += 1) {
    const checkIn = ledger.open ?? inventCheckIn();
    ledger.open = checkIn;
    const saved = await person.saveCheckIn(checkIn).catch(() => null);
    if (saved === null) return;
    const id = readSavedId(saved);
    if (id === null) throw new Error(`A check-in was answered ${saved.status}.`);
    ledger.saved.set(id, checkIn);
    ledger.open = null;

    const name = `Name ${round}-${turn}`;
    ledger.names.push(name);
    const named = await person.saveName(name).catch(() => null);
    if (named === null) return;
    if (!named.text.includes('Saved.')) throw new Error(`A name was answered ${named.status}.`);
    ledger.names = [name];
  }
}

/** Waits until one more check-in is acknowledged than now. */
async function untilSaved(ledgers: readonly Ledger[]): Promise<void> {
  const count = () => ledgers.reduce((sum, { saved }) => sum + saved.size, 0);
  for (const before = count(); count() === before; ) await wait(5);
}

function expectAllKept(written: Written, { person, saved, open, names }: Ledger): void {
  const kept = new Map(
    written.checkIns.filter((one) => one.email === person.email).map((one) => [one.id, one]),
  );
  for (const [id, { note }] of saved)
    expect(kept.get(id), 'an acknowledged check-in').toMatchObject({ note, ratings: RATINGS_A_CHECK_IN });
  // The last one may have been saved without its answer getting through, and nothing else may be there.
  const others = [...kept.values()].filter(({ id }) => !saved.has(id));
  expect(others.map(({ note }) => note)).toEqual(others.length > 0 ? [open?.note] : []);
  for (const one of kept.values()) expect(one.ratings, 'no half check-in').toBe(RATINGS_A_CHECK_IN);
  expect(names).toContain(written.names.get(person.email));
}

async function killOften({ kills, seed }: { kills: number; seed: number }): Promise<number> {
  const { server, file } = await makePlace({ LOG_LEVEL: 'silent' });
  await server.start();
  const random = new SeededRandom(seed);
  const ledgers: Ledger[] = [];
  for (let one = 0; one < PEOPLE; one += 1) {
    const person = await signUpOverHttp(server.origin);
    ledgers.push({ person, saved: new Map(), open: null, names: ['Ada Lovelace'] });
  }
  for (let round = 0; round < kills; round += 1) {
    const writing = Promise.all(ledgers.map((ledger) => write(ledger, round)));
    await Promise.race([writing, untilSaved(ledgers)]);
    await wait(random.whole(0, LONGEST_ROUND_MS));
    await server.stop('SIGKILL');
    await writing;
    await server.start();
    const written = await readWritten(file);
    expect(written.checks).toEqual(['ok']);
    for (const ledger of ledgers) expectAllKept(written, ledger);
  }
  return kills;
}

it(`loses no acknowledged write in ${KILLS} kills (security 1), and makes one check-in of a repeat (security 3)`, async () => {
  const lanes = Array.from({ length: SERVERS }, (_, seed) => killOften({ kills: KILLS / SERVERS, seed }));
  const kills = await Promise.all(lanes);
  expect(kills.reduce((sum, some) => sum + some, 0)).toBe(KILLS);
}, 3_600_000);
