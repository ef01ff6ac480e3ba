import { expect, it } from 'vitest';
import type { UserId } from '@/lib/auth/user-id';
import { loadCareer } from '@/lib/catalogue';
import type { Level } from '@/lib/domain/catalogue';
import { countProof } from '@/lib/domain/proof/counts';
import { saveCheckIn } from '@/lib/queries/check-ins';
import { deleteEvidence, listEvidence, saveNewEvidence } from '@/lib/queries/evidence';
import { getProof } from '@/lib/queries/proof';
import { listGivenAnswers, saveAnswers } from '@/lib/queries/second-look-answers';
import { saveNewSecondLook } from '@/lib/queries/second-looks';
import { describeProof } from '@/lib/wording/proof';
import { makePerson, setUpDatabase } from '../support/database';

setUpDatabase();

const career = loadCareer();
const [{ id: chosen = '' } = {}] = career.skillById.get('coding')?.levels[1]?.canDo ?? [];

let keys = 0;
function rate(user: UserId, skill: string, { level, evidence }: { level: Level; evidence: string | null }) {
  keys += 1;
  return saveCheckIn(user, {
    career: 'devops',
    catalogue: 'x',
    note: null,
    ratings: [{ skill, level, evidence, sure: null }],
    requestKey: `key-${keys}`,
  });
}

it('is what evidence and second looks say, without a word of them', async () => {
  const [user, other] = [await makePerson(), await makePerson()];
  await rate(user, 'coding', { level: 2, evidence: 'canary one' });
  await rate(user, 'coding', { level: 2, evidence: 'canary two' });
  const entry = { career: 'devops', title: 'canary three', text: 'canary', url: null };
  await saveNewEvidence(user, { ...entry, day: '2026-01-02', canDos: [chosen] });
  await saveNewEvidence(user, { ...entry, day: '2026-03-02', canDos: [chosen] });
  const removed = await saveNewEvidence(user, { ...entry, day: '2026-04-02', canDos: [chosen] });
  await deleteEvidence(user, removed);
  const endsAt = new Date(Date.now() + 86_400_000);
  const look = {
    career: 'devops',
    name: 'canary Grace',
    sees: [],
    skills: ['coding', 'coaching', 'flexibility'],
  };
  const secondLookId = await saveNewSecondLook(user, { ...look, until: '2030-01-01', endsAt });
  await rate(user, 'flexibility', { level: 1, evidence: null });
  await saveAnswers(user, {
    secondLookId,
    answers: [
      { skill: 'coding', level: 1, reason: 'canary reason', except: [chosen] },
      { skill: 'coaching', level: 5, reason: 'not given yet' },
      { skill: 'flexibility', level: null, reason: null },
    ],
  });
  const proof = await getProof(user, 'devops');
  expect(JSON.stringify(proof)).not.toContain('canary');
  expect(proof.given).toEqual([{ skill: 'coding', second: { level: 1, except: [chosen] } }]);
  expect(proof.items).toHaveLength(2);
  expect(proof.items).toContainEqual({
    source: null,
    sourceLevel: null,
    canDos: [chosen],
    newest: '2026-03-02',
  });
  expect(await getProof(other, 'devops')).toEqual({ items: [], given: [] });

  // What it counts is what the whole evidence and the whole answers count.
  const ratings = { levels: { coding: 2 as Level, flexibility: 1 as Level }, also: [], except: [] };
  const counts = countProof(career, { ratings, ...proof });
  const whole = {
    items: await listEvidence(user, 'devops'),
    given: await listGivenAnswers(user, 'devops'),
  };
  expect([...counts]).toEqual([...countProof(career, { ratings, ...whole })]);
  expect([...counts.keys()].sort()).toEqual(['coding', 'flexibility']);
  const coding = counts.get('coding') ?? expect.fail('nothing is true of coding');
  expect(coding.shown).toBeGreaterThan(1);
  expect(coding.confirmed).toBeGreaterThan(0);
  expect(describeProof(coding, String)).toMatch(
    /^\d+ that somebody who was asked says too, \d+ shown by evidence(?:, \d+ by own rating alone)?$/,
  );
  expect(describeProof({ claimed: 3, shown: 0, confirmed: 0 }, String)).toBe('3 by own rating alone');
});
