import { expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { Level } from '@/lib/domain/catalogue';
import { computeStanding, listTrue } from '@/lib/domain/climb/standing';
import { addDays } from '@/lib/domain/day';
import { loadPlanState } from '@/lib/plan/climb/plan-state';
import { computeSureness, findFreshLook } from '@/lib/plan/freshness';
import { loadStanding } from '@/lib/plan/standing';
import { saveAgreement } from '@/lib/queries/agreed-ratings';
import { saveCheckIn } from '@/lib/queries/check-ins';
import { saveNewEvidence } from '@/lib/queries/evidence';
import { saveAccount } from '@/lib/queries/people';
import { getProof } from '@/lib/queries/proof';
import { describeFreshLook } from '@/lib/wording/fresh-look';
import { makePerson, setUpDatabase } from '../../support/database';

setUpDatabase();

const career = loadCareer();
const [{ id: ofCoding = '' } = {}] = career.skillById.get('coding')?.levels[1]?.canDo ?? [];

it('is counted from the last rating, the last evidence, or what was agreed where that counts', async () => {
  const user = await makePerson();
  const { today } = await loadStanding(user);
  const rate = (skill: string, level: Level) => ({ skill, level, evidence: null, sure: null });
  await saveCheckIn(user, {
    career: 'devops',
    catalogue: 'c',
    note: null,
    requestKey: 'k',
    ratings: [rate('coding', 2), rate('coaching', 1)],
    takenAt: new Date(`${addDays(today, -400)}T12:00:00Z`),
  });
  const daysOf = async () => {
    const sureness = computeSureness(await loadStanding(user), await getProof(user, 'devops'));
    return Object.entries(sureness).map(([skill, { days }]) => [skill, days]);
  };
  const before = {
    levels: (await loadStanding(user)).levels,
    look: findFreshLook(await loadPlanState(user), { items: [] }),
  };
  expect(Object.fromEntries(await daysOf())).toEqual({ coding: 400, coaching: 400 });
  expect(before.look).toMatchObject({ days: 400, hours: 0 });

  await saveNewEvidence(user, {
    career: 'devops',
    title: 'A talk',
    day: addDays(today, -10),
    text: 'It was one.',
    url: null,
    canDos: [ofCoding],
  });
  expect(Object.fromEntries(await daysOf())).toEqual({ coding: 10, coaching: 400 });
  const look = findFreshLook(await loadPlanState(user), await getProof(user, 'devops'));
  expect(look).toMatchObject({ skill: 'coaching', days: 400 });
  expect(look && describeFreshLook({ ...look, name: 'Coaching' })).toBe(
    'Coaching first: nothing new on it for 13 months.',
  );
  // Nothing of it moved a level.
  const standing = await loadStanding(user);
  expect(standing.levels).toEqual(before.levels);
  const role = career.roleById.get(standing.role.id) ?? expect.fail('no role');
  expect(computeStanding(career, { role, ratings: standing.rated }).readiness).toBeGreaterThan(0);
  expect(listTrue(career, standing.rated).size).toBeGreaterThan(0);

  await saveAgreement(user, {
    career: 'devops',
    catalogue: 'c',
    name: 'Grace',
    secondLookId: 'look',
    requestKey: 'talk',
    ratings: [{ skill: 'coaching', level: 2 }],
  });
  expect(Object.fromEntries(await daysOf())).toEqual({ coding: 10, coaching: 400 });
  await saveAccount(user, { settings: { isAgreedUsed: true } });
  expect(Object.fromEntries(await daysOf())).toEqual({ coding: 10, coaching: 0 });
  expect(findFreshLook(await loadPlanState(user), await getProof(user, 'devops'))).toBeNull();
});
