import { expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { renderRatingsCsv } from '@/lib/export/ratings-csv';

const career = loadCareer();
const [also = '', ...rest] = (career.skillById.get('coding')?.levels[3]?.canDo ?? []).map(({ id }) => id);

test('has a row a rating with what stands out from its level, the earliest first', async () => {
  const base = { corrects: null };
  const plain = { skill: 'coding', level: 2 as const, evidence: null, sure: null };
  const text = await renderRatingsCsv({
    career,
    timeZone: 'UTC',
    checkIns: [
      { ...base, id: 'b', takenAt: '2026-02-01T08:00:00.000Z', ratings: [{ ...plain, also: [also] }] },
      {
        ...base,
        id: 'a',
        takenAt: '2026-01-01T08:00:00.000Z',
        ratings: [plain, { ...plain, skill: 'gone' }],
      },
    ],
  });
  const [head = '', ...rows] = text.trim().split('\r\n');
  expect(head.split(',').slice(-3)).toEqual([
    'Level with parts',
    'Can-dos true above it',
    'Can-dos not true up to it',
  ]);
  const share = Math.round(100 * (2 + 1 / (rest.length + 1))) / 100;
  expect(rows.map((row) => row.split(',').slice(-3))).toEqual([
    ['2', '', ''],
    ['2', '', ''],
    [String(share), also, ''],
  ]);
  expect(rows[1]).toContain('gone');
});
