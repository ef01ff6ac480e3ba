import { describe, expect, it } from 'vitest';
import { getAccountData } from '@/lib/queries/account-data';
import {
  confirmSecondFactor,
  countRecoveryCodes,
  deleteSecondFactor,
  getSecondFactor,
  saveRecoveryCodes,
  saveSecondFactor,
  takeRecoveryCode,
  takeTimeStep,
} from '@/lib/queries/second-factors';
import { makePerson, setUpDatabase } from '../support/database';

setUpDatabase();

const confirm = (user: Awaited<ReturnType<typeof makePerson>>, sealedSecret = 'sealed') =>
  confirmSecondFactor(user, { sealedSecret, counter: 100, codeHashes: ['one', 'two'] });

async function makeConfirmed() {
  const user = await makePerson();
  await saveSecondFactor(user, { sealedSecret: 'sealed' });
  await confirm(user);
  return user;
}

describe('saveSecondFactor', () => {
  it('may be begun anew until it is confirmed, and not after', async () => {
    const user = await makePerson();
    expect(await saveSecondFactor(user, { sealedSecret: 'first' })).toBe(true);
    expect(await saveSecondFactor(user, { sealedSecret: 'second' })).toBe(true);
    expect(await confirm(user, 'first')).toBe(false);
    expect(await confirm(user, 'second')).toBe(true);
    expect(await confirm(user, 'second')).toBe(false);
    expect(await saveSecondFactor(user, { sealedSecret: 'third' })).toBe(false);
    expect(await getSecondFactor(user)).toMatchObject({ sealedSecret: 'second' });
    expect(await countRecoveryCodes(user)).toBe(2);
  });

  it('shows and changes nothing of another person', async () => {
    const [ada, bob] = [await makeConfirmed(), await makePerson()];
    expect(await getSecondFactor(bob)).toBeNull();
    expect(await countRecoveryCodes(bob)).toBe(0);
    expect(await takeTimeStep(bob, 200)).toBe(false);
    expect(await takeRecoveryCode(bob, { codeHash: 'one' })).toBe(false);
    expect(await deleteSecondFactor(bob)).toBe(false);
    await saveRecoveryCodes(bob, { codeHashes: ['three'] });
    expect(await countRecoveryCodes(ada)).toBe(2);
    expect((await getSecondFactor(ada))?.confirmedAt).not.toBeNull();
  });
});

describe('takeTimeStep', () => {
  it('gives a step to one of many requests at once, and no earlier step after it', async () => {
    const user = await makeConfirmed();
    expect(await takeTimeStep(user, 100)).toBe(false);
    const taken = await Promise.all([1, 2, 3].map(() => takeTimeStep(user, 102)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await takeTimeStep(user, 101)).toBe(false);
    expect(await takeTimeStep(user, 103)).toBe(true);
  });

  it('gives none before the factor is confirmed', async () => {
    const user = await makePerson();
    await saveSecondFactor(user, { sealedSecret: 'sealed' });
    expect(await takeTimeStep(user, 100)).toBe(false);
  });
});

describe('takeRecoveryCode', () => {
  it('takes each code once, of many requests at once, and none that was replaced', async () => {
    const user = await makeConfirmed();
    const taken = await Promise.all([1, 2, 3].map(() => takeRecoveryCode(user, { codeHash: 'one' })));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await countRecoveryCodes(user)).toBe(1);
    await saveRecoveryCodes(user, { codeHashes: ['four'] });
    expect(await takeRecoveryCode(user, { codeHash: 'two' })).toBe(false);
    expect(await takeRecoveryCode(user, { codeHash: 'four' })).toBe(true);
  });
});

it('a second factor is in no download of the account', async () => {
  const user = await makePerson();
  await saveSecondFactor(user, { sealedSecret: 'sealed-secret-of-a-person' });
  await confirmSecondFactor(user, {
    sealedSecret: 'sealed-secret-of-a-person',
    counter: 1,
    codeHashes: ['hash-of-a-recovery-code'],
  });
  expect(JSON.stringify(await getAccountData(user, 'devops'))).not.toMatch(/sealed-secret|hash-of-a/);
});
