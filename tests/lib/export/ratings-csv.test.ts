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
  expect(head.split(',').slice(-5)).toEqual([
    'Level with parts',
    'Can-dos true above it',
    'Can-dos not true up to it',
    'Kind',
    'By',
  ]);
  const share = Math.round(100 * (2 + 1 / (rest.length + 1))) / 100;
  expect(rows.map((row) => row.split(',').slice(-5))).toEqual([
    ['2', '', '', 'own', ''],
    ['2', '', '', 'own', ''],
    [String(share), also, '', 'own', ''],
  ]);
  expect(rows[1]).toContain('gone');
});

test('says whose a level is, and lets no name of somebody asked run as a formula', async () => {
  const other = { skill: 'coding', level: 3 as const };
  const text = await renderRatingsCsv({
    career,
    timeZone: 'UTC',
    checkIns: [
      {
        id: 'a',
        corrects: null,
        takenAt: '2026-03-01T08:00:00.000Z',
        ratings: [{ skill: 'coding', level: 1, evidence: null, sure: null }],
      },
    ],
    others: [
      { ...other, kind: 'agreed', by: 'Grace', at: '2026-01-03T08:00:00.000Z', except: [also] },
      { ...other, kind: 'second look', by: '=1+1', at: '2026-01-02T08:00:00.000Z' },
      { ...other, kind: 'second look', by: 'Grace', at: '2026-01-01T08:00:00.000Z' },
    ],
  });
  const rows = text.trim().split('\r\n').slice(1);
  expect(rows.map((row) => row.split(',').slice(-2))).toEqual([
    ['own', ''],
    ['second look', 'Grace'],
    ['second look', expect.not.stringMatching(/^=/)],
    ['agreed', 'Grace'],
  ]);
  expect(rows[3]).toContain('2026-01-03,2026-01-03T08:00:00.000Z,,,devops,coding,Coding,3,Independent,,,');
  expect(rows[3]).toContain(also);
});
