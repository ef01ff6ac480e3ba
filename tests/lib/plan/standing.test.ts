import { expect, it } from 'vitest';
import { loadStanding } from '@/lib/plan/standing';
import { saveAgreement } from '@/lib/queries/agreed-ratings';
import { saveCheckIn } from '@/lib/queries/check-ins';
import { saveAccount } from '@/lib/queries/people';
import { makePerson, setUpDatabase } from '../../support/database';

setUpDatabase();

it('counts with the person’s own levels, and with what was agreed only where they choose it', async () => {
  const user = await makePerson();
  const rate = (skill: string, level: 1 | 3) => ({ skill, level, evidence: null, sure: null });
  await saveCheckIn(user, {
    career: 'devops',
    catalogue: 'c',
    note: null,
    requestKey: 'k',
    ratings: [{ ...rate('coding', 3), except: ['code-own'] }, rate('coaching', 1)],
  });
  const talk = { career: 'devops', catalogue: 'c', name: 'Grace', secondLookId: 'look' };
  await saveAgreement(user, {
    ...talk,
    requestKey: 'talk',
    ratings: [{ skill: 'coding', level: 2, also: ['code-agreed'] }],
  });
  expect(await loadStanding(user)).toMatchObject({
    levelKind: 'own',
    rated: { levels: { coding: 3, coaching: 1 }, also: [], except: ['code-own'] },
  });
  await saveAccount(user, { settings: { isAgreedUsed: true } });
  const standing = await loadStanding(user);
  expect(standing).toMatchObject({
    levelKind: 'agreed',
    levels: { coding: 2, coaching: 1 },
    rated: { levels: { coding: 2, coaching: 1 }, also: ['code-agreed'], except: [] },
  });
  // What they are asked to rate anew, and what progress shows, is their own.
  expect(standing.latest.get('coding')).toMatchObject({ level: 3, except: ['code-own'] });
});
