import 'server-only';
import {
  confirmSecondFactor,
  getSecondFactor,
  listSealedSecrets,
  replaceSealedSecrets,
  saveSecondFactor,
  takeRecoveryCode,
  takeTimeStep,
} from '@/lib/queries/second-factors';
import {
  findTimeStep,
  hashRecoveryCode,
  hashRecoveryCodes,
  makeOneTimeSecret,
  makeRecoveryCodes,
} from './one-time-code';
import { reseal, seal, unseal } from './seal';
import type { UserId } from './user-id';

const SETTING_UP_MS = 30 * 60 * 1000;

const sealing = (owner: UserId) => ({ purpose: 'second factor', owner });

/** Begins to set a second factor up: makes a secret that counts once a code of it was given. False where one is on. */
export async function beginSecondFactor(userId: UserId): Promise<boolean> {
  return saveSecondFactor(userId, { sealedSecret: seal(makeOneTimeSecret(), sealing(userId)) });
}

/** Seals everybody's anew after the secret was changed, so that the one from before can go. Answers how many it were. */
export async function resealSecondFactors(): Promise<number> {
  const replaced = (await listSealedSecrets()).flatMap(({ personId, sealedSecret }) => {
    const to = reseal(sealedSecret, sealing(personId as UserId));
    return to === null ? [] : [{ personId, from: sealedSecret, to }];
  });
  if (replaced.length > 0) await replaceSealedSecrets(replaced);
  return replaced.length;
}

/** How it stands; the secret is told only while it is being set up. */
export async function readSecondFactor(
  userId: UserId,
  { now = new Date() } = {},
): Promise<{ state: 'off' } | { state: 'setting-up'; secret: string } | { state: 'on'; since: string }> {
  const factor = await getSecondFactor(userId);
  if (factor === null) return { state: 'off' };
  if (factor.confirmedAt !== null) return { state: 'on', since: factor.confirmedAt };
  const secret = unseal(factor.sealedSecret, sealing(userId));
  const isFresh = now.getTime() - Date.parse(factor.createdAt) < SETTING_UP_MS;
  return secret !== null && isFresh ? { state: 'setting-up', secret } : { state: 'off' };
}

/** Switches it on with a first code. Answers the recovery codes, which nobody sees again, or null for a wrong code. */
export async function switchOnSecondFactor(
  userId: UserId,
  { code, now = new Date() }: { code: string; now?: Date },
): Promise<string[] | null> {
  const factor = await getSecondFactor(userId);
  if (factor === null || factor.confirmedAt !== null) return null;
  const { sealedSecret } = factor;
  const secret = unseal(sealedSecret, sealing(userId));
  const counter = secret === null ? null : findTimeStep({ secret, code, now });
  if (counter === null) return null;
  const codes = makeRecoveryCodes();
  const codeHashes = hashRecoveryCodes(codes);
  return (await confirmSecondFactor(userId, { sealedSecret, counter, codeHashes, now })) ? codes : null;
}

/** Takes a code of the app or a recovery code, each once. Answers which it was, or null where it is neither. */
export async function takeSecondFactor(
  userId: UserId,
  { code, now = new Date() }: { code: string; now?: Date },
): Promise<'app' | 'recovery' | null> {
  const codeHash = hashRecoveryCode(code);
  if (codeHash !== null) return (await takeRecoveryCode(userId, { codeHash, now })) ? 'recovery' : null;
  const factor = await getSecondFactor(userId);
  const secret = factor === null ? null : unseal(factor.sealedSecret, sealing(userId));
  const counter = secret === null ? null : findTimeStep({ secret, code, now });
  return counter !== null && (await takeTimeStep(userId, counter)) ? 'app' : null;
}
