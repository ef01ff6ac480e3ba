import { expect, it } from 'vitest';
import { loadHistory } from '@/app/(signed-in)/progress/load-history';
import { saveCheckIn } from '@/lib/queries/check-ins';
import { makePerson, setUpDatabase } from '../support/database';

setUpDatabase();

it('report smaller: tells check-ins of one day apart by the time of the person’s own zone', async () => {
  const user = await makePerson();
  for (const takenAt of [
    '2026-03-01T06:00:00Z',
    '2026-03-02T20:00:00Z',
    '2026-03-03T06:00:00Z',
    '2026-03-03T06:30:10Z',
    '2026-03-03T06:30:40Z',
  ])
    await saveCheckIn(user, {
      career: 'devops',
      catalogue: 'c1',
      note: null,
      ratings: [{ skill: 'coding', level: 2, evidence: null, sure: null }],
      requestKey: takenAt,
      takenAt: new Date(takenAt),
    });
  const { checkIns, momentOf } = await loadHistory(user);
  // Kathmandu is 5:45 ahead of UTC, so that the second is of the third of March.
  expect(checkIns.map(({ takenAt }) => momentOf(takenAt))).toEqual([
    '3 Mar 2026, 12:15:40',
    '3 Mar 2026, 12:15:10',
    '3 Mar 2026, 11:45',
    '3 Mar 2026, 01:45',
    '1 Mar 2026',
  ]);
});
