import { expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { Level } from '@/lib/domain/catalogue';
import { addDays } from '@/lib/domain/day';
import { loadRecord } from '@/lib/plan/skills-record';
import { saveCheckIn } from '@/lib/queries/check-ins';
import { saveNewEvidence } from '@/lib/queries/evidence';
import { makePerson, setUpDatabase } from '../support/database';

setUpDatabase();

const [{ id: canDo = '' } = {}] = loadCareer().skillById.get('coding')?.levels[1]?.canDo ?? [];
const today = new Date().toISOString().slice(0, 10);
const noon = (day: string) => new Date(`${day}T06:00:00Z`);

it('is of the period that is asked for, else of the last year, and of the goal', async () => {
  const user = await makePerson();
  const rate = (level: Level, day: string) =>
    saveCheckIn(user, {
      career: 'devops',
      catalogue: 'c',
      note: null,
      requestKey: day,
      ratings: [{ skill: 'coding', level, evidence: null, sure: null }],
      takenAt: noon(day),
    });
  const [long, mid] = [addDays(today, -500), addDays(today, -100)];
  await rate(1, long);
  await rate(3, mid);
  const first = await loadRecord(user, {});
  const [coding] = first.record.skills;
  const levels = (gained: { id: string }[] | undefined) => gained?.length ?? 0;
  expect(first.record).toMatchObject({ role: { id: 'devops-engineer' }, from: addDays(first.today, -365) });
  expect(coding).toMatchObject({ id: 'coding', level: 3, kind: 'own' });
  expect(levels(coding?.gained)).toBeGreaterThan(4);
  // Before the second check-in nothing of it was true yet.
  const earlier = await loadRecord(user, { from: addDays(mid, -100), to: addDays(mid, -2) });
  expect(earlier.record.skills).toMatchObject([{ level: 1, gained: [] }]);
  // From the first on, all of it.
  const whole = await loadRecord(user, { from: addDays(long, -2), role: 'platform-engineer' });
  expect(whole.record.role.id).toBe('platform-engineer');
  expect(levels(whole.record.skills[0]?.gained)).toBeGreaterThan(levels(coding?.gained));
});

it('takes a period that is none for the last year, and evidence for what it shows', async () => {
  const user = await makePerson();
  await saveCheckIn(user, {
    career: 'devops',
    catalogue: 'c',
    note: null,
    requestKey: 'k',
    ratings: [{ skill: 'coding', level: 1, evidence: 'A pull request', sure: null }],
  });
  await saveNewEvidence(user, {
    career: 'devops',
    title: 'Notes',
    day: addDays(today, -1),
    text: 'x',
    url: null,
    canDos: [canDo],
  });
  const { record } = await loadRecord(user, { from: 'soon', to: '2999-01-01', role: 'king' });
  expect(record.role.id).toBe('devops-engineer');
  expect(record.from).toBe(addDays(record.to, -365));
  expect(record.skills[0]?.counts.claimed).toBe(0);
  const found = record.skills[0]?.gained.find(({ id }) => id === canDo);
  expect(found?.state).toBe('shown');
  expect(found?.evidence.map(({ title }) => title)).toContain('Notes');
});
