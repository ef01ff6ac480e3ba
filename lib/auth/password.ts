import 'server-only';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's parameters for argon2id, the library's own choice of algorithm: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes that may run at once: each takes 19 MiB and a core for tens of milliseconds. */
const MAX_RUNNING = 2;
const MAX_WAITING = 200;

let running = 0;
const waiting: (() => void)[] = [];

/** Thrown when more sign-ins wait than the machine can check in a few seconds. */
export class TooManySignInsError extends Error {
  constructor() {
    super('Too many people are signing in at this moment.');
    this.name = 'TooManySignInsError';
  }
}

async function runBounded<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MAX_RUNNING) {
    if (waiting.length >= MAX_WAITING) throw new TooManySignInsError();
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** Hashes a password with argon2id. Throws TooManySignInsError under a flood. */
export function hashPassword(password: string): Promise<string> {
  return runBounded(() => hash(password.normalize('NFKC'), PARAMETERS));
}

/** The same, or null under a flood. */
export async function hashUnlessBusy(password: string): Promise<string | null> {
  try {
    return await hashPassword(password);
  } catch (error) {
    if (error instanceof TooManySignInsError) return null;
    throw error;
  }
}

let dummyHash: Promise<string> | undefined;

/**
 * Checks a password against a stored hash. With no hash (an unknown account) it takes the same time and
 * answers false. Throws TooManySignInsError under a flood.
 */
export async function isPasswordCorrect({
  password,
  passwordHash,
}: {
  password: string;
  passwordHash: string | null;
}): Promise<boolean> {
  dummyHash ??= hashPassword(crypto.randomUUID());
  const compared = passwordHash ?? (await dummyHash);
  const matches = await runBounded(() => verify(compared, password.normalize('NFKC')));
  return matches && passwordHash !== null;
}
